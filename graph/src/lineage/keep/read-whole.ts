import type { z } from 'zod';
import type { Db, Tx } from '../../db/index.js';
import { type EdgeRow, indexDataBuilder } from '../../index/index.js';
import { readLastChange } from './changes.js';
import { follow, type Held } from './follow.js';
import { holdWriters, listDatasets, listEdges, listFields } from './index-queries.js';
import { eachPage } from './pages.js';
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
  await eachPage('ds_', runner, listDatasets, (page) => {
    page.ids.forEach((id, i) => {
      const [department, library] = [page.departments[i]!, page.libraries[i]!];
      builder.dataset({ id, department, library, layer: page.layers[i]! });
    });
  });
  await eachPage('fd_', runner, listFields, (page) => {
    page.ids.forEach((id, i) => {
      const row = { id, dataset: page.datasets[i]!, grade: page.grades[i]! };
      take(id, 'fields', () => builder.field(row));
    });
  });
  await eachPage('ed_', runner, listEdges, (page) => {
    page.ids.forEach((id, i) => {
      take(id, 'edges', () => builder.edge(edgeAt(page, i)));
    });
  });
  const data = builder.finish({ version: anchor?.sequence ?? 0, ...(await readAccess(runner)) });
  return { held: { data, anchor }, early };
}

function edgeAt(page: z.output<(typeof listEdges)['row']>, i: number): EdgeRow {
  return {
    id: page.ids[i]!,
    from: page.from[i]!,
    to: page.to[i]!,
    kind: page.kinds[i]!,
    subtype: page.subtypes[i]!,
    masking: page.maskings[i]!,
    reversible: page.reversible[i]!,
    backflow: page.backflow[i]!,
    validFrom: page.validFrom[i]!,
    validTo: page.validTo[i]!,
    recordedAt: page.recordedAt[i]!,
    retractedAt: page.retractedAt[i]!,
  };
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
