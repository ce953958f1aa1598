import { type BackflowLink as BackflowLinkShape, Code, type Delivery as DeliveryShape } from '@yuanliu/graph';
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
import { daysToReturn, isLate, landingRate } from './measures.js';

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
