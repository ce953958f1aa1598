import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Db } from '@yuanliu/graph';
import { BACKFLOWS, type GeneratedGraph, generateGraph, pickSources } from './generator.js';
import { createOracle } from './impact/oracle.js';
import { type Promised, promiseTable } from './impact/promises.js';
import { SIZES } from './impact/sizes.js';
import { ms, percentile } from './measure.js';
import { openBenchDatabase } from './neo4j.js';
import type { BenchOptions, BenchResult } from './run.js';
import { type ApiProcess, startApi } from './serve/api-process.js';
import { catalogueFieldId, datasetName, fieldPath, fillCatalogue, NAMESPACE } from './serve/catalogue.js';
import { type Loaded, openLoop } from './serve/open-loop.js';
import { faultOfImpact, fieldsByRing, impactBody, timeUntilVisible } from './serve/questions.js';
import { type Watched, watch } from './serve/watch.js';

const PER_SECOND = 100;
const RANDOM_FIELDS = 5_000;
const COMPARED = 50;
const CHANGES = 5;
const WARM_UP_SECONDS = 10;
const MIB = 2 ** 20;

interface Measured {
  rebuildMs: number;
  visibleMs: number[];
  fromFileMs: number;
  loaded: Loaded;
  watched: Watched;
  wrong: number;
}

/** The API as a process of its own over a Neo4j with a whole catalogue: load, changes, starts. */
export async function serveBench(
  say: (line: string) => void,
  { size = '1M', minutes = 5, shape = 'global' }: BenchOptions,
): Promise<BenchResult> {
  const fields = SIZES[size]?.fields;
  const backflow = BACKFLOWS.find((one) => one === shape);
  if (fields === undefined || backflow === undefined) throw new Error(`no size ${size} or no shape ${shape}`);
  const graph = generateGraph({ fields, backflow });
  const database = await openBenchDatabase(process.env, { heap: '2g', pageCache: '1g' });
  const home = mkdtempSync(join(tmpdir(), 'yuanliu-bench-home-'));
  const { uri, user, password } = database.address;
  const db = connect({ uri, user: user || undefined, password });
  try {
    await fillOnce(db, graph, say);
    const measured = await measure(graph, { home, neo4j: database.address }, minutes, say);
    return describe(graph, database.version, minutes, measured, say);
  } finally {
    await db.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Fills the store, unless it is an outside one that an earlier run has filled. */
async function fillOnce(db: Db, graph: GeneratedGraph, say: (line: string) => void): Promise<void> {
  const { records } = await db.driver.executeQuery('MATCH (f:Field) RETURN count(f) AS fields');
  const held: number = records[0]!.get('fields');
  if (held >= graph.fields) return say(`the store has ${held} fields already`);
  if (held > 0) throw new Error(`the store holds something else: ${held} fields`);
  const since = performance.now();
  await fillCatalogue(db, graph);
  say(`store filled in ${Math.round((performance.now() - since) / 1000)} s`);
}

async function measure(
  graph: GeneratedGraph,
  place: Parameters<typeof startApi>[0],
  minutes: number,
  say: (line: string) => void,
): Promise<Measured> {
  let api: ApiProcess = await startApi(place);
  try {
    const rebuildMs = api.readyMs;
    say(`ready without a file in ${ms(rebuildMs)} ms`);
    const wrong = await compare(graph, api);
    const visibleMs = await changes(graph, api, say);
    await api.stop();
    api = await startApi(place);
    const fromFileMs = api.readyMs;
    say(`ready from its file in ${ms(fromFileMs)} ms`);
    const { random } = pickSources(graph, RANDOM_FIELDS, 0);
    const bodies = random.map((field) => impactBody(catalogueFieldId(graph, field)));
    const load = (seconds: number) =>
      openLoop({
        url: `${api.url}/graphql`,
        perSecond: PER_SECOND,
        seconds,
        bodyOf: (i) => bodies[i % bodies.length]!,
        faultOf: faultOfImpact,
      });
    await load(WARM_UP_SECONDS);
    const stopWatching = watch(api);
    const loaded = await load(minutes * 60);
    const watched = await stopWatching();
    for (const line of loaded.errors.size > 0 ? api.lastErrors() : []) say(line);
    say(`resident, MiB: ${watched.resident.map((bytes) => Math.round(bytes / MIB)).join(' ')}`);
    say(`longest turn of the loop, ms: ${watched.loopMax.map((one) => one.toFixed(0)).join(' ')}`);
    return { rebuildMs, visibleMs, fromFileMs, loaded, watched, wrong };
  } finally {
    await api.stop();
  }
}

/** How many of some fields are counted otherwise over GraphQL than by the oracle, ring by ring. */
async function compare(graph: GeneratedGraph, api: ApiProcess): Promise<number> {
  const oracle = createOracle(graph, new Uint32Array(graph.fields), 1);
  let wrong = 0;
  for (const field of pickSources(graph, COMPARED, 0).random) {
    const expected = [0, 0, 0, 0];
    for (const ring of oracle.rings(field)) expected[ring]!++;
    const told = await fieldsByRing(api.url, catalogueFieldId(graph, field));
    if (told.some((count, ring) => count !== expected[ring])) wrong++;
  }
  return wrong;
}

/** Milliseconds until each of some changes, one after another, was in the answers. */
async function changes(
  graph: GeneratedGraph,
  api: ApiProcess,
  say: (line: string) => void,
): Promise<number[]> {
  const visible: number[] = [];
  // Extracts are last: nothing is downstream of them, so that what is added is all that there is.
  for (let field = graph.fields - CHANGES; field < graph.fields; field++) {
    const dataset = datasetName(graph.datasetOf[field]!);
    const of = {
      id: catalogueFieldId(graph, field),
      namespace: NAMESPACE,
      dataset,
      column: fieldPath(graph, field),
    };
    visible.push(await timeUntilVisible(api.url, of, `bench.change_${crypto.randomUUID()}`));
  }
  say(`changes seen after ${visible.map(ms).join(', ')} ms`);
  return visible;
}

/** The mean of some samples. */
const mean = (samples: readonly number[]): number =>
  samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

function describe(
  graph: GeneratedGraph,
  version: string,
  minutes: number,
  measured: Measured,
  say: (line: string) => void,
): BenchResult {
  const { rebuildMs, visibleMs, fromFileMs, loaded, watched, wrong } = measured;
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(loaded.ms, share)) as [
    number,
    number,
    number,
  ];
  const errors = [...loaded.errors.values()].reduce((sum, count) => sum + count, 0);
  for (const [text, count] of loaded.errors) say(`${count} × ${text}`);
  const perMinute = 6;
  const { resident } = watched;
  const promises: Promised[] = [];
  const add = (promise: string, value: string, kept: boolean) =>
    promises.push({ promise, measured: value, kept });
  add('p99 ≤ 60 ms', `${ms(p99)} ms`, p99 <= 60);
  add('no error', String(errors), errors === 0 && loaded.ms.length > 0);
  add(
    `counts of ${COMPARED} fields equal the oracle's, ring by ring`,
    `${COMPARED - wrong} equal`,
    wrong === 0,
  );
  if (resident.length >= 3 * perMinute) {
    const growth = mean(resident.slice(-perMinute)) / mean(resident.slice(perMinute, 2 * perMinute));
    add('memory of the last minute ≤ 1.1 times the second', `${growth.toFixed(2)}×`, growth <= 1.1);
  }
  const most = Math.max(...resident) / MIB;
  add('resident ≤ 600 MiB', `${Math.round(most)} MiB`, most <= 600);
  const held = percentile(watched.loopP99, 0.5);
  add('event loop held up ≤ 20 ms, p99 of its turns', `${ms(held)} ms`, held <= 20);
  const slowest = Math.max(...visibleMs);
  add(`${CHANGES} changes visible ≤ 2 s`, `${ms(slowest)} ms`, slowest <= 2_000);
  add('ready from the file ≤ 5 s', `${(fromFileMs / 1000).toFixed(1)} s`, fromFileMs <= 5_000);
  add('ready without a file ≤ 30 s', `${(rebuildMs / 1000).toFixed(1)} s`, rebuildMs <= 30_000);
  for (const line of promiseTable(promises)) say(line);
  return {
    ok: promises.every(({ kept }) => kept),
    section: [
      `${graph.fields} fields, ${graph.from.length} edges, backflow ${graph.shape.backflow}, in ${version}; the production build of the API in a process of its own, bench, API and database on the same machine.`,
      `Impact of ${RANDOM_FIELDS} random fields over GraphQL, counts and groups, ${PER_SECOND} a second for ${minutes} minutes, asked whether or not earlier ones were answered; times count from when a question was due: p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)} ms over ${loaded.ms.length} answers. Longest single turn of the event loop ${ms(Math.max(...watched.loopMax))} ms.`,
      '',
      ...promiseTable(promises),
    ].join('\n'),
  };
}
