import { InvalidInput } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { parseVertexId } from '../../ids.js';
import { ImpactVerification } from './verify-impact.type.js';

builder.queryField('verifyImpact', (t) =>
  t.field({
    type: ImpactVerification,
    nullable: true,
    description:
      'Checks the impact of a thing, as it is now, against the database itself: seconds for large answers, one check at a time. Null when the lineage does not know the thing.',
    args: { id: t.arg.id({ required: true, description: 'A dataset or field.' }) },
    complexity: { field: 10_000, multiplier: 1 },
    resolve: (_root, { id }, { graph, viewer }) => {
      const { kind, id: key } = parseVertexId(id);
      if (kind === 'FIELD' || kind === 'DATASET') return graph.impact.verify(viewer, { kind, id: key });
      throw new InvalidInput([
        { path: 'id', message: 'not a field or dataset: no fields are downstream of anything else' },
      ]);
    },
  }),
);
