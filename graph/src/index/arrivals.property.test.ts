import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ring } from '../model/index.js';
import { ALWAYS, buildLineageIndex, type ExposureArrival } from './index.js';
import { arcsOf, distances, membersOf, weakness } from './testing/oracle.js';
import { mixedGraph, NOW, type Rows } from './testing/random-graph.js';

const question = fc.record({ graph: mixedGraph, start: fc.nat() });

/** Earliest arrivals as a fixed point over the definition (model §5). */
function arrivals(rows: Rows, starts: string[], most: number): Map<string, number> {
  const arcs = arcsOf(
    rows,
    rows.edges.filter((row) => row.retractedAt === null && weakness(row) <= most),
  );
  const at = new Map(starts.map((start) => [start, Number.NEGATIVE_INFINITY]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const arc of arcs) {
      const from = at.get(arc.from);
      if (from === undefined) continue;
      const time = arc.row === null ? from : Math.max(from, Date.parse(arc.row.validFrom));
      if (arc.row?.validTo != null && time >= Date.parse(arc.row.validTo)) continue;
      if (time >= (at.get(arc.to) ?? Number.POSITIVE_INFINITY)) continue;
      at.set(arc.to, time);
      changed = true;
    }
  }
  return at;
}

const textOf = (time: number) => (time === Number.NEGATIVE_INFINITY ? ALWAYS : new Date(time).toISOString());

describe('arrivals at interfaces, against a naïve oracle', () => {
  it('finds the earliest time of every ring over current and ended edges', () => {
    fc.assert(
      fc.property(question, ({ graph, start }) => {
        const { rows, starts } = graph;
        const refs = starts.filter((ref) => ref.kind === 'FIELD' || ref.kind === 'DATASET');
        const ref = refs[start % refs.length]!;
        const from = ref.kind === 'FIELD' ? [ref.id] : membersOf(rows, ref.id);
        const byRing = [0, 1, 2].map((most) => arrivals(rows, from, most));
        const known = rows.edges.filter((row) => row.retractedAt === null);
        const hops = distances(arcsOf(rows, known), from, () => true);

        const wanted = new Map<string, ExposureArrival>();
        for (const x of rows.exposures) {
          const same = rows.exposures.filter(
            (other) => other.field === x.field && other.interface === x.interface,
          );
          const mask = Math.min(...same.map(weakness));
          const times = [0, 1, 2].map((ring) => (ring < mask ? undefined : byRing[ring]!.get(x.field)));
          if (times[2] === undefined) continue;
          const steps = times.flatMap((time, ring) => {
            const before = Math.min(...times.slice(0, ring).map((other) => other ?? Infinity));
            return time !== undefined && (time < before || before === Infinity)
              ? [{ ring: Ring.options[ring]!, arrivesAt: textOf(time) }]
              : [];
          });
          wanted.set(`${x.interface} ${x.field}`, {
            interface: x.interface,
            field: x.field,
            arrivesAt: steps.at(-1)!.arrivesAt,
            ring: steps[0]!.ring,
            distance: hops.get(x.field)! + 1,
            arrivals: steps,
          });
        }
        const given = buildLineageIndex(rows, { now: () => NOW }).exposureArrivals(ref);
        expect(new Map(given.map((row) => [`${row.interface} ${row.field}`, row]))).toEqual(wanted);
        expect(given.length).toBe(wanted.size);
      }),
      { numRuns: 2000 },
    );
  });
});
