import { commit, type Db, defineQuery, inBatches, WriteRows, Written } from '../db/index.js';
import type { AccessRollup } from '../model/index.js';
import type { AccessLog } from './access-log.js';

const writeRollups = defineQuery({
  file: 'access/write-rollups',
  mode: 'write',
  params: WriteRows,
  row: Written,
});

function toRow({ consumer, interface: interfaceCode, ...numbers }: AccessRollup) {
  const key = [consumer, interfaceCode, numbers.authorization, numbers.day].join('|');
  return { consumer, interface: interfaceCode, properties: { key, ...numbers } };
}

/**
 * Brings the roll-ups of the graph up to the log: what is pending is computed from the whole log and written whole,
 * so a crash in between is made good by the next call. Call it inside `log.exclusive`. Returns how many were written.
 */
export async function writePendingRollups(db: Db, log: AccessLog): Promise<number> {
  const rollups = await log.pendingRollups();
  if (rollups.length === 0) return 0;
  await commit(db, 'access-log', async (tx, note) => {
    await inBatches(rollups, (batch) => writeRollups.run(tx, { rows: batch.map(toRow) }));
    const days = rollups.map((rollup) => rollup.day).sort();
    note('access.rolled-up', `${days[0]}..${days.at(-1)}`, null, { groups: rollups.length });
  });
  await log.settleRollups();
  return rollups.length;
}
