import type { LineageEdgeFacts } from '@yuanliu/graph/lineage-index';
import { builder } from '../../builder.js';
import { vertexId } from '../../ids.js';
import { EdgeKind, EdgeSubtype, LineageEdgeRole, MaskingMethod } from '../enums/lineage.type.js';

export const LineageEdge = builder.objectRef<LineageEdgeFacts>('LineageEdge').implement({
  description: 'A line of the picture.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Of a FLOW edge: the id that `edgeEvidence` takes; else made up, stable.',
    }),
    from: t.id({ description: 'Id of the node it leaves.', resolve: (edge) => vertexId(edge.from) }),
    to: t.id({ description: 'Id of the node it enters.', resolve: (edge) => vertexId(edge.to) }),
    kind: t.expose('kind', { type: EdgeKind, description: 'Whether values flow or only decide.' }),
    subtype: t.expose('subtype', { type: EdgeSubtype, nullable: true, description: 'How.' }),
    masking: t.expose('masking', {
      type: MaskingMethod,
      nullable: true,
      description: 'Masking on this step.',
    }),
    reversible: t.exposeBoolean('reversible', { description: 'Who holds the key can undo the masking.' }),
    backflow: t.exposeBoolean('backflow', { description: 'Made by a delivery over a backflow link.' }),
    coarse: t.exposeBoolean('coarse', { description: 'One end or both are whole datasets.' }),
    role: t.expose('role', {
      type: LineageEdgeRole,
      description: 'FLOW between data, EXPOSES field → interface, AUTHORIZES interface → consumer.',
    }),
  }),
});
