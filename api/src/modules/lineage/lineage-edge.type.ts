import { builder } from '../../builder.js';
import { vertexId } from '../../ids.js';
import type { DescribedEdge } from '../../lineage/describe-edges.js';
import { UpdateFrequency } from '../enums/catalogue.type.js';
import { EdgeKind, EdgeSubtype, LineageEdgeRole, MaskingMethod } from '../enums/lineage.type.js';

export const LineageEdge = builder.objectRef<DescribedEdge>('LineageEdge').implement({
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
    backflowLink: t.string({
      nullable: true,
      description: 'Code of the backflow link whose deliveries made it; null for other edges.',
      resolve: ({ link }) => link?.code ?? null,
    }),
    cadence: t.field({
      type: UpdateFrequency,
      nullable: true,
      description: 'How often that link delivers.',
      resolve: ({ link }) => link?.cadence ?? null,
    }),
    coarse: t.exposeBoolean('coarse', { description: 'One end or both are whole datasets.' }),
    role: t.expose('role', {
      type: LineageEdgeRole,
      description: 'FLOW between data, EXPOSES field → interface, AUTHORIZES interface → consumer.',
    }),
  }),
});
