import { z } from 'zod';
import { Code, DatasetId } from './ids.js';
import { Instant, Prose } from './primitives.js';

/** 共享申请 (domain §17): asks for a dataset or an interface, may lead to an authorisation. */
export const ShareRequest = z.object({
  code: Code,
  state: z.enum([
    'DRAFT',
    'SUBMITTED',
    'COMPLIANCE_REVIEW',
    'PROVIDER_REVIEW',
    'AUTHORIZED',
    'REFUSED',
    'DISPUTED',
    'CLOSED',
    'UNCATALOGUED',
    'CONFIRMING',
  ]),
  asksForDataset: DatasetId.nullable(),
  asksForInterface: Code.nullable(),
  ledTo: Code.nullable(),
  requester: Code,
  scene: Code.nullable(),
  legalBasis: Prose,
  reason: Prose,
  submittedAt: Instant.nullable(),
});
export type ShareRequest = z.infer<typeof ShareRequest>;
