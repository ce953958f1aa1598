import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLineageIndex, type PathFacts, type VertexRef } from './index.js';
import { holds } from './testing/oracle.js';
import { allPaths, type OraclePath } from './testing/path-oracle.js';
import { NOW, type Rows, randomGraph, randomTimes } from './testing/random-graph.js';

const question = fc.record({
  graph: randomGraph({ datasets: 4, fields: 2, edges: 10 }),
  from: fc.nat(),
  to: fc.nat(),
  first: fc.integer({ min: 0, max: 40 }),
  asOf: randomTimes,
});

/** The hops of a path as texts `end>end`, ends of dataset-level edges by the dataset's id. */
const seen = (ref: VertexRef) =>
  ref.kind === 'FIELD' || ref.kind === 'DATASET' ? ref.id : `${ref.kind} ${ref.id}`;
const hopsOf = (path: PathFacts) =>
  [
    seen(path.vertices[0]!),
    ...path.edges.map((edge) => `${seen(edge.from)}>${seen(edge.to)}`),
    seen(path.vertices.at(-1)!),
  ].join(' ');
function hopsOfOracle(rows: Rows, path: OraclePath): string {
  const bare = (step: string) => step.replace(/^(in|out) /, '');
  const hops: string[] = [];
  for (const [i, step] of path.steps.entries()) {
    const before = path.steps[i - 1];
    if (before === undefined) continue;
    const structural =
      (/^out /.test(step) && rows.fields.some((f) => f.id === before && `out ${f.dataset}` === step)) ||
      (/^in /.test(before) && (rows.fields.some((f) => f.id === step) || step === `out ${bare(before)}`));
    if (!structural) hops.push(`${bare(before)}>${bare(step)}`);
  }
  return [bare(path.steps[0]!), ...hops, bare(path.steps.at(-1)!)].join(' ');
}

describe('paths, against brute force', () => {
  it('gives exactly the loopless paths, shortest first, and says whether there are more', () => {
    fc.assert(
      fc.property(question, ({ graph, from, to, first, asOf }) => {
        const { rows, starts } = graph;
        const [start, end] = [starts[from % starts.length]!, starts[to % starts.length]!];
        const all = allPaths(rows, start, end, asOf);
        fc.pre(all.length <= 500);
        const answer = buildLineageIndex(rows, { now: () => NOW }).paths(start, end, first, { asOf });
        expect(answer.paths.map((path) => path.edges.length)).toEqual(
          all.slice(0, first).map((path) => path.hops),
        );
        expect(answer.more).toBe(all.length > first);
        expect(answer.completeness.complete).toBe(all.length <= first);
        const wanted = new Map(all.map((path) => [hopsOfOracle(rows, path), path]));
        expect(wanted.size).toBe(all.length);
        const given = answer.paths.map(hopsOf);
        expect(new Set(given).size).toBe(given.length);
        for (const [i, path] of answer.paths.entries()) {
          const same = wanted.get(given[i]!);
          expect(same).toBeDefined();
          expect(['CLEARTEXT', 'MASKED', 'INFLUENCED'].indexOf(path.ring)).toBe(same!.weakness);
          expect(path.vertices.length).toBe(path.edges.length + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('names edges that hold and lead from vertex to vertex', () => {
    fc.assert(
      fc.property(question, ({ graph, from, to, asOf }) => {
        const { rows, starts } = graph;
        const [start, end] = [starts[from % starts.length]!, starts[to % starts.length]!];
        const holding = rows.edges.filter((row) => holds(row, asOf)).map((row) => row.id);
        const datasetOf = new Map(rows.fields.map((f) => [f.id, f.dataset]));
        const joins = (vertex: VertexRef, at: VertexRef) =>
          vertex.id === at.id ||
          (vertex.kind === 'FIELD' && at.kind === 'DATASET' && datasetOf.get(vertex.id) === at.id);
        for (const path of buildLineageIndex(rows, { now: () => NOW }).paths(start, end, 10, { asOf })
          .paths) {
          for (const [i, edge] of path.edges.entries()) {
            if (edge.role === 'FLOW') expect(holding).toContain(edge.id);
            expect(joins(path.vertices[i]!, edge.from)).toBe(true);
            expect(joins(path.vertices[i + 1]!, edge.to)).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
