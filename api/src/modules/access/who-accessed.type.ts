import type { AccessThroughLineage as AccessRow } from '@yuanliu/graph';
import type { LineageReader, VertexRef } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { describePaths } from '../../lineage/describe-path.js';
import { Authorization } from '../authorization/authorization.type.js';
import { Consumer } from '../consumer/consumer.type.js';
import { Grade } from '../enums/catalogue.type.js';
import { Ring } from '../enums/lineage.type.js';
import { Field } from '../field/field.type.js';
import { Interface } from '../interface/interface.type.js';
import { Completeness, type CompletenessShape } from '../lineage/completeness.type.js';
import { LineageNode, type LineageNodeShape } from '../lineage/lineage-node.type.js';
import { LineagePath } from '../lineage/lineage-path.type.js';
import { AccessDay } from './access.type.js';

/** One row of the answer, with what is needed to draw its path when asked. */
type AccessThroughLineageShape = AccessRow & { index: LineageReader; start: VertexRef };

const AccessThroughLineage = builder.objectRef<AccessThroughLineageShape>('AccessThroughLineage').implement({
  description:
    "One consumer's reading of the thing or of something derived from it, through one interface on one authorisation.",
  fields: (t) => ({
    consumer: t.field({ type: Consumer, description: 'Who read.', resolve: (row) => row.consumer }),
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
    ring: t.expose('ring', { type: Ring, description: 'What of the thing was in it.' }),
    distance: t.exposeInt('distance', { description: 'Hops from the thing to the interface.' }),
    calls: t.exposeInt('calls', { description: 'Calls, refused ones too.' }),
    denied: t.exposeInt('denied', { description: 'Calls that were refused.' }),
    rows: t.exposeFloat('rows', { description: 'Rows read.' }),
    firstAt: t.expose('firstAt', { type: 'DateTime', description: 'First call in the period.' }),
    lastAt: t.expose('lastAt', { type: 'DateTime', description: 'Last call in the period.' }),
    fields: t.field({
      type: [Field],
      description: 'Fields of the interface that are the thing or derived from it.',
      resolve: (row) => row.fields,
    }),
    gradeThen: t.expose('gradeThen', {
      type: Grade,
      nullable: true,
      description: 'Highest grade of these fields at the last call.',
    }),
    gradeNow: t.expose('gradeNow', {
      type: Grade,
      nullable: true,
      description: 'Highest grade of these fields now.',
    }),
    path: t.field({
      type: LineagePath,
      nullable: true,
      description:
        'A shortest path from the thing to the interface, by the lineage of now; null when it has ended since.',
      resolve: async ({ index, start, interface: code }, _args, context) => {
        const { paths } = await index.paths(start, { kind: 'INTERFACE', id: code }, 1);
        return (await describePaths(context, index, paths))[0] ?? null;
      },
    }),
    days: t.expose('days', {
      type: [AccessDay],
      description: 'Day by day.',
      complexity: { field: 1, multiplier: 1 },
    }),
  }),
});

interface WhoAccessedShape {
  start: LineageNodeShape;
  from: string;
  to: string;
  accesses: AccessThroughLineageShape[];
  completeness: CompletenessShape;
}

export const WhoAccessed = builder.objectRef<WhoAccessedShape>('WhoAccessed').implement({
  description: 'Who read a thing or anything derived from it by then.',
  fields: (t) => ({
    start: t.expose('start', { type: LineageNode, description: 'What was asked about.' }),
    from: t.expose('from', { type: 'Date', description: 'First day of the period.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the period.' }),
    consumerCount: t.int({
      description: 'Consumers that read.',
      resolve: ({ accesses }) => new Set(accesses.map((a) => a.consumer)).size,
    }),
    calls: t.int({
      description: 'Their calls, refused ones too.',
      resolve: ({ accesses }) => accesses.reduce((sum, a) => sum + a.calls, 0),
    }),
    rows: t.float({
      description: 'Rows read.',
      resolve: ({ accesses }) => accesses.reduce((sum, a) => sum + a.rows, 0),
    }),
    accesses: t.expose('accesses', {
      type: [AccessThroughLineage],
      description: 'By consumer, interface and authorisation.',
    }),
    completeness: t.expose('completeness', { type: Completeness, description: 'What the answer rests on.' }),
  }),
});
