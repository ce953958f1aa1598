import { z } from 'zod';
import { type Db, defineQuery, parseInput, single, stored } from '../db/index.js';
import { Change, type Viewer } from '../model/index.js';

const row = single('change', stored(Change, ['before', 'after']));
const Size = z.number().int().min(0).max(10_000);

const findLast = defineQuery({
  file: 'change/find-last',
  mode: 'read',
  params: z.object({}),
  row: z.object({ value: z.number().int() }),
});
const listAfter = defineQuery({
  file: 'change/list-after',
  mode: 'read',
  params: z.object({ after: z.number().int(), limit: z.number().int() }),
  row,
});
const listOfKeys = defineQuery({
  file: 'change/list-of-keys',
  mode: 'read',
  params: z.object({ keys: z.array(z.string()), before: z.number().int(), limit: z.number().int() }),
  row,
});
const listLatest = defineQuery({
  file: 'change/list-latest',
  mode: 'read',
  params: z.object({ limit: z.number().int() }),
  row,
});

/** The newest changes of some things, the last first; `before` a number to go on from. At most 10,000. */
export function listChangesOf(
  db: Db,
  _viewer: Viewer,
  keys: readonly string[],
  { first = 20, before = null }: { first?: number; before?: number | null } = {},
): Promise<Change[]> {
  const limit = parseInput(Size, first, 'first');
  return listOfKeys.run(db, { keys: [...keys], before: before ?? Number.MAX_SAFE_INTEGER, limit });
}

/** Number of the last change, 0 before the first. */
export async function findLastSequence(db: Db): Promise<number> {
  return (await findLast.first(db, {}))?.value ?? 0;
}

/** Changes after a number in their order; at most 10,000 at once. */
export function listChanges(
  db: Db,
  _viewer: Viewer,
  page: { after?: number | null; first?: number | null } = {},
): Promise<Change[]> {
  const limit = parseInput(Size, page.first ?? 100, 'first');
  return listAfter.run(db, { after: parseInput(z.number().int().min(0), page.after ?? 0, 'after'), limit });
}

/** The newest changes, the last first; at most 10,000. */
export function listLatestChanges(db: Db, _viewer: Viewer, first = 20): Promise<Change[]> {
  return listLatest.run(db, { limit: parseInput(Size, first, 'first') });
}
