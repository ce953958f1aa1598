import type { Db } from '../../db/index.js';
import type { Viewer } from '../../model/index.js';
import { checkOnThread } from './check-thread.js';
import {
  type Answering,
  type Check,
  type ImpactVerification,
  type VerifiableRef,
  verifyImpact,
} from './verify-impact.js';

export type { Leak } from './check-answer.js';
export type { Found } from './finder.js';
export type { ImpactVerification, VerifiableRef, VerificationReason } from './verify-impact.js';

/** Checks answers of the index against the graph. */
export function impactOperations(db: Db, lineage: Answering) {
  const check: Check = (start, answer, at) => checkOnThread({ connection: db.options, start, answer, at });
  let last: Promise<unknown> = Promise.resolve();
  return {
    /** One at a time, since each reads up to the whole graph; the others wait. */
    verify(_viewer: Viewer, ref: VerifiableRef): Promise<ImpactVerification | null> {
      const work = last.then(() => verifyImpact(db, check, lineage, ref));
      last = work.catch(() => {});
      return work;
    },
  };
}
