import type { Db, Tx } from '../../db/index.js';
import { indexDataBuilder, type PackedIndex, packIndexData } from '../../index/index.js';
import { type Anchor, readLastChange } from './changes.js';
import { follow, type Held } from './follow.js';
import { datasetOf, edgeOf, fieldOf } from './index-lines.js';
import { holdWriters, listDatasets, listEdges, listFields } from './index-queries.js';
import { eachLine } from './pages.js';
import { readAccess } from './read-rows.js';
import { countTouched, nothingTouched, type Touched } from './touched.js';

const ATTEMPTS = 3;

interface Read {
  held: Held;
  /** Rows that could not be taken, since they name what was created after it had been read. */
  early: Touched;
}

/** Reads everything once. What is committed meanwhile may be in it or not. */
async function readOnce(runner: Db | Tx): Promise<Read> {
  const anchor = await readLastChange(runner);
  const builder = indexDataBuilder();
  const early = nothingTouched();
  const take = (id: string, kind: 'fields' | 'edges', add: () => void) => {
    try {
      add();
    } catch {
      // Read again by its id below: a row that still cannot be taken then fails the build.
      early[kind].add(id);
    }
  };
  await eachLine('ds_', runner, listDatasets, (line) => builder.dataset(datasetOf(line)));
  await eachLine('fd_', runner, listFields, (line, id) => {
    const row = fieldOf(line);
    take(id, 'fields', () => builder.field(row));
  });
  await eachLine('ed_', runner, listEdges, (line, id) => {
    const row = edgeOf(line);
    take(id, 'edges', () => builder.edge(row));
  });
  const data = builder.finish({ version: anchor?.sequence ?? 0, ...(await readAccess(runner)) });
  return { held: { data, anchor }, early };
}

/**
 * Builds an index of the whole lineage, of one moment: what was committed while it was read is followed afterwards, as
 * it always is. When more is committed than can be followed, the last attempt holds writers back while it reads.
 */
export async function readWhole(db: Db): Promise<Held> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await readLastChange(db);
    const read = await readOnce(db).catch((error: unknown) => error as Error);
    if (read instanceof Error) {
      // Rows of several moments can contradict each other; rows of one moment must not.
      const after = await readLastChange(db);
      if (before?.sequence === after?.sequence) throw read;
      continue;
    }
    const followed = await follow(db, read.held, { again: read.early });
    if ('held' in followed) return followed.held;
  }
  return db.write(async (tx) => {
    await holdWriters.first(tx, {});
    const { held, early } = await readOnce(tx);
    if (countTouched(early) > 0)
      throw new Error(
        `rows name what the graph does not have: ${[...early.fields, ...early.edges].slice(0, 3).join(', ')}`,
      );
    return held;
  }, 'build lineage index');
}

/** The same as bytes that threads can share. */
export interface Built {
  packed: PackedIndex;
  anchor: Anchor | null;
}

export async function readPacked(db: Db): Promise<Built> {
  const { data, anchor } = await readWhole(db);
  return { packed: packIndexData(data), anchor };
}
