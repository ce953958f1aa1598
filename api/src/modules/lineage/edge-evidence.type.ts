import type { LineageEdge as EdgeShape } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { EdgeKind, EdgeOrigin, EdgeSubtype, MaskingMethod } from '../enums/lineage.type.js';
import { Job } from '../job/job.type.js';
import { LineageNode, type LineageNodeShape } from './lineage-node.type.js';

interface EdgeEvidenceShape {
  edge: EdgeShape;
  from: LineageNodeShape;
  to: LineageNodeShape;
}

export const EdgeEvidence = builder.objectRef<EdgeEvidenceShape>('EdgeEvidence').implement({
  description: 'Everything known of one lineage edge: who says so.',
  fields: (t) => ({
    id: t.id({ description: 'Id of the edge.', resolve: ({ edge }) => edge.id }),
    from: t.expose('from', { type: LineageNode, description: 'Where it leaves.' }),
    to: t.expose('to', { type: LineageNode, description: 'Where it enters.' }),
    kind: t.field({
      type: EdgeKind,
      description: 'Whether values flow or only decide.',
      resolve: ({ edge }) => edge.kind,
    }),
    subtype: t.field({
      type: EdgeSubtype,
      nullable: true,
      description: 'How.',
      resolve: ({ edge }) => edge.subtype,
    }),
    masking: t.field({
      type: MaskingMethod,
      nullable: true,
      description: 'Masking on this step.',
      resolve: ({ edge }) => edge.masking,
    }),
    reversible: t.boolean({
      description: 'Who holds the key can undo the masking.',
      resolve: ({ edge }) => edge.reversible,
    }),
    backflow: t.boolean({
      description: 'Made by a delivery over a backflow link.',
      resolve: ({ edge }) => edge.backflow,
    }),
    coarse: t.boolean({
      description: 'One end or both are whole datasets.',
      resolve: ({ edge }) => edge.level === 'COARSE',
    }),
    origin: t.field({ type: EdgeOrigin, description: 'Who says so.', resolve: ({ edge }) => edge.origin }),
    job: t.field({
      type: Job,
      nullable: true,
      description: 'The job that does it.',
      resolve: ({ edge }) => edge.job,
    }),
    run: t.string({
      nullable: true,
      description: 'The run that showed it.',
      resolve: ({ edge }) => edge.evidence.run,
    }),
    sqlFrom: t.int({
      nullable: true,
      description: "First code point of the expression in the job's statement.",
      resolve: ({ edge }) => edge.evidence.sqlSpan?.[0] ?? null,
    }),
    sqlTo: t.int({
      nullable: true,
      description: 'Code point after the expression.',
      resolve: ({ edge }) => edge.evidence.sqlSpan?.[1] ?? null,
    }),
    note: t.string({
      nullable: true,
      description: "File and row, person and reason, or the producer's own description.",
      resolve: ({ edge }) => edge.evidence.note,
    }),
    validFrom: t.field({
      type: 'DateTime',
      description: 'Since when the flow has existed in the world.',
      resolve: ({ edge }) => edge.validFrom,
    }),
    validTo: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the flow ended in the world.',
      resolve: ({ edge }) => edge.validTo,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'Since when we have known it.',
      resolve: ({ edge }) => edge.recordedAt,
    }),
    retractedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back.',
      resolve: ({ edge }) => edge.retractedAt,
    }),
  }),
});
