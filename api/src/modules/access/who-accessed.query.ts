import { InvalidInput } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { parseVertexId } from '../../ids.js';
import { describeStart } from '../../lineage/describe-start.js';
import { WhoAccessed } from './who-accessed.type.js';

builder.queryField('whoAccessed', (t) =>
  t.field({
    type: WhoAccessed,
    nullable: true,
    description:
      'Who read the thing or anything derived from it by then; null when the lineage does not know the thing.',
    args: {
      id: t.arg.id({ required: true, description: 'A field, dataset or interface.' }),
      from: t.arg({ type: 'Date', required: true, description: 'First day of the period.' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last day of the period.' }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_root, { id, from, to }, context) => {
      if (to < from) throw new InvalidInput([{ path: 'to', message: 'is before from' }]);
      const ref = parseVertexId(id);
      const index = context.graph.lineage.current(context.signal);
      const start = await describeStart(context, index, ref);
      if (!start) return null;
      const answer = await context.graph.access.whoAccessed(context.viewer, ref, from, to);
      const accesses = answer.accesses.map((access) => ({ ...access, index: answer.index, start: ref }));
      const completeness = { ...answer.completeness, digest: () => answer.index.digest(ref) };
      return { start, from, to, accesses, completeness };
    },
  }),
);
