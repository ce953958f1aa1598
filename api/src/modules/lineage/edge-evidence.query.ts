import { EdgeId } from '@yuanliu/graph';
import type { VertexRef } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { keysOf } from '../../ids.js';
import { describePlain } from '../../lineage/describe-start.js';
import { EdgeEvidence } from './edge-evidence.type.js';

/** Ends of a FLOW edge are fields or datasets; their ids tell which. */
const endOf = (id: string): VertexRef => ({ kind: id.startsWith('ds_') ? 'DATASET' : 'FIELD', id });

builder.queryField('edgeEvidence', (t) =>
  t.field({
    type: EdgeEvidence,
    nullable: true,
    description: 'Who says that this edge exists; null when there is no such edge that the viewer may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of a FLOW edge.' }) },
    resolve: async (_root, { id }, context) => {
      const [edge] = await context.graph.edge.findMany(context.viewer, keysOf(EdgeId, [id]));
      if (!edge) return null;
      const index = context.graph.lineage.current();
      const [from, to] = await describePlain(context, index, [endOf(edge.from), endOf(edge.to)]);
      return from && to ? { edge, from, to } : null;
    },
  }),
);
