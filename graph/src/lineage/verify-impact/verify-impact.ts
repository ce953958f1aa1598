import type { Db } from '../../db/index.js';
import type { LineageReader, PackedIds, VertexRef } from '../../index/index.js';
import { countIndexChanges } from '../keep/index-queries.js';
import type { AnswerCheck, CheckedStart } from './check-answer.js';

/** What gives the answers that are checked. */
export interface Answering {
  refresh(): Promise<void>;
  current(): Pick<LineageReader, 'version' | 'has' | 'packedFields'>;
}

/** Checks a set of fields, which holds at a moment, against the graph. */
export type Check = (start: CheckedStart, answer: PackedIds, at: string) => Promise<AnswerCheck>;

/** Why an answer is not proved complete. */
export type VerificationReason = 'EDGE_LEAVES' | 'NOT_IN_GRAPH' | 'NOT_REACHED' | 'GRAPH_MOVED';

export interface ImpactVerification extends AnswerCheck {
  complete: boolean;
  reason: VerificationReason | null;
  /** The last change that the answer contains. */
  snapshotVersion: number;
  /** The last change of the graph before and after it was read. */
  versionBefore: number;
  versionAfter: number;
  /** How often the answer was checked: again when the graph moved meanwhile. */
  attempts: number;
}

/** What is checked: a thing that fields are downstream of. */
export type VerifiableRef = VertexRef & { kind: 'FIELD' | 'DATASET' };

const ATTEMPTS = 3;

function reasonOf(check: AnswerCheck, moved: boolean): VerificationReason | null {
  if (moved) return 'GRAPH_MOVED';
  if (check.leaks.count > 0) return 'EDGE_LEAVES';
  if (check.missing.count > 0) return 'NOT_IN_GRAPH';
  return check.strangers.count > 0 ? 'NOT_REACHED' : null;
}

/**
 * Asks the index for everything downstream of a field or dataset, now, and checks the answer straight against Neo4j;
 * null when the index does not know the thing. A graph that moves meanwhile proves nothing: up to three attempts.
 */
export async function verifyImpact(
  db: Db,
  check: Check,
  lineage: Answering,
  ref: VerifiableRef,
): Promise<ImpactVerification | null> {
  for (let attempts = 1; ; attempts++) {
    await lineage.refresh();
    const index = lineage.current();
    if (!index.has(ref)) return null;
    const answer = await index.packedFields(ref, 'DOWNSTREAM');
    const at = new Date().toISOString();
    const before = await countIndexChanges(db, index.version);
    const checked = await check(ref, answer, at);
    const after = await countIndexChanges(db, index.version);
    const moved = after.count > 0;
    if (moved && attempts < ATTEMPTS) continue;
    const reason = reasonOf(checked, moved);
    return {
      complete: reason === null,
      reason,
      snapshotVersion: index.version,
      versionBefore: before.last,
      versionAfter: after.last,
      attempts,
      ...checked,
    };
  }
}
