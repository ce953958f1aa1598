import { z } from 'zod';
import {
  type Db,
  defineQuery,
  type Page,
  PageRequest,
  pageOf,
  parseInput,
  single,
  skipOf,
} from '../db/index.js';
import { type EventIssue, withoutCredentials } from '../ingest/openlineage/index.js';
import type { Viewer } from '../model/index.js';

const nullish = z
  .string()
  .nullish()
  .transform((v) => v ?? null);

const list = defineQuery({
  file: 'lineage/list-events',
  mode: 'read',
  params: z.object({ refusedOnly: z.boolean(), skip: z.number().int(), limit: z.number().int() }),
  row: single(
    'event',
    z.object({
      digest: z.string(),
      receivedAt: z.string(),
      eventTime: nullish,
      kind: z.string(),
      job: nullish,
      run: nullish,
      noticesJson: nullish,
      reasonsJson: nullish,
      count: z.number().int().nullish(),
      refused: z.boolean(),
    }),
  ),
});
const countEvents = defineQuery({
  file: 'lineage/count-events',
  mode: 'read',
  params: z.object({ refusedOnly: z.boolean() }),
  row: z.object({ total: z.number().int() }),
});
const arrivals = defineQuery({
  file: 'lineage/count-arrivals',
  mode: 'read',
  params: z.object({ since: z.string() }),
  row: z.object({ accepted: z.number().int(), refused: z.number().int(), lastAt: nullish }),
});
const find = defineQuery({
  file: 'lineage/find-event',
  mode: 'read',
  params: z.object({ digest: z.string() }),
  row: z.object({ body: z.string() }),
});

const bodies = defineQuery({
  file: 'lineage/list-event-bodies',
  mode: 'read',
  params: z.object({
    ...{ after: z.string(), before: z.string() },
    ...{ skip: z.number().int(), limit: z.number().int(), newestFirst: z.boolean() },
  }),
  row: z.object({ bodies: z.array(z.string()), total: z.number().int() }),
});

/** An event that arrived. `reasons` is null when it was accepted; `count` = how often a refused one came. */
export interface ArrivedEvent {
  digest: string;
  receivedAt: string;
  eventTime: string | null;
  kind: string;
  job: string | null;
  run: string | null;
  notices: string[];
  reasons: string[] | null;
  count: number;
}

const written = (json: string | null): string[] =>
  json === null ? [] : (JSON.parse(json) as EventIssue[]).map(({ path, message }) => `${path}: ${message}`);

const Request = PageRequest.extend({ refusedOnly: z.boolean().default(false) });

/** Events that arrived, the newest first. Throws InvalidInput for a cursor that is none of this list. */
export async function listEvents(
  db: Db,
  _viewer: Viewer,
  input: z.input<typeof Request> = {},
): Promise<Page<ArrivedEvent>> {
  const { refusedOnly, first, after } = parseInput(Request, input);
  const skip = skipOf(after);
  const [rows, count] = await Promise.all([
    list.run(db, { refusedOnly, skip, limit: first }),
    countEvents.first(db, { refusedOnly }),
  ]);
  const events = rows.map(({ noticesJson, reasonsJson, refused, count: times, ...row }) => ({
    ...row,
    notices: written(noticesJson),
    reasons: refused ? written(reasonsJson) : null,
    count: times ?? 1,
  }));
  return pageOf(events, count?.total ?? 0, skip);
}

/** How many events were accepted and refused since a moment, and when the last was accepted at all. */
export async function countArrivals(
  db: Db,
  _viewer: Viewer,
  since: string,
): Promise<{ accepted: number; refused: number; lastAt: string | null }> {
  return (await arrivals.first(db, { since })) ?? { accepted: 0, refused: 0, lastAt: null };
}

/** The kept event as JSON text (cut when it was refused); null when there is none. Passwords in addresses are left out. */
export async function findEventBody(db: Db, _viewer: Viewer, digest: string): Promise<string | null> {
  const body = (await find.first(db, { digest }))?.body ?? null;
  return body === null ? null : withoutPasswords(body);
}

/** Accepted events as JSON texts by their own time (ISO, UTC; from and until), and how many there are. */
export async function listEventBodies(
  db: Db,
  _viewer: Viewer,
  request: z.input<typeof bodies.params>,
): Promise<{ bodies: string[]; total: number }> {
  const found = await bodies.first(db, request);
  return { bodies: (found?.bodies ?? []).map(withoutPasswords), total: found?.total ?? 0 };
}

const ADDRESS = /"[a-z][a-z0-9+.:-]*:\/\/[^"\\]*"/gi;
/** JSON text whose addresses tell no passwords. */
export const withoutPasswords = (json: string): string =>
  json.replace(ADDRESS, (uri) => `"${withoutCredentials(uri.slice(1, -1))}"`);
