import { addBit, bitSet, hasBit } from './bit-set.js';
import type { Catalogue } from './build-catalogue.js';
import { arcsOf } from './csr.js';
import type { EdgeColumns, FlowSide, IndexData } from './data.js';
import { nextChangeAfter, type SpanTable } from './spans.js';

export type Flow = Pick<IndexData, 'edges' | 'spans' | 'forward' | 'backward' | 'nextChange' | 'builtAt'>;

/** Edges in their final order: those that hold first, each part by start, then end, then id. */
export interface SortedEdges extends Omit<EdgeColumns, 'count'> {
  from: Uint32Array;
  to: Uint32Array;
}

/** Both directions of the graph over sorted edges. */
export function assembleFlow(
  catalogue: Catalogue,
  { from, to, ...columns }: SortedEdges,
  spans: SpanTable,
  now: number,
): Flow {
  const fields = catalogue.fields.ids.count;
  const datasets = catalogue.datasets.ids.count;
  const vertices = fields + 2 * datasets;
  const count = from.length;
  const edges = { from, to, flags: columns.flags };
  const live = arcsOf(edges, vertices, [0, columns.liveCount], false);
  const past = columns.liveCount < count ? arcsOf(edges, vertices, [columns.liveCount, count], true) : null;
  const hub = { out: fields, in: fields + datasets };
  const forward = { live: live.forward, past: past?.forward ?? null, gather: hub.out, spread: hub.in };
  const backward = { live: live.backward, past: past?.backward ?? null, gather: hub.in, spread: hub.out };
  return {
    builtAt: now,
    nextChange: nextChangeAfter(spans, now),
    spans,
    edges: { count, ...columns },
    forward: { ...forward, lift: liftOf(catalogue, from, forward) },
    backward: { ...backward, lift: liftOf(catalogue, to, backward) },
  };
}

/**
 * Marks the vertices whose structural edges matter: the fields and the spreading hub of datasets, where the edges
 * leave from a gathering hub or end at a spreading one. null when there are none.
 */
function liftOf(
  catalogue: Catalogue,
  leaving: Uint32Array,
  side: Omit<FlowSide, 'lift'>,
): Uint32Array | null {
  const datasets = catalogue.datasets.ids.count;
  const lift = bitSet(catalogue.fields.ids.count + 2 * datasets);
  let any = false;
  for (let i = 0; i < leaving.length; i++) {
    const dataset = leaving[i]! - side.gather;
    if (dataset < 0 || dataset >= datasets || hasBit(lift, side.gather + dataset)) continue;
    addBit(lift, side.gather + dataset);
    for (let v = catalogue.fieldStart[dataset]!; v < catalogue.fieldStart[dataset + 1]!; v++) addBit(lift, v);
    any = true;
  }
  for (const arcs of [side.live, side.past]) {
    if (arcs === null) continue;
    for (let i = 0; i < arcs.to.length; i++) {
      const vertex = arcs.to[i]!;
      if (vertex < side.spread || vertex >= side.spread + datasets) continue;
      addBit(lift, vertex);
      any = true;
    }
  }
  return any ? lift : null;
}
