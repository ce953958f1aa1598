import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildLineageIndex, type LineageIndex, type VertexRef } from './index.js';
import { mixedGraph, NOW, randomTimes } from './testing/random-graph.js';

const aTime = randomTimes.filter((asOf) => asOf !== undefined);
const options = { now: () => NOW };

/** Everything that an impact says, and what is shown around it. */
function told(index: LineageIndex, ref: VertexRef, asOf: object) {
  const { byDistance, interfaces, consumers, completeness, ...counts } = index.impact(ref, { asOf });
  const { digest, visitedEdges, visitedFields } = completeness;
  const upstream = index.lineage(ref, { direction: 'UPSTREAM' }, { asOf });
  return { ...counts, byDistance, interfaces, consumers, digest, visitedEdges, visitedFields, upstream };
}

it('answers about a day that was asked about before as about one that was not', () => {
  fc.assert(
    fc.property(mixedGraph, aTime, ({ rows, starts }, asOf) => {
      const index = buildLineageIndex(rows, options);
      for (const ref of starts) {
        const fresh = buildLineageIndex(rows, options);
        expect(told(index, ref, asOf)).toEqual(told(fresh, ref, asOf));
      }
    }),
    { numRuns: 150 },
  );
});
