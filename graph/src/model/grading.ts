import { z } from 'zod';
import { Grade, GradingState } from './enums.js';
import { Code, DatasetId, EdgeId, FieldId, JobId } from './ids.js';
import { Day, Instant, Prose } from './primitives.js';

export const InfluenceObject = z.enum([
  'NATIONAL_SECURITY',
  'ECONOMY',
  'SOCIAL_ORDER',
  'PUBLIC_INTEREST',
  'ORG_RIGHTS',
  'PERSONAL_RIGHTS',
]);
export const ImpactDegree = z.enum(['ESPECIALLY_SERIOUS', 'SERIOUS', 'ORDINARY', 'NONE']);

/** 定级: one filing of a grade for a field or dataset; one is current, history is kept. */
export const Grading = z.object({
  id: z.string().min(1).max(100),
  of: z.union([FieldId, DatasetId]),
  grade: Grade,
  state: GradingState,
  influenceObject: InfluenceObject.nullable(),
  degree: ImpactDegree.nullable(),
  reason: Prose,
  filedBy: Code,
  filedAt: Instant,
  current: z.boolean(),
});
export type Grading = z.infer<typeof Grading>;

/** 降级个案: an approved cap on one edge or job (model §4). */
export const DowngradeCase = z.object({
  code: Code,
  on: FieldId,
  cap: Grade,
  edge: EdgeId.nullable(),
  job: JobId.nullable(),
  reviewer: Code,
  reason: Prose,
  evidence: Prose,
  expiresOn: Day,
});
export type DowngradeCase = z.infer<typeof DowngradeCase>;

/** 安全措施与预案 for a grade. */
export const MeasurePlan = z.object({
  code: Code,
  grade: Grade,
  measures: z.array(z.string()),
  emergencyPlan: Prose,
});
export type MeasurePlan = z.infer<typeof MeasurePlan>;
