import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import type { Viewer } from '../model/index.js';
import { instantOfStamp } from './edge-timeline.js';
import { withoutPasswords } from './list-events.js';

const texts = z.array(z.string());
const find = defineQuery({
  file: 'lineage/find-facets',
  mode: 'read',
  params: z.object({ of: z.array(z.string()) }),
  row: z.object({ of: z.string(), names: texts, stamps: texts, texts }),
});

/** Facets that events stated of one dataset, job or run, by name. */
export interface StatedFacets {
  of: string;
  facets: { name: string; json: string; statedAt: string }[];
}

/** Facets by what they belong to: datasets, jobs and runs by id; those without any are left out. Passwords in addresses are left out. */
export async function findFacets(db: Db, _viewer: Viewer, of: readonly string[]): Promise<StatedFacets[]> {
  return (await find.run(db, { of: [...of] })).map((row) => ({
    of: row.of,
    facets: row.names.flatMap((name, i) => {
      const json = row.texts[i] ? withoutPasswords(row.texts[i]) : null;
      return json ? [{ name, json, statedAt: instantOfStamp(row.stamps[i] as string) }] : [];
    }),
  }));
}
