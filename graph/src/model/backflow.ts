import { z } from 'zod';
import { BackflowMode, BackflowState, DeliveryState, UpdateFrequency } from './enums.js';
import { Code, DatasetId } from './ids.js';
import { Day, Instant, Prose } from './primitives.js';

/** 回流链路: data of `from` come back to `to` and serve a department (domain §10). */
export const BackflowLink = z.object({
  code: Code,
  name: z.string().min(1).max(200),
  from: DatasetId,
  to: DatasetId,
  serves: Code,
  /** The dataset in which the served unit collected what comes back; null when the unit did not collect it. */
  collected: DatasetId.nullable(),
  state: BackflowState,
  mode: BackflowMode,
  cadence: UpdateFrequency,
  /** Fields mapped source path → landing path. */
  mapping: z.array(z.object({ from: z.string(), to: z.string() })),
  regionFilter: Prose,
  legalBasis: Prose,
  expiresOn: Day.nullable(),
});
export type BackflowLink = z.infer<typeof BackflowLink>;

/** 一次返还: an activity with time over a link. */
export const Delivery = z.object({
  id: z.string().min(1).max(100),
  link: Code,
  state: DeliveryState,
  dueOn: Day,
  collectedAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  landedAt: Instant.nullable(),
  rowsSent: z.number().int().nonnegative(),
  rowsLanded: z.number().int().nonnegative(),
  rowsRejected: z.number().int().nonnegative(),
  note: Prose,
});
export type Delivery = z.infer<typeof Delivery>;
