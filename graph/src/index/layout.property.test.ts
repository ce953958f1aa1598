import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildIndexData,
  indexBytes,
  type LineageIndex,
  openLineageIndex,
  packIndexData,
  unpackIndexData,
  type VertexRef,
} from './index.js';
import { edge } from './testing/draw.js';
import { mixedGraph, NOW, randomTimes } from './testing/random-graph.js';

const now = () => NOW;
const page = { offset: 0, limit: 1_000 };

/** Every kind of question about one vertex; getters are read, digests included. */
function answers(index: LineageIndex, ref: VertexRef, other: VertexRef, asOf?: { valid?: string }) {
  const options = { asOf };
  const all = {
    version: index.version,
    builtAt: index.builtAt,
    counts: index.counts,
    has: index.has(ref),
    departmentGrades: index.departmentGrades(),
    degree: index.degree(ref),
    datasetDegree: ref.kind === 'DATASET' ? index.datasetDegree(ref.id) : null,
    impact: index.impact(ref, options),
    fields: index.impactedFields(ref, page, options),
    datasets: index.impactedDatasets(ref, page, options),
    lineage: index.lineage(ref, { direction: 'BOTH', depth: 2 }, options),
    paths: index.paths(ref, other, 5, options),
    upstream: ref.kind === 'FIELD' ? index.upstreamByRing([ref.id], options) : null,
    arrivals: index.exposureArrivals(ref),
    reached: index.reachedFields(ref, 'UPSTREAM', options),
    proof: index.verifyComplete(ref, 'DOWNSTREAM', options),
  };
  return structuredClone(JSON.parse(JSON.stringify(all)) as typeof all);
}

describe('packed index data', () => {
  it('answers every question as before, from views of the one buffer', () => {
    fc.assert(
      fc.property(mixedGraph, fc.nat(), fc.nat(), randomTimes, ({ rows, starts }, a, b, asOf) => {
        const data = buildIndexData(rows, NOW);
        const packed = packIndexData(data);
        const unpacked = unpackIndexData(structuredClone(packed));
        expect(unpacked).toEqual(data);
        expect(unpacked.forward.live.to.buffer).toBeInstanceOf(SharedArrayBuffer);
        const [ref, other] = [starts[a % starts.length]!, starts[b % starts.length]!];
        expect(answers(openLineageIndex(unpacked, { now }), ref, other, asOf)).toEqual(
          answers(openLineageIndex(data, { now }), ref, other, asOf),
        );
        expect(packIndexData(unpacked).header).toBe(packed.header);
        expect(indexBytes(packed)).toBe(packed.buffer.byteLength + Buffer.byteLength(packed.header));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses the bytes of another layout, and a buffer of another length', () => {
    const packed = packIndexData(
      buildIndexData({
        version: 1,
        datasets: [{ id: 'd', department: null, library: null, layer: null }],
        fields: [{ id: 'f', dataset: 'd', grade: null }],
        edges: [],
        interfaces: [],
        exposures: [],
        consumers: [],
        authorizations: [],
      }),
    );
    const header = packed.header.replace(/"layout":\d+/, '"layout":0');
    expect(() => unpackIndexData({ ...packed, header })).toThrow('index of layout 0');
    expect(() => unpackIndexData({ ...packed, buffer: new SharedArrayBuffer(8_192) })).toThrow('in 8192');
    expect(() => unpackIndexData({ ...packed, buffer: new SharedArrayBuffer(0) })).toThrow(Error);
  });

  it('takes no more than 100 MiB for a million fields and 2.45 million edges, by what each of them takes', () => {
    const count = { datasets: 1_700, fields: 20_000, edges: 49_000 };
    const id = (prefix: string, n: number) =>
      prefix + createHash('sha256').update(`${prefix}${n}`).digest('hex').slice(0, 20);
    const many = <T>(length: number, make: (n: number) => T) => Array.from({ length }, (_, n) => make(n));
    const field = (n: number) => id('fd_', n % count.fields);
    const { buffer } = packIndexData(
      buildIndexData({
        version: 1,
        datasets: many(count.datasets, (n) => ({
          id: id('ds_', n),
          department: `D${n % 40}`,
          library: `L${n % 90}`,
          layer: n % 2 === 0 ? 'ODS' : null,
        })),
        fields: many(count.fields, (n) => ({
          id: field(n),
          dataset: id('ds_', n % count.datasets),
          grade: n % 3 === 0 ? 'L4' : null,
        })),
        // Now and then an edge that ended, and one of a whole dataset: the costly kinds.
        edges: many(count.edges, (n) =>
          edge(n % 500 === 0 ? id('ds_', n % count.datasets) : field(n), field(n * 7 + 1), {
            id: id('ed_', n),
            validTo: n % 50 === 0 ? '2026-01-03T00:00:00.000Z' : null,
          }),
        ),
        interfaces: [],
        exposures: [],
        consumers: [],
        authorizations: [],
      }),
    );
    expect((buffer.byteLength / count.fields) * 1_000_000).toBeLessThanOrEqual(100 * 2 ** 20);
  });
});
