import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../ingest/openlineage/index.js';
import { applyEvent, type PlacedEvent, resolveNames } from './apply-event.js';
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
  state: fc.constantFrom('START', 'RUNNING', 'COMPLETE', 'FAIL'),
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

function fold(events: readonly Record<string, unknown>[]): CatalogueState {
  const state = emptyState(NOW);
  const seen = new Set<string>();
  for (const event of events) {
    const reading = readEvent(event);
    if (!reading.ok) throw new Error(JSON.stringify(reading.refused.faults));
    const { facts } = reading;
    if (seen.has(facts.digest)) continue;
    seen.add(facts.digest);
    const placed: PlacedEvent = {
      facts,
      stamp: facts.stamp,
      eventTime: facts.eventTime,
      ids: new Map(),
      notices: [],
    };
    resolveNames(state, placed);
    applyEvent(state, placed);
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

/** The same from its definition: statements of a job and output in order of time, maximal runs of each edge. */
function columnEdgesByDefinition(events: readonly Record<string, unknown>[]) {
  const statements = new Map<string, Map<string, Set<string>>>();
  for (const event of events) {
    const reading = readEvent(event);
    if (!reading.ok) continue;
    for (const { output, edges } of reading.facts.statements) {
      const key = `${reading.facts.job?.name} ${output}`;
      const known = statements.get(key) ?? new Map<string, Set<string>>();
      known.set(
        reading.facts.stamp,
        new Set(edges.map((e) => `${e.fromDataset}.${e.fromField}>${e.toField} ${e.masking}`)),
      );
      statements.set(key, known);
    }
  }
  let count = 0;
  let open = 0;
  for (const known of statements.values()) {
    const sets = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edges]) => edges);
    sets.forEach((edges, i) => {
      for (const edge of edges) {
        if (!sets[i - 1]?.has(edge)) count++;
        if (i === sets.length - 1) open++;
      }
    });
  }
  return { count, open };
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
      { numRuns: 1500 },
    );
  });

  it('holds each edge from the statement that begins it to the one that leaves it out', () => {
    fc.assert(
      fc.property(fc.array(Event, { minLength: 1, maxLength: 8 }), (worlds) => {
        const events = worlds.map(toOpenLineage);
        const rows = beliefs(fold(events)).edges.filter((row) => row.basis === 'COLUMNS');
        expect({ count: rows.length, open: rows.filter((row) => row.toStamp === null).length }).toEqual(
          columnEdgesByDefinition(events),
        );
      }),
      { numRuns: 500 },
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
