import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Grade, gradeRank, Ring } from '../model/index.js';
import { buildLineageIndex, type ReachMarks } from './index.js';
import { oracleEnds, oracleReach, together } from './testing/oracle.js';
import { mixedGraph, NOW, type Rows, randomTimes } from './testing/random-graph.js';

const everything = { offset: 0, limit: 1_000_000 };
const options = { now: () => NOW };
const question = fc.record({
  graph: mixedGraph,
  start: fc.nat(),
  asOf: randomTimes,
});

/** Reached fields and datasets as the oracle sees them. */
function oracleAnswer(rows: Rows, reach: ReturnType<typeof oracleReach>) {
  const fields = rows.fields
    .filter((f) => reach.marks.has(f.id))
    .map((f) => ({ ...f, marks: reach.marks.get(f.id)! }));
  const datasets = rows.datasets.flatMap(({ id }) => {
    const own = fields.filter((f) => f.dataset === id);
    const empty = !rows.fields.some((f) => f.dataset === id);
    const ways: ReachMarks[] = own.map((f) => f.marks);
    const whole = reach.marks.get(`in ${id}`);
    if (empty && whole !== undefined) ways.push(whole);
    return ways.length === 0 ? [] : [{ id, own, marks: together(ways) }];
  });
  return { fields, datasets };
}

describe('impact, against a naïve oracle', () => {
  it('lists the same fields and datasets with the same marks, now and in the past', () => {
    fc.assert(
      fc.property(question, ({ graph, start, asOf }) => {
        const { rows, starts } = graph;
        const ref = starts[start % starts.length]!;
        const index = buildLineageIndex(rows, options);
        const wanted = oracleAnswer(rows, oracleReach(rows, ref, 'DOWNSTREAM', asOf));
        const fields = index.impactedFields(ref, everything, { asOf });
        expect(new Map(fields.rows.map(({ id, dataset, ...marks }) => [id, { dataset, ...marks }]))).toEqual(
          new Map(wanted.fields.map((f) => [f.id, { dataset: f.dataset, ...f.marks }])),
        );
        expect(fields.total).toBe(wanted.fields.length);
        const order = fields.rows.map(
          (row) => `${String(row.distance).padStart(3, '0')} ${row.dataset} ${row.id}`,
        );
        expect(order).toEqual([...order].sort());
        const datasets = index.impactedDatasets(ref, everything, { asOf });
        expect(new Map(datasets.rows.map(({ id, ...facts }) => [id, facts]))).toEqual(
          new Map(wanted.datasets.map((d) => [d.id, { fieldCount: d.own.length, ...d.marks }])),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('counts the same groups, interfaces and consumers', () => {
    fc.assert(
      fc.property(question, ({ graph, start, asOf }) => {
        const { rows, starts } = graph;
        const ref = starts[start % starts.length]!;
        const impact = buildLineageIndex(rows, options).impact(ref, { asOf });
        const reach = oracleReach(rows, ref, 'DOWNSTREAM', asOf);
        const { fields, datasets } = oracleAnswer(rows, reach);
        const derived = fields.filter((f) => f.marks.ring !== 'INFLUENCED');
        const derivedDatasets = datasets.filter((d) => d.marks.ring !== 'INFLUENCED');
        const rowOf = new Map(rows.datasets.map((d) => [d.id, d]));
        const gradeOf = new Map(rows.fields.map((f) => [f.id, f.grade]));

        expect(impact.fieldCount).toBe(derived.length);
        expect(impact.datasetCount).toBe(derivedDatasets.length);
        expect(impact.byRing).toEqual(
          Ring.options.map((ring) => ({
            ring,
            fieldCount: fields.filter((f) => f.marks.ring === ring).length,
            datasetCount: datasets.filter((d) => d.marks.ring === ring).length,
          })),
        );
        const grades = [...Grade.options, null].sort((a, b) => gradeRank(b) - gradeRank(a));
        expect(impact.byGrade).toEqual(
          grades
            .map((grade) => ({
              grade,
              fieldCount: derived.filter((f) => gradeOf.get(f.id) === grade).length,
            }))
            .filter((group) => group.fieldCount > 0),
        );
        for (const [groups, key] of [
          [impact.byDepartment, 'department'],
          [impact.byLayer, 'layer'],
          [impact.byLibrary, 'library'],
        ] as const) {
          const values = new Set(derivedDatasets.map((d) => rowOf.get(d.id)![key]));
          const wanted = Array.from(values, (value) => ({
            [key]: value,
            fieldCount: derived.filter((f) => rowOf.get(f.dataset)![key] === value).length,
            datasetCount: derivedDatasets.filter((d) => rowOf.get(d.id)![key] === value).length,
          }));
          expect(new Set<unknown>(groups)).toEqual(new Set<unknown>(wanted));
        }
        const hops = [...new Set(derived.map((f) => f.marks.distance))].sort((a, b) => a - b);
        expect(impact.byDistance).toEqual(
          hops.map((distance) => ({
            distance,
            fieldCount: derived.filter((f) => f.marks.distance === distance).length,
          })),
        );
        expect(impact.viaBackflow).toBe(derived.filter((f) => f.marks.viaBackflow).length);
        expect(impact.coarse).toBe(derived.filter((f) => f.marks.coarse).length);

        const ends = oracleEnds(rows, ref, reach, asOf);
        const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
        expect(impact.interfaces.map((end) => ({ ...end, fields: sorted(end.fields) }))).toEqual(
          ends.interfaces
            .map(({ exposures, ...end }) => ({ ...end, fields: sorted(exposures.map((x) => x.field)) }))
            .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)),
        );
        expect(impact.consumers).toEqual(
          ends.consumers
            .map(({ grants, ways: _, ...end }) => ({
              ...end,
              authorizations: grants.map((grant) => ({ code: grant.code, interface: grant.interface })),
            }))
            .sort((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('proves every answer complete and finds any field that is left out', () => {
    fc.assert(
      fc.property(
        question,
        fc.constantFrom('UPSTREAM' as const, 'DOWNSTREAM' as const),
        fc.nat(),
        ({ graph, start, asOf }, direction, left) => {
          const { rows, starts } = graph;
          const ref = starts[start % starts.length]!;
          const index = buildLineageIndex(rows, options);
          const answer = index.reachedFields(ref, direction, { asOf });
          const reach = oracleReach(rows, ref, direction, asOf);
          expect(new Set(answer)).toEqual(
            new Set(rows.fields.filter((f) => reach.marks.has(f.id)).map((f) => f.id)),
          );
          const proof = index.verifyComplete(ref, direction, { asOf });
          expect(proof).toMatchObject({ complete: true, reason: null });
          expect(index.verifyComplete(ref, direction, { asOf }, answer).digest).toBe(proof.digest);
          if (answer.length === 0 || ref.kind === 'INTERFACE' || ref.kind === 'CONSUMER') return;
          const cut = answer.filter((_, i) => i !== left % answer.length);
          expect(index.verifyComplete(ref, direction, { asOf }, cut).complete).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
