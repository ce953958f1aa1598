import { type IndexCheck as IndexCheckShape, NotPermitted } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { IndexCheck } from './index-health.type.js';

const CheckLineageIndexSuccess = builder
  .objectRef<{ check: IndexCheckShape }>('CheckLineageIndexSuccess')
  .implement({
    description: 'Index and graph were compared.',
    fields: (t) => ({ check: t.expose('check', { type: IndexCheck, description: 'What was found.' }) }),
  });

builder.mutationField('checkLineageIndex', (t) =>
  t.field({
    type: CheckLineageIndexSuccess,
    description:
      'Reads the whole lineage again and compares it with the index (governance staff only); where they differ the index is replaced. Takes as long as a build.',
    authScopes: { governance: true },
    complexity: { field: 100, multiplier: 1 },
    errors: {
      types: [NotPermitted],
      directResult: true,
      union: {
        name: 'CheckLineageIndexResult',
        description: 'What was found, or why the viewer may not ask.',
      },
    },
    resolve: async (_root, _args, { graph }) => ({ check: await graph.lineage.check() }),
  }),
);
