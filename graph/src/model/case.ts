import { z } from 'zod';
import { Code, DatasetId, FieldId } from './ids.js';
import { Instant, Prose } from './primitives.js';

/** 监管处置: about an interface, an account or an authorisation. */
export const SupervisionCase = z.object({
  code: Code,
  aboutKind: z.enum(['INTERFACE', 'ACCOUNT', 'AUTHORIZATION']),
  about: Code,
  signal: z.enum(['ABNORMAL_VOLUME', 'ABNORMAL_TIME', 'IDLE', 'OVER_SCOPE', 'ACCOUNT_RISK']),
  state: z.enum([
    'OPEN',
    'CONTACTED',
    'CONFIRMED_RISK',
    'EXPLAINED',
    'SUSPENDED',
    'RECLAIMED',
    'CLOSED',
    'ESCALATED',
  ]),
  openedAt: Instant,
  note: Prose,
});
export type SupervisionCase = z.infer<typeof SupervisionCase>;

/** 异议: about a field or a dataset (domain §11). */
export const Objection = z.object({
  code: Code,
  about: z.union([FieldId, DatasetId]),
  state: z.enum([
    'SUBMITTED',
    'ACCEPTED',
    'REJECTED_FORM',
    'MARKED',
    'TRACED',
    'VERIFYING',
    'UPHELD',
    'CORRECTING',
    'PROPAGATED',
    'NOT_UPHELD',
    'NOTIFIED',
    'UNMARKED',
    'ARCHIVED',
    'REVIEW',
  ]),
  raisedBy: Code,
  raisedAt: Instant,
  content: Prose,
});
export type Objection = z.infer<typeof Objection>;
