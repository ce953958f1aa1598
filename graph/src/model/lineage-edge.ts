import { z } from 'zod';
import { EdgeKind, EdgeOrigin, EdgeSubtype, MaskingMethod } from './enums.js';
import { DatasetId, EdgeId, FieldId, JobId } from './ids.js';
import { Instant } from './primitives.js';

/** Who says so: the run, job and statement, the file and row, or the person and reason (model §2). */
export const Evidence = z.object({
  run: z.string().nullable(),
  /** SHA-256 of the statement, hexadecimal. */
  sqlHash: z.string().nullable(),
  /** First and end offset of the expression in the statement, in code points. */
  sqlSpan: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** File and row, person and reason, or the producer's own description. */
  note: z.string().max(2000).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Shared by field edges and dataset edges: all properties of model §2. Times: valid = in the world, recorded = known to us. */
export const EdgeProperties = z.object({
  id: EdgeId,
  kind: EdgeKind,
  subtype: EdgeSubtype,
  masking: MaskingMethod.nullable(),
  /** Only meaningful with masking: a reversible method hides nothing from who holds the key. */
  reversible: z.boolean(),
  backflow: z.boolean(),
  origin: EdgeOrigin,
  job: JobId.nullable(),
  evidence: Evidence,
  validFrom: Instant,
  validTo: Instant.nullable(),
  recordedAt: Instant,
  retractedAt: Instant.nullable(),
});

/** FLOWS_TO between two fields. */
export const FieldEdge = EdgeProperties.extend({ level: z.literal('FIELD'), from: FieldId, to: FieldId });
export type FieldEdge = z.infer<typeof FieldEdge>;

/**
 * FLOWS_TO where one or both ends are whole datasets: columns are not known, or one column decides
 * which rows of a dataset exist (OpenLineage `dataset[]`). Coarse in answers.
 */
export const CoarseEdge = EdgeProperties.extend({
  level: z.literal('COARSE'),
  from: z.union([FieldId, DatasetId]),
  to: z.union([FieldId, DatasetId]),
});
export type CoarseEdge = z.infer<typeof CoarseEdge>;

export const LineageEdge = z.discriminatedUnion('level', [FieldEdge, CoarseEdge]);
export type LineageEdge = z.infer<typeof LineageEdge>;
