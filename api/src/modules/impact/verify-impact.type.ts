import type { ImpactVerification as Facts, Leak as LeakFacts, VerificationReason } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { enumOf } from '../../enum-of.js';
import { globalId } from '../../ids.js';

const fieldOf = (id: string): string => globalId('Field', id);
/** Ends of a FLOWS_TO edge are fields or datasets; their ids tell which. */
const endOf = (id: string): string => (id.startsWith('ds_') ? globalId('Dataset', id) : fieldOf(id));

export const ImpactVerificationReason = enumOf(
  'ImpactVerificationReason',
  'Why an impact is not proved complete.',
  {
    EDGE_LEAVES: 'An edge leads from the answer to a field that is not in it.',
    NOT_IN_GRAPH: 'The answer has a field that the graph does not have.',
    NOT_REACHED: 'The answer has a field to which nothing leads from the start.',
    GRAPH_MOVED: 'The graph changed during each of three attempts, so nothing is proved.',
  } satisfies Record<VerificationReason, string>,
);

const ImpactLeak = builder.objectRef<LeakFacts>('ImpactLeak').implement({
  description: 'An edge that leaves an answer.',
  fields: (t) => ({
    edgeId: t.exposeID('edge', { description: 'The edge, for `edgeEvidence`.' }),
    from: t.id({
      description: 'The field of the answer, or the dataset that it flows out of as a whole.',
      resolve: ({ from }) => endOf(from),
    }),
    to: t.id({ description: 'The field that the answer lacks.', resolve: ({ to }) => fieldOf(to) }),
  }),
});

export const ImpactVerification = builder.objectRef<Facts>('ImpactVerification').implement({
  description:
    'Whether the impact of a thing is exactly what the graph reaches, read edge by edge from the database without the index.',
  fields: (t) => ({
    complete: t.exposeBoolean('complete', {
      description: 'No edge leaves the answer, and every field of it is reached from the start.',
    }),
    reason: t.expose('reason', {
      type: ImpactVerificationReason,
      nullable: true,
      description: 'What was found; null when complete.',
    }),
    snapshotVersion: t.exposeInt('snapshotVersion', {
      description: 'The last change that the answer contains.',
    }),
    versionBefore: t.exposeInt('versionBefore', {
      description: 'The last change of the graph before it was read.',
    }),
    versionAfter: t.exposeInt('versionAfter', {
      description: 'The last change of the graph after it was read.',
    }),
    attempts: t.exposeInt('attempts', {
      description: 'How often it was checked: again when the graph changed meanwhile, three times at most.',
    }),
    checkedFields: t.exposeInt('checkedFields', { description: 'Fields of the answer, with the start.' }),
    checkedEdges: t.exposeInt('checkedEdges', { description: 'Edges that leave them, read from the graph.' }),
    leakCount: t.int({
      description: 'Edges that leave the answer.',
      resolve: ({ leaks }) => leaks.count,
    }),
    leaks: t.field({
      type: [ImpactLeak],
      description: 'The first of them, at most 10.',
      resolve: ({ leaks }) => leaks.first,
    }),
    missingCount: t.int({
      description: 'Fields of the answer that the graph does not have.',
      resolve: ({ missing }) => missing.count,
    }),
    missingInGraph: t.idList({
      description: 'The first of them, at most 10.',
      resolve: ({ missing }) => missing.first.map(fieldOf),
    }),
    strangerCount: t.int({
      description: 'Fields of the answer to which nothing leads from the start.',
      resolve: ({ strangers }) => strangers.count,
    }),
    strangers: t.idList({
      description: 'The first of them, at most 10.',
      resolve: ({ strangers }) => strangers.first.map(fieldOf),
    }),
  }),
});
