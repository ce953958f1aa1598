import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, buildIndexData, packIndexData, unpackIndexData } from './index.js';
import { NOW, type RandomGraph, type Rows, randomGraph } from './testing/random-graph.js';

const HOUR = 3_600_000;
/** Enough datasets, fields and edges for a delta to bring new ones of each. */
const graph = randomGraph({ datasets: 6, fields: 4, edges: 24 });

/** A change of a state: which rows come again, with which rows of another graph's making in their place. */
const change = fc.record({
  datasets: fc.array(fc.nat(), { maxLength: 2 }),
  fields: fc.array(fc.nat(), { maxLength: 3 }),
  edges: fc.array(fc.nat(), { maxLength: 6 }),
  access: fc.boolean(),
  hours: fc.integer({ min: 0, max: 40 }),
  other: graph,
});

/** Rows that are in the state or may still come, those of both graphs with one id each. */
interface State {
  rows: Rows;
  now: number;
}

/** The state after the change, and the change as a delta. Rows come from the other graph and refer to what is there. */
function next(
  { rows, now }: State,
  { other, ...picks }: typeof change extends fc.Arbitrary<infer C> ? C : never,
) {
  const pick = <T>(list: T[], from: number[]) =>
    list.length === 0 ? [] : [...new Set(from.map((n) => list[n % list.length]!))];
  const put = <T extends { id: string }>(list: T[], more: T[]) => {
    const ids = new Set(more.map((row) => row.id));
    return [...list.filter((row) => !ids.has(row.id)), ...more];
  };
  const chosen = pick(other.rows.datasets, picks.datasets);
  const datasets = put(rows.datasets, chosen);
  const known = new Set(datasets.map((row) => row.id));
  const fieldRows = pick(other.rows.fields, picks.fields).filter((row) => known.has(row.dataset));
  const fields = put(rows.fields, fieldRows);
  const ends = new Set([...known, ...fields.map((row) => row.id)]);
  const edgeRows = pick(other.rows.edges, picks.edges).filter(
    (row) => ends.has(row.from) && ends.has(row.to),
  );
  const edges = put(rows.edges, edgeRows);
  const { interfaces, consumers } = other.rows;
  const access = {
    interfaces,
    consumers,
    exposures: other.rows.exposures.filter((row) => ends.has(row.field)),
    authorizations: other.rows.authorizations.map((row) => ({
      ...row,
      fields: row.fields.filter((field) => ends.has(field)),
    })),
  };
  const version = rows.version + 1;
  const state: State = {
    rows: { ...rows, version, datasets, fields, edges, ...(picks.access ? access : {}) },
    now: now + picks.hours * HOUR,
  };
  const delta = { version, datasets: chosen, fields: fieldRows, edges: edgeRows };
  return { state, delta: picks.access ? { ...delta, access } : delta };
}

const sameIds = ({ rows }: RandomGraph) => rows.datasets[0]!.id.startsWith('ds_');

describe('deltas', () => {
  it('give the very bytes that a fresh build of the same rows gives', () => {
    fc.assert(
      fc.property(graph, fc.array(change, { maxLength: 4 }), (first, changes) => {
        fc.pre(changes.every(({ other }) => sameIds(other) === sameIds(first)));
        let state: State = { rows: first.rows, now: NOW };
        let data = buildIndexData(state.rows, NOW);
        for (const one of changes) {
          const { state: after, delta } = next(state, one);
          const before = packIndexData(data);
          const applied = packIndexData(applyDelta(unpackIndexData(before), delta, after.now));
          expect(packIndexData(data)).toEqual(before);
          const fresh = packIndexData(buildIndexData(after.rows, after.now));
          expect(JSON.parse(applied.header)).toEqual(JSON.parse(fresh.header));
          expect(Buffer.from(applied.buffer).equals(Buffer.from(fresh.buffer))).toBe(true);
          state = after;
          data = unpackIndexData(applied);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('are refused when they name what is not there or move a field to another dataset', () => {
    const data = buildIndexData(
      fc.sample(randomGraph({ datasets: 2, fields: 2, edges: 2 }), 1)[0]!.rows,
      NOW,
    );
    const field = { id: 'new', dataset: 'nowhere', grade: null };
    expect(() => applyDelta(data, { version: 9, fields: [field] })).toThrow('unknown dataset: nowhere');
    const two = ['p', 'q'].map((id) => ({ id, department: null, library: null, layer: null }));
    const held = applyDelta(data, { version: 9, datasets: two, fields: [{ ...field, dataset: 'p' }] });
    expect(() => applyDelta(held, { version: 10, fields: [{ ...field, dataset: 'q' }] })).toThrow(
      'field new moved to dataset q',
    );
  });
});
