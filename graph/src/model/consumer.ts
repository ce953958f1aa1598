import { z } from 'zod';
import { AuthorizationState, ConsumerKind, Grade } from './enums.js';
import { Code, FieldId } from './ids.js';
import { Day, Prose, Title } from './primitives.js';

/** 使用方: an application, system or unit that a department operates. */
export const Consumer = z.object({
  code: Code,
  name: Title,
  kind: ConsumerKind,
  operatedBy: Code.nullable(),
  description: Prose,
  synthetic: z.boolean(),
});
export type Consumer = z.infer<typeof Consumer>;

/** 授权: lets one consumer call one interface for some of its fields, for a use scene, until a day. */
export const Authorization = z.object({
  code: Code,
  consumer: Code,
  interface: Code,
  scene: Code.nullable(),
  state: AuthorizationState,
  /** Fields covered; must be exposed by the interface. */
  fields: z.array(FieldId).min(1),
  purpose: Prose,
  legalBasis: Prose,
  validFrom: Day,
  /** First day on which it no longer holds. */
  validTo: Day,
  /** The interface's grade that the approver saw; the authorisation breaks when the interface exceeds it (model §4). */
  approvedGrade: Grade.nullable(),
});
export type Authorization = z.infer<typeof Authorization>;
