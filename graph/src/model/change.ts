import { z } from 'zod';
import { Instant } from './primitives.js';

/** One accepted change (model §8): its number in the one sequence, when, who, what, before and after. */
export const Change = z.object({
  sequence: z.number().int().positive(),
  at: Instant,
  actor: z.string(),
  /** Verb and noun, such as `dataset.registered`, `edge.observed`, `grading.filed`. */
  kind: z.string(),
  /** The key of what changed: an id or a code. */
  key: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Change = z.infer<typeof Change>;
/** A change before it has its number and time. */
export type NewChange = Pick<Change, 'kind' | 'key' | 'before' | 'after'>;
