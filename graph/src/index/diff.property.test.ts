import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, Ring } from '../model/index.js';
import { buildLineageIndex, type DiffField, type DiffList, type LineageDiffFacts } from './index.js';
import { type OracleDiff, oracleChanges, oracleState } from './testing/diff-oracle.js';
import { mixedGraph, NOW, type RandomGraph, randomTimes } from './testing/random-graph.js';

const options = { now: () => NOW };
const time = randomTimes.map((asOf) => asOf ?? {});
const question = fc.record({
  graph: mixedGraph,
  start: fc.nat(),
  direction: fc.constantFrom<Direction>('UPSTREAM', 'DOWNSTREAM', 'BOTH'),
  depth: fc.option(fc.nat(3), { nil: undefined }),
  from: time,
  to: time,
});
type Asked = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

const startOf = ({ starts }: RandomGraph, start: number) => starts[start % starts.length]!;
const sorted = (list: Iterable<string>) => [...new Set(list)].sort();

function asked({ graph, start, ...rest }: Asked): LineageDiffFacts {
  return buildLineageIndex(graph.rows, options).diff(startOf(graph, start), rest);
}

describe('comparison of two times, against a naïve oracle', () => {
  it('lists the edges that came, went and changed within the asked hops', () => {
    fc.assert(
      fc.property(question, (one) => {
        const answer = asked(one);
        const { graph, start, direction, depth = Number.POSITIVE_INFINITY, ...times } = one;
        const ways = (['UPSTREAM', 'DOWNSTREAM'] as const).filter(
          (way) => direction === 'BOTH' || direction === way,
        );
        const wanted = ways.map((way) => oracleChanges(graph.rows, startOf(graph, start), way, times, depth));
        const all = (key: keyof OracleDiff) => sorted(wanted.flatMap((diff) => diff[key]));
        expect(answer.added.rows.map((edge) => edge.id).sort()).toEqual(all('added'));
        expect(answer.removed.rows.map((edge) => edge.id).sort()).toEqual(all('removed'));
        expect(answer.changed.rows.map(({ before, after }) => `${before.id}>${after.id}`).sort()).toEqual(
          all('changed'),
        );
        expect(answer.changed.total).toBe(answer.changed.rows.length);
        for (const { before, after } of answer.changed.rows) {
          expect([after.from, after.to]).toEqual([before.from, before.to]);
        }
        expect([answer.upstream !== null, answer.downstream !== null]).toEqual([
          direction !== 'DOWNSTREAM',
          direction !== 'UPSTREAM',
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('says which fields, interfaces and consumers were gained and lost, or are in another ring', () => {
    fc.assert(
      fc.property(question, (one) => {
        const answer = asked(one);
        const { graph, start, depth = Number.POSITIVE_INFINITY, from, to } = one;
        for (const way of ['UPSTREAM', 'DOWNSTREAM'] as const) {
          const side = way === 'UPSTREAM' ? answer.upstream : answer.downstream;
          if (side === null) continue;
          const state = (asOf: typeof from) =>
            oracleState(graph.rows, startOf(graph, start), way, asOf, depth);
          const [before, after] = [state(from), state(to)];
          const fields = graph.rows.fields.map((field) => ({
            id: field.id,
            dataset: field.dataset,
            before: before.rings.get(field.id) ?? null,
            after: after.rings.get(field.id) ?? null,
          }));
          const check = (list: DiffList<DiffField>, wanted: DiffField[]) => {
            expect(list.total).toBe(wanted.length);
            expect(new Set(list.rows)).toEqual(new Set(wanted));
            const order = list.rows.map((row) => `${row.dataset} ${row.id}`);
            expect(order).toEqual([...order].sort());
          };
          const differing = fields.filter((field) => field.before !== field.after);
          check(
            side.gained,
            differing.filter((field) => field.before === null),
          );
          check(
            side.lost,
            differing.filter((field) => field.after === null),
          );
          check(
            side.moved,
            differing.filter((field) => field.before !== null && field.after !== null),
          );
          for (const [facts, known] of [
            [side.before, before],
            [side.after, after],
          ] as const) {
            expect(facts.byRing.map((count) => count.fieldCount)).toEqual(
              Ring.options.map((ring) => [...known.rings.values()].filter((other) => other === ring).length),
            );
            expect(facts.completeness).toMatchObject({
              complete: known.whole,
              reason: known.whole ? null : 'DEPTH',
            });
          }
          for (const key of ['interfaces', 'consumers'] as const) {
            expect(side[key]).toEqual({
              gained: sorted(after[key].filter((code) => !before[key].includes(code))),
              lost: sorted(before[key].filter((code) => !after[key].includes(code))),
            });
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('pages through every list and keeps its totals', () => {
    fc.assert(
      fc.property(question, fc.nat(3), fc.nat(3), (one, offset, limit) => {
        const { graph, start, ...rest } = one;
        const index = buildLineageIndex(graph.rows, options);
        const ref = startOf(graph, start);
        const all = index.diff(ref, rest);
        const part = index.diff(ref, { ...rest, page: { offset, limit } });
        for (const key of ['added', 'removed', 'changed'] as const) {
          expect(part[key].rows).toEqual(all[key].rows.slice(offset, offset + limit));
          expect(part[key].total).toBe(all[key].total);
        }
        expect(part.downstream?.gained.rows).toEqual(
          all.downstream?.gained.rows.slice(offset, offset + limit),
        );
        expect(part.downstream?.after.completeness.digest).toBe(all.downstream?.after.completeness.digest);
      }),
      { numRuns: 300 },
    );
  });
});
