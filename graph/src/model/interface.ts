import { z } from 'zod';
import { InterfaceState, MaskingMethod, SceneKind } from './enums.js';
import { Code, FieldId } from './ids.js';
import { Instant, Prose, Title } from './primitives.js';

/** 接口 (data service): gives out fields to consumers. */
export const Interface = z.object({
  code: Code,
  name: Title,
  description: Prose,
  state: InterfaceState,
  provider: Code.nullable(),
  scene: Code.nullable(),
  /** Relative path on the exchange platform; addresses are shown only to who may call. */
  path: z.string().max(300),
  method: z.string().max(10),
  /** Declared calling window, hours of the day `[from, to)`. */
  windowFrom: z.number().int().min(0).max(24),
  windowTo: z.number().int().min(0).max(24),
  dailyQuota: z.number().int().positive().nullable(),
  publishedAt: Instant.nullable(),
  synthetic: z.boolean(),
});
export type Interface = z.infer<typeof Interface>;

/** Interface ─EXPOSES→ Field, with the name it has outside and the masking on the way out. */
export const Exposure = z.object({
  interface: Code,
  field: FieldId,
  alias: z.string().min(1).max(200),
  masking: MaskingMethod.nullable(),
  reversible: z.boolean(),
});
export type Exposure = z.infer<typeof Exposure>;

/** 应用场景. */
export const UseScene = z.object({ code: Code, name: Title, kind: SceneKind, description: Prose });
export type UseScene = z.infer<typeof UseScene>;
