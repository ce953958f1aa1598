import { z } from 'zod';
import { Grade, PersonalInfo } from './enums.js';
import { DatasetId, FieldId } from './ids.js';
import { Instant, Prose } from './primitives.js';

/** 信息项: a column, or a nested path `a.b`. `title` is its Chinese name, empty when nobody gave one. */
export const Field = z.object({
  id: FieldId,
  dataset: DatasetId,
  path: z.string().min(1).max(1000),
  ordinal: z.number().int().nonnegative(),
  type: z.string().max(200).nullable(),
  title: z.string().max(200),
  description: Prose,
  /** The filed grade; null = not yet graded. */
  grade: Grade.nullable(),
  personalInfo: PersonalInfo,
  /** Kind of personal information, such as "居民身份证号". */
  personalInfoKind: z.string().max(60).nullable(),
  synthetic: z.boolean(),
  createdAt: Instant,
});
export type Field = z.infer<typeof Field>;
