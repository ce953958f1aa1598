import fc from 'fast-check';
import type { AsOf, IndexRows, VertexRef } from '../types.js';
import { edge } from './draw.js';

/** The moment that tests call now; some edges begin or end after it. */
export const NOW = Date.parse('2026-01-06T12:00:00.000Z');
const day = (d: number) => `2026-01-${String(d).padStart(2, '0')}`;
const instant = (d: number) => `${day(d)}T00:00:00.000Z`;

type RowOf<K extends keyof IndexRows> = IndexRows[K] extends Iterable<infer R> ? R : never;
/** Rows held in arrays, so that tests can walk them as often as they like. */
export type Rows = { [K in keyof IndexRows]: IndexRows[K] extends number ? number : RowOf<K>[] };

export interface RandomGraph {
  rows: Rows;
  starts: VertexRef[];
}

const span = fc
  .record({
    from: fc.integer({ min: 1, max: 8 }),
    length: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }),
    recorded: fc.integer({ min: 1, max: 6 }),
    kept: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 2 }),
  })
  .map(({ from, length, recorded, kept }) => ({
    validFrom: instant(from),
    validTo: length === null ? null : instant(from + length),
    recordedAt: instant(recorded),
    retractedAt: kept === null ? null : instant(Math.min(recorded + kept, 6)),
  }));
const always = fc.constant({
  validFrom: instant(1),
  validTo: null,
  recordedAt: instant(1),
  retractedAt: null,
});
const masking = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ masking: null, reversible: false }) },
  { weight: 2, arbitrary: fc.constant({ masking: 'HASH' as const, reversible: false }) },
  { weight: 1, arbitrary: fc.constant({ masking: 'ENCRYPT' as const, reversible: true }) },
);
const kind = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'DIRECT' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'INDIRECT' as const }) },
);

/** The ids of `2 × count` hexadecimal digits make some tests use packed ids, others texts. */
const idsOf = (packed: boolean) => ({
  dataset: (d: number) => (packed ? `ds_${d.toString(16).padStart(20, '0')}` : `D${d}`),
  field: (d: number, f: number) =>
    packed ? `fd_${(((d * 7919 + f * 104729) % 65521) + 1).toString(16).padStart(20, '0')}` : `D${d}.f${f}`,
  edge: (e: number) => (packed ? `ed_${(e * 37).toString(16).padStart(20, '0')}` : `e${e}`),
});

/** Graphs with cycles, self-loops, parallel edges, dataset-level edges, edge versions in time, interfaces, grants. */
export function randomGraph(size: {
  datasets: number;
  fields: number;
  edges: number;
  minEdges?: number;
}): fc.Arbitrary<RandomGraph> {
  return fc
    .record({
      packed: fc.boolean(),
      fieldCounts: fc.array(fc.integer({ min: 0, max: size.fields }), {
        minLength: 1,
        maxLength: size.datasets,
      }),
      departments: fc.array(fc.constantFrom('A', 'B', null), {
        minLength: size.datasets,
        maxLength: size.datasets,
      }),
      grades: fc.array(fc.constantFrom('L1' as const, 'L4' as const, 'CORE' as const, null), {
        minLength: 8,
        maxLength: 8,
      }),
      edges: fc.array(
        fc.record({
          from: fc.nat(),
          to: fc.nat(),
          coarseFrom: fc.nat(9),
          coarseTo: fc.nat(9),
          kind,
          masking,
          backflow: fc.nat(4).map((n) => n === 0),
          span: fc.oneof({ weight: 3, arbitrary: always }, { weight: 2, arbitrary: span }),
        }),
        { minLength: size.minEdges ?? 0, maxLength: size.edges },
      ),
      exposures: fc.array(fc.record({ of: fc.nat(2), field: fc.nat(), masking }), { maxLength: 6 }),
      grants: fc.array(
        fc.record({
          consumer: fc.nat(1),
          of: fc.nat(2),
          fields: fc.array(fc.nat(), { maxLength: 4 }),
          state: fc.constantFrom(
            'AUTHORIZED' as const,
            'RENEWED' as const,
            'EXPIRED' as const,
            'REVOKED' as const,
          ),
          from: fc.integer({ min: 1, max: 7 }),
          to: fc.integer({ min: 3, max: 9 }),
        }),
        { maxLength: 5 },
      ),
    })
    .map((seed) => {
      const ids = idsOf(seed.packed);
      const fields = seed.fieldCounts.flatMap((count, d) =>
        Array.from({ length: count }, (_, f) => ({ id: ids.field(d, f), dataset: ids.dataset(d) })),
      );
      const datasets = seed.fieldCounts.map((_, d) => ids.dataset(d));
      const endOf = (n: number, coarse: number) =>
        coarse < 2 || fields.length === 0 ? datasets[n % datasets.length]! : fields[n % fields.length]!.id;
      const fieldOf = (n: number) => fields[n % fields.length]!.id;
      const interfaces = ['I0', 'I1', 'I2'].map((code) => ({ code }));
      const consumers = ['C0', 'C1'].map((code) => ({ code }));
      const rows: Rows = {
        version: 7,
        datasets: datasets.map((id, d) => ({
          id,
          department: seed.departments[d]!,
          library: d % 2 === 0 ? 'L' : null,
          layer: d % 3 === 0 ? ('ODS' as const) : null,
        })),
        fields: fields.map((row, f) => ({ ...row, grade: seed.grades[f % seed.grades.length]! })),
        edges: seed.edges.map((e, i) =>
          edge(endOf(e.from, e.coarseFrom), endOf(e.to, e.coarseTo), {
            id: ids.edge(i),
            ...e.kind,
            ...e.masking,
            ...e.span,
            backflow: e.backflow,
          }),
        ),
        interfaces,
        consumers,
        exposures:
          fields.length === 0
            ? []
            : seed.exposures.map((x) => ({
                interface: `I${x.of}`,
                field: fieldOf(x.field),
                ...x.masking,
              })),
        authorizations:
          fields.length === 0
            ? []
            : seed.grants.map((grant, i) => ({
                code: `G${i}`,
                consumer: `C${grant.consumer}`,
                interface: `I${grant.of}`,
                fields: grant.fields.map(fieldOf),
                state: grant.state,
                validFrom: day(grant.from),
                validTo: day(grant.to),
              })),
      };
      return {
        rows,
        starts: [
          ...fields.map((row): VertexRef => ({ kind: 'FIELD', id: row.id })),
          ...datasets.map((id): VertexRef => ({ kind: 'DATASET', id })),
          ...interfaces.map((row): VertexRef => ({ kind: 'INTERFACE', id: row.code })),
          ...consumers.map((row): VertexRef => ({ kind: 'CONSUMER', id: row.code })),
        ],
      };
    });
}

/** Sparse and dense graphs: in dense ones a vertex is reached in several ways, and better ones come late. */
export const mixedGraph: fc.Arbitrary<RandomGraph> = fc.oneof(
  randomGraph({ datasets: 5, fields: 3, edges: 14 }),
  randomGraph({ datasets: 4, fields: 3, edges: 28, minEdges: 14 }),
);

/** Now, or both times of the past. */
export const randomTimes: fc.Arbitrary<AsOf | undefined> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        valid: fc.integer({ min: 1, max: 9 }).map(instant),
        recorded: fc.integer({ min: 1, max: 7 }).map(instant),
      },
      { requiredKeys: [] },
    ),
  },
);
