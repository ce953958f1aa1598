import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, createGraph, migrate } from '@yuanliu/graph';
import { z } from 'zod';
import { type Promised, promiseTable } from './impact/promises.js';
import { lineageEvent } from './ingest/events.js';
import { ms, percentile } from './measure.js';
import { openBenchDatabase } from './neo4j.js';
import type { BenchResult } from './run.js';
import { startApi } from './serve/api-process.js';
import { type Loaded, openLoop } from './serve/open-loop.js';

/** Single events arrive at this rate whether or not earlier ones were answered. */
const PER_SECOND = 310;
const SECONDS = 10;
const WARM_SECONDS = 3;
const BATCHES = 8;
const BATCH = 1_000;
/** Events of the baseline: one transaction each, before the answer. */
const PLAIN = 300;

/** OpenLineage events over HTTP into Neo4j: accepted, and built. */
export async function ingestBench(say: (line: string) => void): Promise<BenchResult> {
  const database = await openBenchDatabase(process.env, { heap: '1g', pageCache: '512m' });
  const home = mkdtempSync(join(tmpdir(), 'yuanliu-bench-home-'));
  const { uri, user, password } = database.address;
  const db = connect({ uri, user: user || undefined, password });
  try {
    await migrate(db);
    const graph = createGraph({ db });
    let next = 0;
    // The first round makes the tables and jobs; what follows is the daily business.
    await graph.ingest.lineage(take(800), { receivedAt: new Date().toISOString() });
    const plain = await perSecond(PLAIN, async () => {
      for (const event of take(PLAIN))
        await graph.ingest.lineage([event], { receivedAt: new Date().toISOString() });
    });
    say(`one transaction an event: ${Math.round(plain)} events/s`);
    const api = await startApi({ home, neo4j: database.address });
    try {
      // A process that has just started compiles: what is promised is of one that runs.
      await post(`${api.url}/api/v1/lineage/batch?wait=true`, JSON.stringify(take(BATCH)));
      await postSingly(api.url, take(PER_SECOND * WARM_SECONDS), WARM_SECONDS);
      const single = await postSingly(api.url, take(PER_SECOND * SECONDS), SECONDS);
      for (const [text, count] of single.errors) say(`${count} × ${text}`);
      say(`single: p50 ${ms(percentile(single.ms, 0.5))} ms`);
      const since = performance.now();
      const bodies = Array.from({ length: BATCHES }, () => JSON.stringify(take(BATCH)));
      for (const body of bodies) await post(`${api.url}/api/v1/lineage/batch`, body);
      const accepted = (BATCHES * BATCH * 1000) / (performance.now() - since);
      const built = (BATCHES * BATCH * 1000) / (await builtAfter(api.url, since));
      say(`batches: ${Math.round(accepted)} events/s accepted, ${Math.round(built)} events/s built`);
      return describe(
        { plain, single, accepted, built, resident: api.residentBytes() },
        database.version,
        say,
      );
    } finally {
      await api.stop();
    }

    function take(count: number): Record<string, unknown>[] {
      const events = Array.from({ length: count }, (_, i) => lineageEvent(next + i));
      next += count;
      return events;
    }
  } finally {
    await db.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const since = performance.now();
  await work();
  return (count * 1000) / (performance.now() - since);
}

async function post(url: string, body: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 300)}`);
}

interface Singly extends Loaded {
  /** Events by second until the last was in the graph. */
  built: number;
}

async function postSingly(url: string, events: readonly object[], seconds: number): Promise<Singly> {
  const bodies = events.map((event) => JSON.stringify(event));
  const since = performance.now();
  const loaded = await openLoop({
    ...{ url: `${url}/api/v1/lineage`, perSecond: PER_SECOND, seconds },
    bodyOf: (i) => bodies[i] as string,
    faultOf: (text) => (text.includes('"accepted"') ? null : text.slice(0, 200)),
  });
  return { ...loaded, built: (events.length * 1000) / (await builtAfter(url, since)) };
}

const Health = z.object({
  data: z.object({ health: z.object({ inbox: z.object({ waiting: z.number() }) }) }),
});

/** Milliseconds since `since` when nothing waits in the inbox any more. */
async function builtAfter(url: string, since: number): Promise<number> {
  for (;;) {
    const body = JSON.stringify({ query: '{ health { inbox { waiting } } }' });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    if (Health.parse(await answer.json()).data.health.inbox.waiting === 0) return performance.now() - since;
    await sleep(20);
  }
}

function describe(
  m: { plain: number; single: Singly; accepted: number; built: number; resident: number },
  version: string,
  say: (line: string) => void,
): BenchResult {
  const p95 = percentile(m.single.ms, 0.95);
  const promises: Promised[] = [];
  const add = (promise: string, measured: string, kept: boolean) =>
    promises.push({ promise, measured, kept });
  add('p95 of the single endpoint ≤ 50 ms', `${ms(p95)} ms at ${PER_SECOND}/s`, p95 <= 50);
  add('no error', String(m.single.errors.size), m.single.errors.size === 0);
  add('single events accepted and built ≥ 300/s', `${Math.round(m.single.built)}/s`, m.single.built >= 300);
  add('batches accepted ≥ 1,000/s', `${Math.round(m.accepted)}/s`, m.accepted >= 1_000);
  add('built from batches ≥ 300/s', `${Math.round(m.built)}/s`, m.built >= 300);
  const table = promiseTable(promises);
  for (const line of table) say(line);
  const beside = [
    '| Way | Events/s |',
    '| --- | ---: |',
    `| one transaction an event, before the answer | ${Math.round(m.plain)} |`,
    `| inbox, single events | ${Math.round(m.single.built)} |`,
    `| inbox, batches of ${BATCH} | ${Math.round(m.built)} |`,
  ];
  for (const line of beside) say(line);
  const text = `${version}; API ${Math.round(m.resident / 2 ** 20)} MiB. START and COMPLETE of 200 jobs, 12 columns each.`;
  return {
    ok: promises.every(({ kept }) => kept),
    section: [text, '', ...table, '', ...beside, ''].join('\n'),
  };
}
