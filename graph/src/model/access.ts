import { z } from 'zod';
import { Code, FieldId } from './ids.js';
import { Day, Instant } from './primitives.js';

/** One line of the access log (domain §12). Subjects only as keyed digests; never raw personal values. */
export const AccessEvent = z.strictObject({
  eventId: z.string().min(1).max(100),
  occurredAt: Instant,
  actorType: z.enum(['USER', 'APP', 'SERVICE']),
  actorId: z.string().min(1).max(100),
  consumer: Code,
  interface: Code,
  authorization: Code.nullish().transform((v) => v ?? null),
  account: z
    .string()
    .max(100)
    .nullish()
    .transform((v) => v ?? null),
  action: z.enum(['QUERY', 'EXPORT', 'DOWNLOAD', 'SUBSCRIBE']),
  /** Fields read; absent = the interface's whole field set. */
  fields: z
    .array(FieldId)
    .max(5000)
    .nullish()
    .transform((v) => v ?? null),
  rows: z.number().int().nonnegative(),
  bytes: z
    .number()
    .int()
    .nonnegative()
    .nullish()
    .transform((v) => v ?? null),
  result: z.enum(['OK', 'DENIED', 'ERROR']),
  errorCode: z
    .string()
    .max(60)
    .nullish()
    .transform((v) => v ?? null),
  latencyMs: z
    .number()
    .nonnegative()
    .nullish()
    .transform((v) => v ?? null),
  clientIp: z
    .union([z.ipv4(), z.ipv6()])
    .nullish()
    .transform((v) => v ?? null),
  networkZone: z.enum(['GOV', 'INTERNET']),
  /** SM3 or HMAC digest of the queried subject, hexadecimal. */
  keyDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'not a 64-digit digest')
    .nullish()
    .transform((v) => v ?? null),
  requestId: z
    .string()
    .max(100)
    .nullish()
    .transform((v) => v ?? null),
});
export type AccessEvent = z.infer<typeof AccessEvent>;

/** Consumer ─ACCESSED→ Interface: calls and rows of one day on one authorisation ('' = none named). Successful calls only count rows. */
export const AccessRollup = z.object({
  consumer: Code,
  interface: Code,
  authorization: z.string(),
  day: Day,
  calls: z.number().int().nonnegative(),
  denied: z.number().int().nonnegative(),
  rows: z.number().int().nonnegative(),
  firstAt: Instant,
  lastAt: Instant,
});
export type AccessRollup = z.infer<typeof AccessRollup>;
