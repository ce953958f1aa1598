import type { Flow } from './assemble-flow.js';
import type { Catalogue } from './build-catalogue.js';
import { edgeCollector, gatherEdges, type LooseEdges } from './build-edges.js';
import { rowOf } from './csr.js';
import { type IndexData, vertexCount } from './data.js';
import { findSameId, type IdTable, idAt, idTable } from './id-table.js';
import { nextChangeAfter, spansThatHold } from './spans.js';
import type { EdgeRow } from './types.js';

/**
 * The flow with new and changed edges, as it is at `now`. One pass over the old edges, which keep their order: those
 * whose row came again are dropped, and those that began or ended to hold since are put where they belong now.
 */
export function changeEdges(
  old: IndexData,
  catalogue: Catalogue,
  moved: Uint32Array | null,
  rows: Iterable<EdgeRow>,
  now: number,
): Flow {
  const collector = edgeCollector(catalogue);
  for (const row of rows) collector.edge(row);
  const fresh = collector.finish();
  const { live, past, turned } = sortOut(old, idTable(fresh.ids), spansThatHold(old.spans, now, Infinity));
  if (moved === null && fresh.from.length === 0 && turned.length === 0) return sameFlow(old, now);
  const before = looseOf(old, moved);

  const count = before.from.length;
  const both = (key: 'from' | 'to') => (edge: number) =>
    edge < count ? before[key][edge]! : fresh[key][edge - count]!;
  const [fromOf, toOf] = [both('from'), both('to')];
  const idOf = (edge: number) => (edge < count ? idAt(before.ids, edge) : idAt(fresh.ids, edge - count));
  const compare = (a: number, b: number) =>
    fromOf(a) - fromOf(b) || toOf(a) - toOf(b) || (idOf(a) < idOf(b) ? -1 : 1);

  const holds = spansThatHold(fresh.spans, now, Infinity);
  const come = { live: turned.filter((edge) => edge >= old.edges.liveCount), past: [] as number[] };
  come.past = turned.filter((edge) => edge < old.edges.liveCount);
  for (let i = 0; i < fresh.from.length; i++) {
    (holds[fresh.span[i]!] === 1 ? come.live : come.past).push(count + i);
  }
  const order = new Uint32Array(live.length + past.length + come.live.length + come.past.length);
  mergeInto(order, 0, live, come.live.sort(compare), compare);
  mergeInto(order, live.length + come.live.length, past, come.past.sort(compare), compare);
  return gatherEdges(catalogue, before, fresh, order, now);
}

function sameFlow(old: IndexData, now: number): Flow {
  const { edges, spans, forward, backward } = old;
  return { edges, spans, forward, backward, builtAt: now, nextChange: nextChangeAfter(spans, now) };
}

/** Writes two sorted lists as one. */
function mergeInto(
  into: Uint32Array,
  at: number,
  stay: Uint32Array,
  come: readonly number[],
  compare: (a: number, b: number) => number,
): void {
  let next = at;
  let first = 0;
  for (const edge of come) {
    let end = first;
    for (let high = stay.length; end < high; ) {
      const middle = (end + high) >>> 1;
      if (compare(stay[middle]!, edge) < 0) end = middle + 1;
      else high = middle;
    }
    into.set(stay.subarray(first, end), next);
    next += end - first;
    into[next++] = edge;
    first = end;
  }
  into.set(stay.subarray(first), next);
}

/** The old edges with the numbers that their ends have now. */
function looseOf(old: IndexData, moved: Uint32Array | null): LooseEdges {
  const { count, flags, detail, span, ids } = old.edges;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  for (const arcs of [old.forward.live, old.forward.past]) {
    if (arcs === null) continue;
    const { rows, offsets, firstEdge } = arcs;
    for (let vertex = 0; vertex < vertexCount(old); vertex++) {
      const row = rowOf(rows, vertex);
      if (row < 0) continue;
      const [first, end] = [offsets[row]!, offsets[row + 1]!];
      if (first < end)
        from.fill(moved === null ? vertex : moved[vertex]!, firstEdge + first, firstEdge + end);
    }
    if (moved === null) to.set(arcs.to, firstEdge);
    else for (let arc = 0; arc < arcs.to.length; arc++) to[firstEdge + arc] = moved[arcs.to[arc]!]!;
  }
  const words = span instanceof Uint32Array ? span : new Uint32Array(span);
  return { from, to, flags, detail, span: words, ids, spans: old.spans };
}

/** Old edges that stay on their side of now and then, and those that changed sides; those that came again are in none. */
function sortOut(old: IndexData, fresh: IdTable, holds: Uint8Array) {
  const { count, liveCount, span, ids } = old.edges;
  const stay = new Uint32Array(count);
  const turned: number[] = [];
  let kept = 0;
  let keptLive = 0;
  // Most edges are told apart by their last digits alone.
  const lastDigits = new Uint8Array(0x1_0000);
  for (let i = 0; i < fresh.ids.count; i++) lastDigits[fresh.ids.low[i]!] = 1;
  for (let edge = 0; edge < count; edge++) {
    if (edge === liveCount) keptLive = kept;
    if (lastDigits[ids.low[edge]!] === 1 && findSameId(fresh, ids, edge) >= 0) continue;
    if ((holds[span[edge]!] === 1) === edge < liveCount) stay[kept++] = edge;
    else turned.push(edge);
  }
  if (liveCount === count) keptLive = kept;
  return { live: stay.subarray(0, keptLive), past: stay.subarray(keptLive, kept), turned };
}
