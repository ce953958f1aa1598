import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearDatabase, testDb } from '../testing/index.js';
import { ingestEvents } from './ingest-events.js';

// Every order of arrival is a world of its own (all its names begin with the world's), so that thousands of orders
// share the same few transactions: the n-th event of every world arrives in the n-th round.
const MORE = Number(process.env.YUANLIU_SHUFFLES ?? 0);
const db = testDb();
beforeAll(() => clearDatabase(db));
afterAll(() => db.close());

interface Step {
  job?: string;
  /** null: a job event. */
  run: string | null;
  state: string;
  at: string;
  inputs?: string[];
  outputs?: string[];
  /** `from.field>to` of every output; null: the facet is absent. */
  columns?: string[] | null;
  doc?: string | null;
  sql?: string | null;
  backflow?: boolean;
}

const ref = (world: string, name: string) => ({ namespace: 'test', name: `${world}.${name}` });

function toEvent(world: string, step: Step): Record<string, unknown> {
  const { job = 'j', run, state, at, inputs = [], outputs = [], columns = null, doc, sql, backflow } = step;
  const fields: Record<string, { inputFields: object[] }> = {};
  for (const column of columns ?? []) {
    const [from, to] = column.split('>') as [string, string];
    const [dataset, field] = from.split('.') as [string, string];
    fields[to] ??= { inputFields: [] };
    fields[to].inputFields.push({
      ...ref(world, dataset),
      field,
      transformations: [{ type: 'DIRECT', subtype: 'IDENTITY' }],
    });
  }
  const facets = {
    ...(columns === null ? {} : { columnLineage: { fields } }),
    ...(doc
      ? {
          documentation: { description: doc },
          schema: {
            fields: [{ name: 'x', type: doc }, ...(doc === 'two' ? [{ name: 'y', type: 'z' }] : [])],
          },
          version: { datasetVersion: doc },
        }
      : {}),
  };
  return {
    eventType: state,
    eventTime: at,
    ...(run === null ? {} : { run: { runId: run } }),
    job: {
      ...ref(world, job),
      facets: {
        ...(sql ? { sql: { query: sql } } : {}),
        ...(backflow ? { yuanliu_backflow: { link: 'BF-1' } } : {}),
      },
    },
    inputs: inputs.map((name) => ref(world, name)),
    outputs: outputs.map((name) => ({ ...ref(world, name), facets })),
  };
}

/** Events of one story in one order of arrival; indices may come again. */
interface Arrival {
  world: string;
  story: readonly Step[];
  order: readonly number[];
}

async function arrive(arrivals: readonly Arrival[]): Promise<void> {
  const rounds = Math.max(...arrivals.map(({ order }) => order.length));
  for (let round = 0; round < rounds; round++) {
    const events = arrivals.flatMap(({ world, story, order }) => {
      const step = order[round];
      return step === undefined ? [] : [toEvent(world, story[step] as Step)];
    });
    const receivedAt = new Date(Date.UTC(2026, 10, 1, 8, round)).toISOString();
    const outcomes = await ingestEvents(db, events, { receivedAt });
    expect(outcomes.filter(({ status }) => status === 'refused')).toEqual([]);
  }
}

/** Everything that is believed, by world, with the world's name taken out. */
async function beliefs(): Promise<Map<string, string[]>> {
  const read = async (text: string) =>
    (await db.read((tx) => tx.run(text))).records.map(
      (record) => record.toObject() as Record<string, string>,
    );
  const rows = [
    ...(await read(`MATCH (a)-[r:FLOWS_TO]->(b) WHERE r.retractedAt IS NULL
      RETURN coalesce(a.path, '') AS from, coalesce(b.path, '') AS to, r.basis AS basis, r.kind + r.subtype AS how,
        CASE WHEN a:Field THEN head([(d)-[:HAS_FIELD]->(a) | d.name]) ELSE a.name END AS name,
        CASE WHEN b:Field THEN head([(d)-[:HAS_FIELD]->(b) | d.name]) ELSE b.name END AS target,
        r.backflow AS backflow, r.validFrom AS since, r.validTo AS until, split(r.run, '@')[0] AS run, r.sqlHash AS sql`)),
    ...(await read(`MATCH (d:Dataset) RETURN d.name AS name, d.abstract AS text,
      [(d)-[:HAS_FIELD]->(f) | f.path + ' ' + coalesce(f.type, '') + ' ' + f.ordinal] AS fields`)),
    ...(await read(`MATCH (d:Dataset) MATCH (f:StatedFacets {of: d.id}) UNWIND range(0, size(f.names) - 1) AS i
      RETURN d.name AS name, f.names[i] AS facet, f.texts[i] AS text, split(f.stamps[i], '#')[0] AS at`)),
    ...(await read(`MATCH (r:Run)-[:OF]->(j:Job) RETURN j.name AS name, split(r.id, '@')[0] AS run, r.state AS state,
      r.startedAt AS startedAt, r.endedAt AS endedAt, r.lastEventAt AS lastEventAt`)),
    ...(await read(`MATCH (j:Job)-[l:READS|WRITES]->(d:Dataset)
      RETURN j.name AS name, type(l) AS how, d.name AS target, l.lineageAt AS at, j.sql AS sql`)),
  ];
  const worlds = new Map<string, string[]>();
  for (const row of rows) {
    const world = String(row.name).split('.')[0] as string;
    if (Array.isArray(row.fields)) row.fields.sort();
    worlds.set(world, [...(worlds.get(world) ?? []), JSON.stringify(row).replaceAll(`${world}.`, '')]);
  }
  for (const lines of worlds.values()) lines.sort();
  return worlds;
}

/** All worlds of one story must have come to the same. */
async function compare(arrivals: readonly Arrival[]): Promise<void> {
  const worlds = await beliefs();
  const first = new Map<readonly Step[], Arrival>();
  for (const arrival of arrivals) {
    const { world, story, order } = arrival;
    const model = first.get(story) ?? arrival;
    first.set(story, model);
    const said = `${JSON.stringify(story)} as ${order} against ${model.order}`;
    expect(worlds.get(world), said).toEqual(worlds.get(model.world));
  }
  expect(worlds.size).toBe(arrivals.length);
}

/** `hh:mm` of one day. */
const at = (time: string) => `2026-03-01T${time}:00Z`;
// r1 and r2 succeed, r2 leaves b out; r3 says c and fails, so it ends nothing.
const SEVEN: Step[] = [
  { run: 'r1', state: 'START', at: at('01:00'), inputs: ['s'], doc: 'one', sql: 'select 1' },
  { run: 'r1', state: 'RUNNING', at: at('01:10'), outputs: ['t'], columns: ['s.a>x', 's.b>x'] },
  {
    run: 'r1',
    state: 'COMPLETE',
    at: at('01:20'),
    outputs: ['t', 'u'],
    columns: ['s.a>x', 's.b>x'],
    doc: 'two',
  },
  { run: 'r2', state: 'START', at: at('02:00'), inputs: ['s', 'v'], outputs: ['u'], sql: 'select 2' },
  { run: 'r2', state: 'COMPLETE', at: at('02:20'), outputs: ['t'], columns: ['s.a>x'], backflow: true },
  { run: 'r3', state: 'START', at: at('03:00'), inputs: ['s'], outputs: ['t', 'u'], columns: ['s.c>x'] },
  { run: 'r3', state: 'FAIL', at: at('03:10'), outputs: ['w'] },
];

/** Each of seven events once, and some a second and third time. */
const Orders = fc
  .shuffledSubarray([...SEVEN.keys(), ...SEVEN.keys(), ...SEVEN.keys()], { minLength: 14 })
  .filter((order) => new Set(order).size === SEVEN.length);

function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, place) => [...rest.slice(0, place), n - 1, ...rest.slice(place)]),
  );
}

const Name = fc.constantFrom('s', 't', 'u', 'v');
const Story = fc
  .array(
    fc.record({
      job: fc.constantFrom('j', 'k'),
      run: fc.constantFrom('r1', 'r2', 'r3', 'r4', null),
      state: fc.constantFrom('START', 'START', 'RUNNING', 'COMPLETE', 'COMPLETE', 'FAIL', 'ABORT', 'OTHER'),
      inputs: fc.uniqueArray(Name, { maxLength: 2 }),
      outputs: fc.uniqueArray(Name, { maxLength: 2 }),
      columns: fc.option(
        fc.uniqueArray(fc.constantFrom('s.a>x', 's.b>x', 's.a>y', 'u.x>x', 'v.c>y'), { maxLength: 3 }),
        { nil: null },
      ),
      doc: fc.option(fc.constantFrom('one', 'two', 'three'), { nil: null }),
      sql: fc.option(fc.constantFrom('select 1', 'select 2'), { nil: null }),
      backflow: fc.boolean(),
    }),
    { minLength: 8, maxLength: 14 },
  )
  .map((steps) =>
    steps.map((step, i): Step => {
      // Some are days late, the last two are stamped next year.
      const month = i >= steps.length - 2 ? '2027-05' : '2026-03';
      return { ...step, at: `${month}-${10 + i}T00:00:00Z` };
    }),
  );

describe('events in any order and any number of times', () => {
  it('give one graph for the orders of seven events of three runs', async () => {
    const orders = MORE > 0 ? permutations(7) : fc.sample(Orders, { numRuns: 60, seed: 7 });
    const arrivals = orders.map((order, i) => ({ world: `p${i}`, story: SEVEN, order }));
    await arrive(arrivals);
    await compare(arrivals);
    const open = await db.read((tx) =>
      tx.run(`MATCH (a:Field)-[r:FLOWS_TO]->(:Field)<-[:HAS_FIELD]-(d:Dataset)
        WHERE r.retractedAt IS NULL AND r.validTo IS NULL AND d.name = 'p0.t' RETURN a.path AS path ORDER BY path`),
    );
    expect(open.records.map((record) => record.get('path'))).toEqual(['a', 'c']);
  }, 1_200_000);

  it('give one graph for shuffles of longer stories of two jobs, with late and future stamps', async () => {
    await clearDatabase(db);
    const stories = fc.sample(Story, { numRuns: MORE > 0 ? Math.ceil(MORE / 20) : 20, seed: 11 });
    const arrivals = stories.flatMap((story, s) => {
      const keys = [...story.keys()];
      const shuffles = fc.sample(
        fc.tuple(
          fc.shuffledSubarray(keys, { minLength: keys.length }),
          fc.shuffledSubarray([...keys, ...keys], { minLength: 0, maxLength: 5 }),
        ),
        { numRuns: MORE > 0 ? 20 : 4, seed: s },
      );
      return shuffles.map(([order, again], i) => ({
        world: `q${s}x${i}`,
        story,
        order: [...order, ...again],
      }));
    });
    await arrive(arrivals);
    await compare(arrivals);
  }, 1_200_000);
});
