import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ring } from '../model/index.js';
import { buildIndexData, type LineageIndex, openLineageIndex, type VertexRef } from './index.js';
import { createReachEngine } from './reach.js';
import { draw, edge, field } from './testing/draw.js';
import { NOW, randomGraph } from './testing/random-graph.js';

const now = () => NOW;
/** Dense enough for a cycle that much is caught in, with all kinds of edges on it. */
const tangled = randomGraph({ datasets: 12, fields: 6, edges: 140, minEdges: 70 });
const someRings = fc.subarray([...Ring.options], { minLength: 1 });

/** All that is counted or listed about a vertex. */
function answers(index: LineageIndex, ref: VertexRef, rings: readonly Ring[]) {
  const { byDistance: _hops, ...impact } = index.impact(ref);
  return {
    ...impact,
    digest: impact.completeness.digest,
    upstream: index.reachedFields(ref, 'UPSTREAM'),
    up: ref.kind === 'FIELD' ? index.upstreamByRing([ref.id]) : null,
    near: index.lineage(ref, { direction: 'BOTH', depth: 1, rings }),
    far: index.lineage(ref, { direction: 'DOWNSTREAM', rings }),
  };
}

describe('what is kept of the giant', () => {
  it('changes no answer about any vertex: first questions, later ones and a plain walk agree', () => {
    fc.assert(
      fc.property(tangled, someRings, ({ rows, starts }, rings) => {
        const data = buildIndexData(rows, NOW);
        expect(data.giant).not.toBeNull();
        const plain = openLineageIndex({ ...data, giant: null }, { now });
        const warm = openLineageIndex(data, { now });
        for (const ref of starts) {
          const wanted = answers(plain, ref, rings);
          expect(answers(openLineageIndex(data, { now }), ref, rings)).toEqual(wanted);
          expect(answers(warm, ref, rings)).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('spares a question on the cycle the walk round it', () => {
    const around = Array.from({ length: 1_000 }, (_, i) => `a.${i}`);
    const edges = around.map((id, i) => edge(id, around[(i + 1) % around.length]!));
    const data = buildIndexData(draw([...around, 'b.out'], [...edges, edge('a.500', 'b.out')]));
    const scope = { holds: null, authorized: () => true, key: '' };
    for (const id of ['a.0', 'a.499', 'a.999']) {
      const reach = createReachEngine(data).reach(field(id), { direction: 'DOWNSTREAM', scope });
      expect(reach.visited.length).toBeLessThanOrEqual(2);
      expect(reach.ascending.length).toBe(1_001);
    }
  });
});
