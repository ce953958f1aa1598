import { hasBit } from './bit-set.js';
import { type Arcs, attributesOf, type IndexData, vertexCount } from './data.js';
import { type Growable, growable32 } from './growable.js';
import { compareIds } from './id-table.js';
import { isSameTime } from './scope.js';

/** The edges that hold at one of two times only, in columns, by start; those with the same start by end and id. */
export interface DifferingEdges {
  edge: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** 1 = held at the earlier time, 0 = holds at the later. */
  gone: Uint8Array;
  /**
   * Position of the edge that came in place of one that went, with the same ends; {@link NO_PARTNER}; or
   * {@link PARTNER} for the one that came.
   */
  partner: Int32Array;
}
export const NO_PARTNER = -1;
export const PARTNER = -2;

/**
 * The differing edges of two times, by the spans that hold. Whatever is compared between the same two days needs the same
 * ones, so those of the latest pair are kept.
 */
export function createDifferingEdges(
  data: IndexData,
): (before: Uint8Array, after: Uint8Array) => DifferingEdges {
  let latest: { before: Uint8Array; after: Uint8Array; edges: DifferingEdges } | null = null;
  return (before, after) => {
    if (latest !== null && isSameTime(latest.before, before) && isSameTime(latest.after, after)) {
      return latest.edges;
    }
    const edges = isSameTime(before, after)
      ? paired(data, columns(), before)
      : differing(data, before, after);
    latest = { before, after, edges };
    return edges;
  };
}

function differing(data: IndexData, before: Uint8Array, after: Uint8Array): DifferingEdges {
  const differs = before.map((holds, span) => (holds === after[span] ? 0 : 1));
  const { live, past } = data.forward;
  const now = differingArcs(data, live, differs);
  return paired(data, past === null ? now : byStart(now, differingArcs(data, past, differs)), before);
}

/** Loops over columns and nothing else: at a million fields two and a half million edges are looked at. */
function differingArcs(data: IndexData, arcs: Arcs, differs: Uint8Array): Columns {
  const { span } = data.edges;
  const { offsets, to, firstEdge } = arcs;
  const starts = startsOf(data, arcs);
  const found = columns();
  let row = 0;
  for (let arc = 0; arc < to.length; arc++) {
    if (differs[span[firstEdge + arc]!] === 0) continue;
    while (offsets[row + 1]! <= arc) row++;
    found.edge.push(firstEdge + arc);
    found.from.push(starts === null ? row : starts[row]!);
    found.to.push(to[arc]!);
  }
  return found;
}

/** Vertices that have rows, by row; null where all have. */
function startsOf(data: IndexData, { rows }: Arcs): Uint32Array | null {
  if (rows === null) return null;
  const starts = growable32();
  for (let vertex = 0; vertex < vertexCount(data); vertex++) {
    if (hasBit(rows.has, vertex)) starts.push(vertex);
  }
  return starts.finish();
}

function byStart(one: Columns, other: Columns): Columns {
  const both = columns();
  const startAt = ({ from }: Columns, i: number) => (i < from.length ? from.at(i) : Infinity);
  for (let i = 0, j = 0; i < one.edge.length || j < other.edge.length; ) {
    const [source, at] = startAt(one, i) <= startAt(other, j) ? [one, i++] : [other, j++];
    both.edge.push(source.edge.at(at));
    both.from.push(source.from.at(at));
    both.to.push(source.to.at(at));
  }
  return both;
}

type Columns = Record<'edge' | 'from' | 'to', Growable<Uint32Array>>;
const columns = (): Columns => ({ edge: growable32(), from: growable32(), to: growable32() });

/** Sorts those of one start, and tells which of them took the place of which. */
function paired(data: IndexData, found: Columns, before: Uint8Array): DifferingEdges {
  const [edge, from, to] = [found.edge.finish(), found.from.finish(), found.to.finish()];
  const gone = new Uint8Array(edge.length);
  const partner = new Int32Array(edge.length).fill(NO_PARTNER);
  const { span, ids } = data.edges;
  for (let first = 0; first < edge.length; ) {
    let end = first + 1;
    while (end < edge.length && from[end] === from[first]) end++;
    if (end > first + 1) {
      const sorted = Array.from(edge.subarray(first, end), (e, i) => ({ e, to: to[first + i]! }));
      sorted.sort((a, b) => a.to - b.to || compareIds(ids, a.e, b.e));
      for (const [i, one] of sorted.entries()) {
        edge[first + i] = one.e;
        to[first + i] = one.to;
      }
    }
    for (let i = first; i < end; i++) gone[i] = before[span[edge[i]!]!]!;
    for (let i = first; i < end; ) {
      let last = i + 1;
      while (last < end && to[last] === to[i]) last++;
      if (last > i + 1) pairUp(data, { edge, gone, partner }, i, last);
      i = last;
    }
    first = end;
  }
  return { edge, from, to, gone, partner };
}

/** Pairs those with the same ends: first such as have the same properties, then whichever are left, each by id. */
function pairUp(
  data: IndexData,
  { edge, gone, partner }: Pick<DifferingEdges, 'edge' | 'gone' | 'partner'>,
  first: number,
  end: number,
): void {
  const alike = (a: number, b: number) => attributesOf(data, edge[a]!) === attributesOf(data, edge[b]!);
  for (const fits of [alike, () => true]) {
    for (let went = first; went < end; went++) {
      if (gone[went] === 0 || partner[went] !== NO_PARTNER) continue;
      for (let came = first; came < end; came++) {
        if (gone[came] === 1 || partner[came] !== NO_PARTNER || !fits(went, came)) continue;
        partner[went] = came;
        partner[came] = PARTNER;
        break;
      }
    }
  }
}
