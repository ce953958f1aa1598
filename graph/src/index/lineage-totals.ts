import { CLEAR, DIRECT, REACHED, RING_OF, START } from './bits.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { eachArc } from './degree.js';
import { CLASS } from './edge-code.js';
import { isEntryHub } from './endpoints.js';
import type { Reach } from './reach.js';

/** Reached fields by ring, the start left out: those of the giant are known. */
export function fieldsByRing(data: IndexData, reach: Reach): number[] {
  const fields = fieldCount(data);
  const { giant, absorbed } = reach;
  const counts = [0, 0, 0, 0];
  if (giant === null || absorbed === 0) {
    const { marks } = reach;
    for (let v = 0; v < fields; v++) {
      const known = marks[v]!;
      if (known !== 0 && (known & START) === 0) counts[RING_OF[known]!]!++;
    }
    return counts.slice(0, 3);
  }
  const nested = [CLEAR, DIRECT, REACHED].map((bit, ring) =>
    (absorbed & bit) === 0 ? 0 : giant.counts.fields[ring]!,
  );
  for (let ring = 0; ring < 3; ring++) counts[ring] = nested[ring]! - (ring === 0 ? 0 : nested[ring - 1]!);
  for (let i = 0; i < reach.visited.length; i++) {
    const vertex = reach.visited[i]!;
    if (vertex >= fields) continue;
    const known = reach.markOf(i);
    counts[RING_OF[giant.reach[vertex]! & absorbed]!]!--;
    counts[(known & START) !== 0 ? 3 : RING_OF[known]!]!++;
  }
  return counts.slice(0, 3);
}

/**
 * Datasets that are vertices of their own without the depth limit: entered as a whole, or with an edge that leaves
 * them as a whole to something in the asked rings.
 */
export function countWholeDatasets(
  data: IndexData,
  reach: Reach,
  inRings: (vertex: number) => boolean,
): number {
  const { side, marks, scope } = reach;
  if (side.lift === null) return 0;
  const isPlain = (hub: number) => inRings(hub) && (marks[hub]! & START) === 0;
  let count = 0;
  for (let d = 0; d < datasetCount(data); d++) {
    const exit = side.gather + d;
    let found = isPlain(side.spread + d);
    if (!found && isPlain(exit)) {
      eachArc(data, side, scope, exit, (arcs, arc) => {
        found ||= (arcs.flags[arc]! & CLASS) <= reach.maxClass && inRings(arcs.to[arc]!);
      });
    }
    if (found) count++;
  }
  return count;
}

/** Whether a vertex is a hub from which edges leave a dataset as a whole. */
export const isExitHub = (data: IndexData, reach: Reach, vertex: number): boolean =>
  vertex >= fieldCount(data) && !isEntryHub(data, reach, vertex);
