import { describe, expect, it } from 'vitest';
import { Ring } from '../model/index.js';
import { buildLineageIndex, type EdgeRow, type VertexRef } from './index.js';
import { draw, edge, field } from './testing/draw.js';
import { plainReach, stepsOf } from './testing/plain-reach.js';
import type { Rows } from './testing/random-graph.js';

/** Numbers from a fixed seed. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
const name = (dataset: number, column: number) => `d${dataset}.f${column}`;
const catalogue = (datasets: number, columns: number) =>
  Array.from({ length: datasets * columns }, (_, i) => name(Math.floor(i / columns), i % columns));

/** Every answer about these vertices equals that of a plain search over rows, and proves itself. */
function expectRight(rows: Rows, refs: readonly VertexRef[]): void {
  const index = buildLineageIndex(rows);
  const steps = { DOWNSTREAM: stepsOf(rows, 'DOWNSTREAM'), UPSTREAM: stepsOf(rows, 'UPSTREAM') };
  for (const ref of refs) {
    for (const direction of ['DOWNSTREAM', 'UPSTREAM'] as const) {
      const wanted = plainReach(rows, ref, steps[direction]);
      expect(new Set(index.reachedFields(ref, direction))).toEqual(new Set(wanted.keys()));
      expect(index.verifyComplete(ref, direction)).toMatchObject({ complete: true, reason: null });
    }
    const wanted = plainReach(rows, ref, steps.DOWNSTREAM);
    const impact = index.impact(ref);
    const inRing = (ring: Ring) => [...wanted.values()].filter((marks) => marks.ring === ring);
    expect(impact.byRing.map((count) => count.fieldCount)).toEqual(
      Ring.options.map((ring) => inRing(ring).length),
    );
    const derived = [...wanted.values()].filter((marks) => marks.ring !== 'INFLUENCED');
    expect(impact.fieldCount).toBe(derived.length);
    expect(impact.viaBackflow).toBe(derived.filter((marks) => marks.viaBackflow).length);
    expect(impact.coarse).toBe(derived.filter((marks) => marks.coarse).length);
    const hops = new Map<number, number>();
    for (const { distance } of derived) hops.set(distance, (hops.get(distance) ?? 0) + 1);
    expect(new Map(impact.byDistance.map((row) => [row.distance, row.fieldCount]))).toEqual(hops);
  }
}

describe('hard shapes, each equal to a plain search', () => {
  it('a strongly connected quarter of 8,000 fields, asked within it, before it and behind it', () => {
    const [datasets, columns] = [800, 10];
    const fields = catalogue(datasets, columns);
    const random = numbers(7);
    const quarter = fields.length / 4;
    const edges: EdgeRow[] = [];
    const add = (from: number, to: number, more: Partial<EdgeRow> = {}) =>
      edges.push(edge(fields[from]!, fields[to]!, { id: `e${edges.length}`, ...more }));
    const kinds: Partial<EdgeRow>[] = [{}, {}, {}, { masking: 'HASH' }, { kind: 'INDIRECT' }];
    // The cycle lies in the second quarter: the first leads into it, the rest come out of it.
    for (let v = quarter; v < 2 * quarter; v++) {
      add(v, v + 1 < 2 * quarter ? v + 1 : quarter, { backflow: v % 50 === 0 });
      add(quarter + random(quarter), quarter + random(quarter), kinds[random(kinds.length)]);
    }
    for (let v = 0; v < quarter; v++) add(v, random(2 * quarter), kinds[random(kinds.length)]);
    for (let v = 2 * quarter; v < fields.length; v++) {
      add(quarter + random(v - quarter), v, kinds[random(kinds.length)]);
    }
    const asked = [0, 1, 17, quarter, quarter + 5, 2 * quarter - 1, 2 * quarter, fields.length - 1];
    expectRight(
      draw(fields, edges),
      asked.map((v) => field(fields[v]!)),
    );
  });

  it('two large cycles and many small ones, of which only one is kept', () => {
    const fields = catalogue(600, 10);
    const random = numbers(11);
    const edges: EdgeRow[] = [];
    const ring = (first: number, length: number) => {
      for (let i = 0; i < length; i++) {
        const from = fields[first + i]!;
        const to = fields[first + ((i + 1) % length)]!;
        edges.push(edge(from, to, { id: `e${edges.length}`, masking: i === 3 ? 'HASH' : null }));
      }
    };
    ring(0, 2_000);
    ring(2_000, 2_000);
    for (let first = 4_000; first < 6_000; first += 20) ring(first, 20);
    for (let i = 0; i < 300; i++) {
      const [from, to] = [random(fields.length), random(fields.length)].sort((a, b) => a - b);
      edges.push(
        edge(fields[from!]!, fields[to!]!, { id: `x${i}`, kind: i % 3 === 0 ? 'INDIRECT' : 'DIRECT' }),
      );
    }
    expectRight(
      draw(fields, edges),
      [0, 1_999, 2_001, 3_500, 4_000, 4_321, 5_999].map((v) => field(fields[v]!)),
    );
  });

  it('a chain of 200 hops', () => {
    const fields = catalogue(201, 1);
    const edges = fields
      .slice(1)
      .map((id, i) =>
        edge(fields[i]!, id, { masking: i === 120 ? 'HASH' : null, kind: i === 170 ? 'INDIRECT' : 'DIRECT' }),
      );
    expectRight(
      draw(fields, edges),
      [0, 100, 121, 200].map((v) => field(fields[v]!)),
    );
    const path = buildLineageIndex(draw(fields, edges)).paths(field(fields[0]!), field(fields[200]!), 2);
    expect(path).toMatchObject({ more: false, paths: [{ ring: 'INFLUENCED' }] });
    expect(path.paths[0]!.edges.length).toBe(200);
  });

  it('a hub of 100,000 edges', () => {
    const fields = ['hub.f0', ...catalogue(1_000, 20)];
    const random = numbers(3);
    const edges = Array.from({ length: 100_000 }, (_, i) => {
      const other = fields[1 + random(20_000)]!;
      const [from, to] = i % 2 === 0 ? [other, 'hub.f0'] : ['hub.f0', other];
      return edge(from, to, { id: `e${i}`, masking: i % 7 === 0 ? 'HASH' : null, backflow: i % 2 === 0 });
    });
    const rows = draw(fields, edges);
    expectRight(rows, [field('hub.f0'), field(edges[0]!.from)]);
    const index = buildLineageIndex(rows);
    expect(index.degree(field('hub.f0'))).toEqual({
      upstream: new Set(edges.filter((_, i) => i % 2 === 0).map((row) => row.from)).size,
      downstream: new Set(edges.filter((_, i) => i % 2 === 1).map((row) => row.to)).size,
    });
  });

  it('loops on one field and many edges between the same two', () => {
    const fields = catalogue(20, 3);
    const edges: EdgeRow[] = [];
    for (const [v, id] of fields.entries()) {
      edges.push(edge(id, id, { id: `loop${v}` }));
      const to = fields[(v * 7 + 1) % fields.length]!;
      for (let i = 0; i < 40; i++) {
        edges.push(
          edge(id, to, {
            id: `e${v}-${i}`,
            masking: v % 4 === 0 || i > 0 ? 'HASH' : null,
            kind: i > 20 ? 'INDIRECT' : 'DIRECT',
            backflow: i % 2 === 0,
          }),
        );
      }
    }
    expectRight(draw(fields, edges), fields.map(field));
  });

  it('a dataset of 20,000 fields with edges that are known between datasets only', () => {
    const wide = Array.from({ length: 20_000 }, (_, column) => name(1, column));
    const fields = [
      ...catalogue(1, 5),
      ...wide,
      ...Array.from({ length: 50 }, (_, column) => name(2, column)),
    ];
    const edges = [
      edge('d0', 'd1', { id: 'in' }),
      edge('d1', 'd2', { id: 'out' }),
      edge('d2', 'd1', { id: 'back', backflow: true }),
      edge(name(0, 3), name(1, 77), { id: 'fine' }),
      edge(name(1, 5), 'd2', { id: 'filter', kind: 'INDIRECT' }),
    ];
    const dataset: VertexRef = { kind: 'DATASET', id: 'd1' };
    expectRight(draw(fields, edges), [field(name(0, 3)), field(name(1, 77)), field(name(2, 0)), dataset]);
  });
});
