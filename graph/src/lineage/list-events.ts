import { z } from 'zod';
import { type Db, defineQuery, parseInput, single } from '../db/index.js';
import { type EventIssue, withoutCredentials } from '../ingest/openlineage/index.js';
import type { Viewer } from '../model/index.js';

const nullish = z
  .string()
  .nullish()
  .transform((v) => v ?? null);
const issues = (json: string | null): EventIssue[] => (json === null ? [] : JSON.parse(json));
const page = z.object({ at: z.string(), digest: z.string(), limit: z.number().int() });

const listAccepted = defineQuery({
  file: 'lineage/list-events',
  mode: 'read',
  params: page,
  row: single(
    'event',
    z.object({
      digest: z.string(),
      receivedAt: z.string(),
      eventTime: z.string(),
      kind: z.enum(['RUN', 'DATASET', 'JOB']),
      job: nullish,
      run: nullish,
      noticesJson: nullish,
      body: z.string(),
    }),
  ),
});
const listRefused = defineQuery({
  file: 'lineage/list-refused',
  mode: 'read',
  params: page,
  row: single(
    'event',
    z.object({
      digest: z.string(),
      receivedAt: z.string(),
      firstReceivedAt: z.string(),
      count: z.number().int(),
      reasonsJson: nullish,
      body: z.string(),
    }),
  ),
});

const Page = z.object({
  first: z.number().int().min(1).max(200).default(50),
  after: z.string().max(200).nullish(),
});

/** Where the next page begins: the place of the last row. */
const cursorOf = (row: { receivedAt: string; digest: string }) => `${row.receivedAt}|${row.digest}`;
const AFTER_ALL_TIMES = '~';

function placeOf(input: z.input<typeof Page>) {
  const { first, after } = parseInput(Page, input);
  const [at = AFTER_ALL_TIMES, digest = ''] = after ? after.split('|') : [];
  return { at, digest, limit: first };
}

/** Passwords inside addresses stay in the kept event, but are shown to nobody. */
const shown = (body: string) =>
  body.replace(/"[a-z][a-z0-9+.:-]*:\/\/[^"\\]*"/gi, (uri) => `"${withoutCredentials(uri.slice(1, -1))}"`);

/** Accepted events, latest first; `cursor` of the last row is the next `after`. */
export async function listEvents(db: Db, _viewer: Viewer, input: z.input<typeof Page> = {}) {
  const rows = await listAccepted.run(db, placeOf(input));
  return rows.map(({ noticesJson, body, ...row }) => ({
    ...row,
    notices: issues(noticesJson),
    body: shown(body),
    cursor: cursorOf(row),
  }));
}

/** Refused events with their reasons, latest first; the body may be cut. */
export async function listRefusedEvents(db: Db, _viewer: Viewer, input: z.input<typeof Page> = {}) {
  const rows = await listRefused.run(db, placeOf(input));
  return rows.map(({ reasonsJson, body, ...row }) => ({
    ...row,
    reasons: issues(reasonsJson),
    body: shown(body),
    cursor: cursorOf(row),
  }));
}
