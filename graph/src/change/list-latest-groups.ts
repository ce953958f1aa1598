import { z } from 'zod';
import { type Db, defineQuery, parseInput } from '../db/index.js';
import { Instant, type Viewer } from '../model/index.js';

/** So many of the newest changes are looked at: a whole import counts as one line, not as the whole list. */
const WITHIN = 5_000;

const Row = z.object({
  kind: z.string(),
  actor: z.string(),
  at: Instant,
  count: z.number().int(),
  key: z.string(),
  afterJson: z
    .string()
    .nullish()
    .transform((v) => v ?? null),
});
/** Changes of one kind, actor and minute; `key` and `name` are those of the newest. */
export interface ChangeGroup {
  kind: string;
  actor: string;
  at: Instant;
  count: number;
  key: string;
  /** Title, name or path of the thing, where the change says it. */
  name: string | null;
}

const list = defineQuery({
  file: 'change/list-latest-groups',
  mode: 'read',
  params: z.object({ within: z.number().int(), limit: z.number().int() }),
  row: Row,
});

const Named = z.object({ title: z.string(), name: z.string(), path: z.string() }).partial();

function nameIn(json: string | null): string | null {
  const named = Named.safeParse(json === null ? null : JSON.parse(json)).data;
  return named?.title || named?.name || named?.path || null;
}

/** What happened lately, in at most `first` lines, the newest first. Throws InvalidInput. */
export async function listLatestGroups(db: Db, _viewer: Viewer, first = 8): Promise<ChangeGroup[]> {
  const limit = parseInput(z.number().int().min(1).max(100), first, 'first');
  const rows = await list.run(db, { within: WITHIN, limit });
  return rows.map(({ afterJson, ...row }) => ({ ...row, name: nameIn(afterJson) }));
}
