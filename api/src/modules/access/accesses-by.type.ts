import type { AccessesByAnswer, ConsumerAccess as ConsumerAccessShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { Authorization } from '../authorization/authorization.type.js';
import { Consumer } from '../consumer/consumer.type.js';
import { Grade } from '../enums/catalogue.type.js';
import { Field } from '../field/field.type.js';
import { RingCount } from '../impact/impact-groups.type.js';
import { Interface } from '../interface/interface.type.js';
import { Completeness } from '../lineage/completeness.type.js';
import { AccessDay } from './access.type.js';

const ConsumerAccess = builder.objectRef<ConsumerAccessShape>('ConsumerAccess').implement({
  description: 'What one consumer read through one interface on one authorisation.',
  fields: (t) => ({
    interface: t.field({ type: Interface, description: 'Through what.', resolve: (row) => row.interface }),
    authorization: t.field({
      type: Authorization,
      nullable: true,
      description: 'On which authorisation; null when the calls named none.',
      resolve: (row) => row.authorization,
    }),
    authorizedThroughout: t.exposeBoolean('authorizedThroughout', {
      description: 'The authorisation covered the day of every call.',
    }),
    calls: t.exposeInt('calls', { description: 'Calls, refused ones too.' }),
    denied: t.exposeInt('denied', { description: 'Calls that were refused.' }),
    rows: t.exposeFloat('rows', { description: 'Rows read.' }),
    firstAt: t.expose('firstAt', { type: 'DateTime', description: 'First call in the period.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime', description: 'Last call in the period.' }),
    grade: t.expose('grade', {
      type: Grade,
      nullable: true,
      description: 'Highest grade of the fields, now.',
    }),
    fields: t.field({
      type: [Field],
      description: 'Fields that could be read: the exposed ones that the authorisation covers.',
      resolve: (row) => row.fields,
    }),
    sources: t.expose('sources', {
      type: [RingCount],
      description: 'Fields upstream of what was read, by ring.',
    }),
    days: t.expose('days', {
      type: [AccessDay],
      description: 'Day by day.',
      complexity: { field: 1, multiplier: 1 },
    }),
  }),
});

interface AccessesByShape extends AccessesByAnswer {
  consumer: string;
  from: string;
  to: string;
}

export const AccessesBy = builder.objectRef<AccessesByShape>('AccessesBy').implement({
  description: 'What one consumer read.',
  fields: (t) => ({
    consumer: t.field({ type: Consumer, description: 'The consumer.', resolve: ({ consumer }) => consumer }),
    from: t.expose('from', { type: 'Date', description: 'First day of the period.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the period.' }),
    calls: t.int({
      description: 'Its calls, refused ones too.',
      resolve: ({ accesses }) => accesses.reduce((sum, a) => sum + a.calls, 0),
    }),
    rows: t.float({
      description: 'Rows read.',
      resolve: ({ accesses }) => accesses.reduce((sum, a) => sum + a.rows, 0),
    }),
    accesses: t.expose('accesses', {
      type: [ConsumerAccess],
      description: 'By interface and authorisation.',
    }),
    completeness: t.expose('completeness', { type: Completeness, description: 'What the answer rests on.' }),
  }),
});
