import { hasBit } from './bit-set.js';
import { type Arcs, type IndexData, vertexCount } from './data.js';
import { type Growable, growable32 } from './growable.js';

/** Edges with their ends, in columns. */
export interface EndedEdges {
  edge: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
}

/**
 * The edges of which `differs` says so by their span, by start. Loops over columns and nothing else: at a million fields
 * two and a half million edges are looked at, of which few differ.
 */
export function differingEdges(data: IndexData, differs: Uint8Array): EndedEdges {
  const { live, past } = data.forward;
  const now = differingArcs(data, live, differs);
  return past === null ? now : byStart(now, differingArcs(data, past, differs));
}

function differingArcs(data: IndexData, arcs: Arcs, differs: Uint8Array): EndedEdges {
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
  return finished(found);
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

function byStart(one: EndedEdges, other: EndedEdges): EndedEdges {
  const both = columns();
  let [i, j] = [0, 0];
  while (i < one.edge.length || j < other.edge.length) {
    const first = (one.from[i] ?? Infinity) <= (other.from[j] ?? Infinity);
    const [source, at] = first ? [one, i++] : [other, j++];
    both.edge.push(source.edge[at]!);
    both.from.push(source.from[at]!);
    both.to.push(source.to[at]!);
  }
  return finished(both);
}

type Columns = Record<keyof EndedEdges, Growable<Uint32Array>>;
const columns = (): Columns => ({ edge: growable32(), from: growable32(), to: growable32() });
const finished = ({ edge, from, to }: Columns): EndedEdges => ({
  edge: edge.finish(),
  from: from.finish(),
  to: to.finish(),
});
