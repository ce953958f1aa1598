import {
  Code,
  EXPIRING_WITHIN_DAYS,
  type Exposure as ExposureShape,
  holdsOn,
  type Interface as InterfaceShape,
  idleDays,
  isExceeded,
  isExpiring,
} from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { today } from '../../calendar.js';
import { keysOf } from '../../ids.js';
import { authorizationsOfInterface } from '../../loaders/authorization.js';
import {
  callDaysOfInterface,
  exposuresOfInterface,
  gradeOfInterface,
  usageOfInterface,
} from '../../loaders/interface.js';
import { nodeRef } from '../../node-ref.js';
import { Authorization } from '../authorization/authorization.type.js';
import { Department } from '../department/department.type.js';
import { Grade } from '../enums/catalogue.type.js';
import { MaskingMethod } from '../enums/lineage.type.js';
import { InterfaceState } from '../enums/sharing.type.js';
import { Field } from '../field/field.type.js';
import { CallDay, CallHour } from './calls.type.js';
import { UseScene } from './use-scene.type.js';

export const Interface = nodeRef<InterfaceShape>(
  'Interface',
  (it) => it.code,
  (codes, { graph, viewer }) => graph.interface.findMany(viewer, keysOf(Code, codes)),
);

const Exposure = builder.objectRef<ExposureShape>('Exposure').implement({
  description: 'A field that an interface gives out.',
  fields: (t) => ({
    alias: t.exposeString('alias', { description: 'Name it has outside.' }),
    masking: t.expose('masking', {
      type: MaskingMethod,
      nullable: true,
      description: 'How it is masked on the way out; null = not at all.',
    }),
    reversible: t.exposeBoolean('reversible', { description: 'Who holds the key can undo the masking.' }),
    field: t.field({ type: Field, description: 'The field.', resolve: (exposure) => exposure.field }),
  }),
});

Interface.implement({
  description: 'An interface (data service) that gives out fields to consumers.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    description: t.exposeString('description', { description: 'What it answers.' }),
    state: t.expose('state', { type: InterfaceState, description: 'Where it stands in its life.' }),
    provider: t.field({
      type: Department,
      nullable: true,
      description: 'The department that publishes it.',
      resolve: (it) => it.provider,
    }),
    scene: t.field({
      type: UseScene,
      nullable: true,
      description: 'The scene it was made for.',
      resolve: (it) => it.scene,
    }),
    path: t.exposeString('path', { description: 'Relative path on the exchange platform.' }),
    method: t.exposeString('method', { description: 'HTTP method.' }),
    windowFrom: t.exposeInt('windowFrom', { description: 'First hour of the declared calling window.' }),
    windowTo: t.exposeInt('windowTo', { description: 'Hour at which the calling window ends.' }),
    dailyQuota: t.exposeInt('dailyQuota', { nullable: true, description: 'Calls allowed a day.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was published.',
    }),
    synthetic: t.exposeBoolean('synthetic', { description: 'Made-up demonstration data.' }),
    grade: t.field({
      type: Grade,
      nullable: true,
      description:
        'Highest grade exposed (irreversibly masked fields keep their grade until a reviewed case lowers it).',
      resolve: ({ code }, _args, context) => gradeOfInterface(context, code),
    }),
    exposures: t.field({
      type: [Exposure],
      description: 'What it gives out.',
      resolve: ({ code }, _args, context) => exposuresOfInterface(context, code),
    }),
    authorizations: t.field({
      type: [Authorization],
      description: 'Authorisations on it, ended ones too.',
      resolve: ({ code }, _args, context) => authorizationsOfInterface(context, code),
    }),
    consumerCount: t.int({
      description: 'Consumers that hold an authorisation on it, ended ones too.',
      resolve: async ({ code }, _args, context) =>
        new Set((await authorizationsOfInterface(context, code)).map((a) => a.consumer)).size,
    }),
    callsByDay: t.field({
      type: [CallDay],
      description: 'Calls on each of the last days in China, today included; the first first, no gaps.',
      args: { days: t.arg.int({ defaultValue: 30, description: 'So many days, at most 366.' }) },
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ code }, { days }, context) => callDaysOfInterface(context, code, days ?? 30),
    }),
    callsByHour: t.field({
      type: [CallHour],
      description: 'Calls by hour on the last days in China; hours without calls are left out.',
      args: { days: t.arg.int({ defaultValue: 28, description: 'So many days, at most 92.' }) },
      complexity: { field: 50, multiplier: 1 },
      resolve: async (it, { days }, { graph, viewer }) =>
        (await graph.access.callHours(viewer, it.code, days ?? 28)).map((row) => ({
          ...row,
          outsideWindow: row.hour < it.windowFrom || row.hour >= it.windowTo,
        })),
    }),
    expiringAuthorizationCount: t.int({
      description: `Authorisations that hold and end within ${EXPIRING_WITHIN_DAYS} days.`,
      resolve: async ({ code }, _args, context) => {
        const day = today();
        return (await authorizationsOfInterface(context, code)).filter((a) => isExpiring(a, day)).length;
      },
    }),
    exceededAuthorizationCount: t.int({
      description: 'Authorisations that hold though it now gives out more than was approved.',
      resolve: async ({ code }, _args, context) => {
        const grade = await gradeOfInterface(context, code);
        const grants = await authorizationsOfInterface(context, code);
        return grants.filter((a) => holdsOn(a, today()) && isExceeded(a, grade)).length;
      },
    }),
    calls30Days: t.int({
      description: 'Calls in the last 30 days.',
      resolve: async ({ code }, _args, context) => (await usageOfInterface(context, code))?.calls ?? 0,
    }),
    lastCallAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Its last call; null when it was never called.',
      resolve: async ({ code }, _args, context) => (await usageOfInterface(context, code))?.lastAt ?? null,
    }),
    idleDays: t.int({
      nullable: true,
      description: 'Whole days in China since its last call; null when it was never called.',
      resolve: async ({ code }, _args, context) =>
        idleDays((await usageOfInterface(context, code))?.lastAt ?? null, today()),
    }),
  }),
});

export const InterfaceConnection = builder.connectionObject(
  { type: Interface, name: 'InterfaceConnection', description: 'A page of interfaces.' },
  { name: 'InterfaceEdge', description: 'An interface in a page.' },
);
