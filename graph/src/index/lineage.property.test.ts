import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, Ring } from '../model/index.js';
import { buildLineageIndex, type ReachMarks, type VertexRef } from './index.js';
import { key, oracleDegree, oracleSide } from './testing/lineage-oracle.js';
import { holds, membersOf, oracleReach, START_MARKS } from './testing/oracle.js';
import { mixedGraph, NOW, type Rows, randomTimes } from './testing/random-graph.js';

const options = { now: () => NOW };
const question = fc.record({
  graph: mixedGraph,
  start: fc.nat(),
  direction: fc.constantFrom<Direction>('UPSTREAM', 'DOWNSTREAM', 'BOTH'),
  depth: fc.option(fc.nat(4), { nil: undefined }),
  rings: fc.option(fc.subarray([...Ring.options], { minLength: 1 }), { nil: undefined }),
  asOf: randomTimes,
});

const startOf = (rows: Rows, ref: VertexRef): string[] => {
  if (ref.kind !== 'DATASET') return [key(ref)];
  const fields = membersOf(rows, ref.id).filter((member) => !/^(in|out) /.test(member));
  return [key(ref), ...fields.map((id) => `FIELD ${id}`)];
};

describe('lineage, against a naïve oracle', () => {
  it('shows the same vertices, edges, totals and degrees in every direction, depth and choice of rings', () => {
    fc.assert(
      fc.property(question, ({ graph, start, direction, depth, rings, asOf }) => {
        const { rows, starts } = graph;
        const ref = starts[start % starts.length]!;
        const answer = buildLineageIndex(rows, options).lineage(ref, { direction, depth, rings }, { asOf });
        const side = (way: 'UPSTREAM' | 'DOWNSTREAM', most: number) =>
          oracleSide(rows, ref, way, most, rings ?? Ring.options, asOf);
        const most = depth ?? Number.POSITIVE_INFINITY;
        const none = { vertices: new Map<string, ReachMarks>(), edges: new Set<string>() };
        const up = direction === 'DOWNSTREAM' ? none : side('UPSTREAM', most);
        const down = direction === 'UPSTREAM' ? none : side('DOWNSTREAM', most);

        const wanted = new Map(startOf(rows, ref).map((name) => [name, START_MARKS]));
        for (const [name, marks] of up.vertices) wanted.set(name, { ...marks, distance: 0 - marks.distance });
        for (const [name, marks] of down.vertices) {
          const other = up.vertices.get(name);
          if (other === undefined || marks.distance <= other.distance) wanted.set(name, marks);
        }
        const given = new Map(
          answer.vertices.map(({ ref: vertex, upstreamCount, downstreamCount, ...marks }) => {
            expect({ upstream: upstreamCount, downstream: downstreamCount }).toEqual(
              oracleDegree(rows, vertex, asOf),
            );
            return [key(vertex), marks];
          }),
        );
        expect(given).toEqual(wanted);
        expect(given.size).toBe(answer.vertices.length);

        const names = answer.edges.map((edge) => {
          if (edge.role === 'FLOW') return edge.id;
          return edge.role === 'EXPOSES'
            ? `${edge.to.id} ${edge.from.id}`
            : edge.id.replace('authorizes:', '');
        });
        expect(new Set(names)).toEqual(new Set([...up.edges, ...down.edges]));
        expect(new Set(answer.edges.map((edge) => edge.id)).size).toBe(answer.edges.length);
        for (const edge of answer.edges) {
          expect(given.has(key(edge.from)) && given.has(key(edge.to))).toBe(true);
          const row = rows.edges.find((one) => edge.role === 'FLOW' && one.id === edge.id);
          if (row === undefined) continue;
          const { kind, subtype, masking, reversible, backflow } = row;
          expect(edge).toMatchObject({ kind, subtype, masking, reversible, backflow });
          expect([edge.from.id, edge.to.id]).toEqual([row.from, row.to]);
        }

        const total = { up: side('UPSTREAM', Infinity), down: side('DOWNSTREAM', Infinity) };
        expect(answer.upstreamTotal).toBe(total.up.vertices.size);
        expect(answer.downstreamTotal).toBe(total.down.vertices.size);
        const cut =
          (direction !== 'DOWNSTREAM' && up.vertices.size < total.up.vertices.size) ||
          (direction !== 'UPSTREAM' && down.vertices.size < total.down.vertices.size);
        expect(answer.completeness).toMatchObject({ complete: !cut, reason: cut ? 'DEPTH' : null });
      }),
      { numRuns: 2000 },
    );
  });

  it('counts neighbours and what a set of fields was read from', () => {
    fc.assert(
      fc.property(question, fc.array(fc.nat(), { maxLength: 3 }), ({ graph, asOf }, picks) => {
        const { rows, starts } = graph;
        const index = buildLineageIndex(rows, options);
        for (const ref of starts) expect(index.degree(ref)).toEqual(oracleDegree(rows, ref));
        const datasetOf = new Map([
          ...rows.datasets.map((d) => [d.id, d.id] as const),
          ...rows.fields.map((f) => [f.id, f.dataset] as const),
        ]);
        const links = rows.edges
          .filter((row) => holds(row, undefined))
          .map((row) => [datasetOf.get(row.from)!, datasetOf.get(row.to)!] as const)
          .filter(([from, to]) => from !== to);
        for (const { id } of rows.datasets) {
          expect(index.datasetDegree(id)).toEqual({
            upstream: new Set(links.filter(([, to]) => to === id).map(([from]) => from)).size,
            downstream: new Set(links.filter(([from]) => from === id).map(([, to]) => to)).size,
          });
        }

        if (rows.fields.length === 0) return;
        const fields = picks.map((pick) => rows.fields[pick % rows.fields.length]!.id);
        const counts = index.upstreamByRing(fields, { asOf });
        const best = new Map<string, number>();
        for (const field of fields) {
          for (const [vertex, marks] of oracleReach(rows, { kind: 'FIELD', id: field }, 'UPSTREAM', asOf)
            .marks) {
            if (fields.includes(vertex) || /^(in|out) /.test(vertex)) continue;
            best.set(vertex, Math.min(best.get(vertex) ?? 2, Ring.options.indexOf(marks.ring)));
          }
        }
        expect(counts.map((count) => count.fieldCount)).toEqual(
          [0, 1, 2].map((ring) => [...best.values()].filter((other) => other === ring).length),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
