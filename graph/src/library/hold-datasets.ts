import { z } from 'zod';
import {
  checkReferences,
  checkRows,
  commit,
  type Db,
  defineQuery,
  inBatches,
  parseInput,
} from '../db/index.js';
import { Code, DatasetId } from '../model/index.js';

export const Holding = z.object({ library: Code, dataset: DatasetId });
export type Holding = z.infer<typeof Holding>;

const hold = defineQuery({
  file: 'library/hold-datasets',
  mode: 'write',
  params: z.object({ rows: z.array(Holding) }),
  row: z.object({ dataset: DatasetId, before: Code.nullable(), after: Code }),
});

/** Puts datasets into libraries; a dataset is held by one library, so it leaves the one before. Returns how many moved. */
export async function holdDatasets(db: Db, actor: string, input: unknown): Promise<number> {
  const rows = parseInput(z.array(Holding), input);
  checkRows(rows, (h) => h.dataset, 'dataset');
  return commit(db, actor, async (tx, log) => {
    await checkReferences(
      tx,
      rows.flatMap((h, i) => [
        { kind: 'libraries' as const, key: h.library, path: `[${i}].library` },
        { kind: 'datasets' as const, key: h.dataset, path: `[${i}].dataset` },
      ]),
    );
    const moved = await inBatches(rows, (batch) => hold.run(tx, { rows: batch }));
    for (const { dataset, before, after } of moved) {
      log('dataset.held', dataset, before === null ? null : { library: before }, { library: after });
    }
    return moved.length;
  });
}
