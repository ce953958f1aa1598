import { z } from 'zod';
import { inBatches } from './batches.js';
import type { Db, Tx } from './connect.js';
import { defineQuery } from './define-query.js';

/** Notes one accepted change: what happened to which key; states before and after as plain objects. */
export type ChangeLog = (
  kind: string,
  key: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
) => void;

const lockCounter = defineQuery({
  file: 'change/lock-counter',
  mode: 'write',
  params: z.object({}),
  row: z.object({ value: z.number().int().nonnegative() }),
});

const appendChanges = defineQuery({
  file: 'change/append-changes',
  mode: 'write',
  params: z.object({ changes: z.array(z.record(z.string(), z.unknown())), last: z.number().int() }),
  row: z.object({ appended: z.number() }),
});

/**
 * The only way to write. Locks the change counter first, so writers are serial and what `work` reads stays
 * true until it has written; appends what `work` logged as numbered changes in the same transaction (model §8).
 * Nothing logged: nothing appended, the sequence stays. `work` runs again after a transient error.
 */
export async function commit<T>(
  db: Db,
  actor: string,
  work: (tx: Tx, log: ChangeLog) => Promise<T>,
): Promise<T> {
  return db.write(async (tx) => {
    const counter = await lockCounter.first(tx, {});
    if (counter === null) throw new Error('the change counter could not be locked');
    const at = new Date().toISOString();
    const changes: Record<string, unknown>[] = [];
    const result = await work(tx, (kind, key, before, after) => {
      changes.push({
        sequence: counter.value + changes.length + 1,
        at,
        actor,
        kind,
        key,
        beforeJson: before === null ? null : JSON.stringify(before),
        afterJson: after === null ? null : JSON.stringify(after),
      });
    });
    await inBatches(changes, (batch) =>
      appendChanges.run(tx, { changes: batch, last: batch.at(-1)?.sequence as number }),
    );
    return result;
  }, 'commit');
}
