import {
  type BackflowLink as BackflowLinkShape,
  Code,
  type Delivery as DeliveryShape,
  daysToReturn,
  fieldIdOf,
  isLate,
  landingRate,
  onTimeRate,
  sumRows,
} from '@yuanliu/graph';
import { lostFields } from '../../backflow/lost-fields.js';
import { builder } from '../../builder.js';
import { today } from '../../calendar.js';
import { keysOf } from '../../ids.js';
import { deliveriesOfLink } from '../../loaders/backflow.js';
import { nodeRef } from '../../node-ref.js';
import { readPage } from '../../paging.js';
import { Dataset } from '../dataset/dataset.type.js';
import { Department } from '../department/department.type.js';
import { UpdateFrequency } from '../enums/catalogue.type.js';
import { BackflowMode, BackflowState, DeliveryState } from '../enums/sharing.type.js';
import { Field } from '../field/field.type.js';

export const BackflowLink = nodeRef<BackflowLinkShape>(
  'BackflowLink',
  (link) => link.code,
  (codes, { graph, viewer }) => graph.backflow.findMany(viewer, keysOf(Code, codes)),
);

const Delivery = builder.objectRef<DeliveryShape>('Delivery').implement({
  description: 'One delivery over a backflow link (一次返还).',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its own id; deliveries are reached through their link.' }),
    state: t.expose('state', { type: DeliveryState, description: 'How it went.' }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day it was due.' }),
    collectedAt: t.expose('collectedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the data were collected.',
    }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true, description: 'When it was sent.' }),
    landedAt: t.expose('landedAt', { type: 'DateTime', nullable: true, description: 'When it landed.' }),
    rowsSent: t.exposeInt('rowsSent', { description: 'Rows sent.' }),
    rowsLanded: t.exposeInt('rowsLanded', { description: 'Rows landed.' }),
    rowsRejected: t.exposeInt('rowsRejected', { description: 'Rows that the landing table refused.' }),
    note: t.exposeString('note', { description: 'Remark.' }),
    late: t.boolean({
      description: 'Landed after the day it was due, or still not landed after it.',
      resolve: (delivery) => isLate(delivery, today()),
    }),
  }),
});

const FieldPair = builder.objectRef<{ from: string; to: string }>('FieldPair').implement({
  description: 'A field and what it becomes.',
  fields: (t) => ({
    from: t.field({
      type: Field,
      nullable: true,
      description: 'The source field; null when the catalogue does not know it.',
      resolve: ({ from }) => from,
    }),
    to: t.field({
      type: Field,
      nullable: true,
      description: 'The landing field; null when the catalogue does not know it.',
      resolve: ({ to }) => to,
    }),
  }),
});

BackflowLink.implement({
  description: 'A backflow link (回流链路): data of one dataset come back to another and serve a department.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code that people see and type.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    state: t.expose('state', { type: BackflowState, description: 'Its state.' }),
    mode: t.expose('mode', { type: BackflowMode, description: 'How data come back.' }),
    cadence: t.expose('cadence', { type: UpdateFrequency, description: 'How often.' }),
    from: t.field({ type: Dataset, description: 'Where the data come from.', resolve: (link) => link.from }),
    to: t.field({ type: Dataset, description: 'Where they land.', resolve: (link) => link.to }),
    serves: t.field({
      type: Department,
      description: 'The department served.',
      resolve: (link) => link.serves,
    }),
    collected: t.field({
      type: Dataset,
      nullable: true,
      description: 'The dataset in which the served unit collected what comes back.',
      resolve: (link) => link.collected,
    }),
    legalBasis: t.exposeString('legalBasis', { description: 'Law or policy it rests on.' }),
    regionFilter: t.exposeString('regionFilter', { description: 'Which rows come back.' }),
    expiresOn: t.expose('expiresOn', { type: 'Date', nullable: true, description: 'Day it ends.' }),
    mapping: t.field({
      type: [FieldPair],
      description: 'Fields that come back: source and landing field.',
      resolve: (link) =>
        link.mapping.map(({ from, to }) => ({
          from: fieldIdOf(link.from, from),
          to: fieldIdOf(link.to, to),
        })),
    }),
    lostFields: t.field({
      type: [Field],
      description:
        'Collected fields from which nothing flows to the landing dataset: what was reported and does not come back.',
      complexity: { field: 20, multiplier: 10 },
      resolve: (link, _args, context) => lostFields(context, link),
    }),
    rowsSent: t.float({
      description: 'Rows sent over all deliveries.',
      resolve: async ({ code }, _args, context) => sumRows(await deliveriesOfLink(context, code)).rowsSent,
    }),
    rowsLanded: t.float({
      description: 'Rows landed over all deliveries.',
      resolve: async ({ code }, _args, context) => sumRows(await deliveriesOfLink(context, code)).rowsLanded,
    }),
    onTimeRate: t.float({
      nullable: true,
      description: 'Deliveries that landed by their day ÷ deliveries due by today; null when none was due.',
      resolve: async ({ code }, _args, context) => onTimeRate(await deliveriesOfLink(context, code), today()),
    }),
    mappedFields: t.int({ description: 'Fields that come back.', resolve: (link) => link.mapping.length }),
    deliveries: t.field({
      type: [Delivery],
      description: 'Deliveries, latest due first.',
      args: {
        first: t.arg.int({ description: 'Only the latest so many, at most 500; all when not given.' }),
      },
      complexity: ({ first }) => ({ field: 1, multiplier: first ?? 20 }),
      resolve: async ({ code }, { first }, context) => {
        const all = await deliveriesOfLink(context, code);
        return first == null ? all : all.slice(0, readPage({ first }).limit);
      },
    }),
    landingRate: t.float({
      nullable: true,
      description: 'Rows landed ÷ rows sent over all deliveries; null before the first.',
      resolve: async ({ code }, _args, context) => landingRate(await deliveriesOfLink(context, code)),
    }),
    daysToReturn: t.float({
      nullable: true,
      description: 'Median days from sent to landed.',
      resolve: async ({ code }, _args, context) => daysToReturn(await deliveriesOfLink(context, code)),
    }),
  }),
});
