import { Code, InvalidInput } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { keyOf, keysOf } from '../../ids.js';
import { AccessesBy } from './accesses-by.type.js';

builder.queryField('accessesBy', (t) =>
  t.field({
    type: AccessesBy,
    nullable: true,
    description: 'What one consumer read; null when there is none that the viewer may see.',
    args: {
      consumer: t.arg.id({ required: true, description: 'The consumer.' }),
      from: t.arg({ type: 'Date', required: true, description: 'First day of the period.' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last day of the period.' }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_root, { consumer: id, from, to }, { graph, viewer }) => {
      if (to < from) throw new InvalidInput([{ path: 'to', message: 'is before from' }]);
      const [consumer] = await graph.consumer.findMany(
        viewer,
        keysOf(Code, [keyOf(id, 'Consumer', 'consumer')]),
      );
      if (!consumer) return null;
      const answer = await graph.access.accessesBy(viewer, consumer.code, from, to);
      return { consumer: consumer.code, from, to, ...answer };
    },
  }),
);
