import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../ingest/openlineage/index.js';
import { datasetIdOf, jobIdOf } from '../model/index.js';
import { applyEvent, foldTimelines, type PlacedEvent, resolveNames, timelineKey } from './apply-event.js';
import { type CatalogueState, emptyState } from './catalogue-state.js';

// Small worlds: two jobs over four datasets with two columns each, six moments, three runs.
const DATASETS = ['a', 'b', 'c', 'd'];
const ref = (name: string) => ({ namespace: 'ns', name });
const Column = fc.constantFrom('x', 'y');
const ColumnLineage = fc.option(
  fc.array(
    fc.record({
      to: Column,
      from: fc.constantFrom(...DATASETS),
      field: Column,
      masking: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { nil: null },
);
const Event = fc.record({
  job: fc.constantFrom('j1', 'j2'),
  run: fc.constantFrom('r1', 'r2', 'r3', null),
  state: fc.constantFrom('START', 'RUNNING', 'COMPLETE', 'FAIL', 'ABORT'),
  hour: fc.integer({ min: 1, max: 6 }),
  inputs: fc.uniqueArray(fc.constantFrom(...DATASETS), { maxLength: 2 }),
  outputs: fc.uniqueArray(fc.constantFrom(...DATASETS), { maxLength: 2 }),
  lineage: ColumnLineage,
  documentation: fc.option(fc.constantFrom('one', 'two'), { nil: null }),
});
type World = typeof Event extends fc.Arbitrary<infer T> ? T : never;

function toOpenLineage(e: World): Record<string, unknown> {
  const fields: Record<string, { inputFields: object[] }> = {};
  for (const { to, from, field, masking } of e.lineage ?? []) {
    fields[to] ??= { inputFields: [] };
    fields[to].inputFields.push({
      ...ref(from),
      field,
      transformations: [{ type: 'DIRECT', subtype: 'IDENTITY', masking }],
    });
  }
  const facets = {
    ...(e.lineage === null ? {} : { columnLineage: { fields } }),
    ...(e.documentation === null ? {} : { documentation: { description: e.documentation } }),
  };
  return {
    eventType: e.state,
    eventTime: `2026-03-01T0${e.hour}:00:00Z`,
    // A run belongs to one job.
    ...(e.run === null ? {} : { run: { runId: `${e.job}-${e.run}` } }),
    job: ref(e.job),
    inputs: e.inputs.map(ref),
    outputs: e.outputs.map((name) => ({ ...ref(name), facets })),
  };
}

const NOW = '2026-11-01T00:00:00.000Z';

/** A state that holds every timeline of the small world from its beginning. */
function everything(): CatalogueState {
  const state = emptyState(NOW);
  for (const job of ['j1', 'j2'].map((name) => jobIdOf('ns', name))) {
    for (const output of DATASETS.map((name) => datasetIdOf('ns', name))) {
      const key = timelineKey(job, output);
      const nothing = { rows: [], since: '', statements: [], firstColumns: null, versions: new Map() };
      state.timelines.set(key, {
        value: { key, job, output, ...nothing },
        before: [],
        runs: { since: '', stored: [] },
      });
    }
  }
  return state;
}

function fold(events: readonly Record<string, unknown>[]): CatalogueState {
  const state = everything();
  const seen = new Set<string>();
  for (const event of events) {
    const reading = readEvent(event);
    if (!reading.ok) throw new Error(JSON.stringify(reading.refused.faults));
    const { facts } = reading;
    if (seen.has(facts.digest)) continue;
    seen.add(facts.digest);
    const placed: PlacedEvent = {
      facts,
      receivedAt: NOW,
      stamp: facts.stamp,
      eventTime: facts.eventTime,
      ids: new Map(),
      notices: [],
    };
    resolveNames(state, placed);
    applyEvent(state, placed);
    foldTimelines(state);
  }
  return state;
}

const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** What we hold to be true, without ids of versions and without who happened to say it first. */
function beliefs(state: CatalogueState) {
  const values = <T extends object>(map: Map<string, { value: T }>) =>
    [...map.values()].map((entry) => entry.value).sort(byText);
  return {
    datasets: values(state.datasets),
    fields: values(state.fields),
    jobs: values(state.jobs),
    runs: values(state.runs),
    reads: [...state.reads].sort(),
    writes: [...state.writes].sort(),
    lineageAt: [...state.lineageAt].sort(),
    edges: [...state.timelines.values()]
      .flatMap((entry) => entry.value.rows)
      .filter((row) => row.retractedAt === null)
      .map(({ from, to, kind, subtype, masking, basis, backflow, fromStamp, toStamp, job }) => ({
        from,
        to,
        kind,
        subtype,
        masking,
        basis,
        backflow,
        fromStamp,
        toStamp,
        job,
      }))
      .sort(byText),
  };
}

interface Said {
  stamp: string;
  /** No run: counts at once. */
  ends: boolean;
  failed: boolean;
  edges: Set<string>;
}

/** The edges from their definition, by brute force over all events: `timeline basis edge [from, to)`. */
function edgesByDefinition(worlds: readonly World[]): string[] {
  const said = worlds.flatMap((world) => {
    const reading = readEvent(toOpenLineage(world));
    return reading.ok ? [{ world, facts: reading.facts }] : [];
  });
  const events = [...new Map(said.map((e) => [e.facts.digest, e])).values()].sort((a, b) =>
    a.facts.stamp < b.facts.stamp ? -1 : 1,
  );
  const isEnd = (state: string) => ['COMPLETE', 'FAIL', 'ABORT'].includes(state);
  const lines: string[] = [];
  for (const job of ['j1', 'j2']) {
    const own = events.filter(({ world }) => world.job === job);
    const ofRun = (run: string | null) => own.filter(({ world }) => run !== null && world.run === run);
    const stateOf = (run: string | null) => {
      const states = ofRun(run).map(({ world }) => world.state);
      return states.filter(isEnd).at(-1) ?? states.at(-1);
    };
    const saidBy = (run: string | null) => ({
      ends: run === null || stateOf(run) === 'COMPLETE',
      failed: ['FAIL', 'ABORT'].includes(stateOf(run) ?? ''),
    });
    for (const output of DATASETS) {
      const columns: Said[] = own
        .filter(({ world }) => world.outputs.includes(output) && world.lineage !== null)
        .map(({ world, facts: { stamp } }) => ({
          ...{ stamp, ...saidBy(world.run) },
          edges: new Set(
            (world.lineage ?? []).map((l) => `${l.from}.${l.field}>${l.to}${l.masking ? ' masked' : ''}`),
          ),
        }));
      const inputsOf = (group: typeof own) =>
        new Set(
          group
            // What columns come from is read as well.
            .flatMap(({ world }) => [
              ...world.inputs,
              ...(world.outputs.length > 0 ? (world.lineage ?? []).map((l) => l.from) : []),
            ])
            .filter((input) => input !== output),
        );
      const cut = columns.find(({ failed }) => !failed)?.stamp ?? null;
      const groups = ['r1', 'r2', 'r3'].map(ofRun).filter((group) => group.length > 0);
      const singles = own.filter(({ world }) => world.run === null).map((one) => [one]);
      const whole: Said[] = [...groups, ...singles]
        .filter((group) => group.some(({ world }) => world.outputs.includes(output)))
        .map((group) => ({
          ...{ stamp: group[0]?.facts.stamp as string, ...saidBy(group[0]?.world.run ?? null) },
          edges: inputsOf(group),
        }))
        .filter(({ stamp, edges }) => edges.size > 0 && (cut === null || stamp < cut))
        .sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
      for (const [basis, statements, end] of [
        ['COLUMNS', columns, null],
        ['RUN', whole, cut],
      ] as const) {
        const names = new Set(statements.flatMap(({ edges }) => [...edges]));
        for (const name of names) {
          let since: string | null = null;
          const put = (until: string | null) =>
            lines.push(`${job} ${output} ${basis} ${name} [${since}, ${until})`);
          for (const { stamp, ends, edges } of statements) {
            if (edges.has(name)) since ??= stamp;
            else if (ends && since !== null) {
              put(stamp);
              since = null;
            }
          }
          if (since !== null) put(end);
        }
      }
    }
  }
  return lines.sort();
}

/** Rows of the fold in the same words. */
function edgesOf(state: CatalogueState): string[] {
  const words = new Map<string, string>();
  for (const job of ['j1', 'j2']) words.set(jobIdOf('ns', job), job);
  for (const name of DATASETS) words.set(datasetIdOf('ns', name), name);
  for (const { value } of state.fields.values())
    words.set(value.id, `${words.get(value.dataset)}.${value.path}`);
  return [...state.timelines.values()]
    .flatMap(({ value: { rows, output } }) => rows.map((row) => ({ row, output })))
    .filter(({ row }) => row.retractedAt === null)
    .map(({ row: { basis, from, to, masking, job, fromStamp, toStamp }, output }) => {
      const target = words.get(to)?.split('.')[1];
      const name =
        target === undefined ? words.get(from) : `${words.get(from)}>${target}${masking ? ' masked' : ''}`;
      return `${words.get(job as string)} ${words.get(output)} ${basis} ${name} [${fromStamp}, ${toStamp})`;
    })
    .sort();
}

describe('folding events', () => {
  it('comes to the same in every order and with repetitions', () => {
    fc.assert(
      fc.property(
        fc.array(Event, { minLength: 1, maxLength: 8 }).chain((events) =>
          fc.tuple(
            fc.constant(events.map(toOpenLineage)),
            fc.shuffledSubarray([...events.keys(), ...events.keys()], {
              minLength: events.length * 2,
              maxLength: events.length * 2,
            }),
          ),
        ),
        ([events, order]) => {
          const inOrder = beliefs(fold(events));
          const shuffled = beliefs(fold(order.map((i) => events[i] as Record<string, unknown>)));
          expect(shuffled).toEqual(inOrder);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('gives the edges of the definition: only runs that succeeded end any, and columns end what was coarse', () => {
    fc.assert(
      fc.property(fc.array(Event, { minLength: 1, maxLength: 8 }), (worlds) => {
        expect(edgesOf(fold(worlds.map(toOpenLineage)))).toEqual(edgesByDefinition(worlds));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no two versions of edges the same id', () => {
    fc.assert(
      fc.property(fc.array(Event, { maxLength: 10 }), (worlds) => {
        const ids = [...fold(worlds.map(toOpenLineage)).timelines.values()].flatMap((t) =>
          t.value.rows.map((row) => row.id),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });
});
