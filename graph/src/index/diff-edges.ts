import { rowOf } from './csr.js';
import { type Arcs, attributesOf, type FlowSide, type IndexData, vertexCount } from './data.js';
import { compareIds } from './id-table.js';
import type { Scope } from './scope.js';
import { spansThatHold } from './spans.js';
import { isOver, type StopSignal } from './stop.js';

/** An edge by number, with the vertices between which it runs. */
export interface EndedEdge {
  edge: number;
  from: number;
  to: number;
}
export interface EdgeChanges {
  added: Map<number, EndedEdge>;
  removed: Map<number, EndedEdge>;
  /** By the number of the edge before. */
  changed: Map<number, { before: EndedEdge; after: EndedEdge }>;
}
export const noChanges = (): EdgeChanges => ({ added: new Map(), removed: new Map(), changed: new Map() });

/** Whether edges that leave a vertex are within the question, at the earlier and at the later time. */
export interface Leaving {
  before(vertex: number): boolean;
  after(vertex: number): boolean;
}

const VERTICES_BETWEEN_LOOKS = 4096;

/**
 * Adds the edges that leave something within the question in one direction and hold at only one of two times. Of
 * those with the same ends, one of each time is one change: first such as have the same properties, then by id.
 * False when the deadline passed.
 */
export function addChanges(
  data: IndexData,
  side: FlowSide,
  scopes: { before: Scope; after: Scope },
  leaving: Leaving,
  into: EdgeChanges,
  stop: StopSignal | undefined,
): boolean {
  const now = spansThatHold(data.spans, data.builtAt, Infinity);
  const before = scopes.before.holds ?? now;
  const after = scopes.after.holds ?? now;
  const differs = before.map((holds, span) => (holds === after[span] ? 0 : 1));
  if (!differs.includes(1)) return true;
  const { span } = data.edges;
  const down = side === data.forward;
  let found: EndedEdge[] = [];
  const settle = () => {
    found.sort((a, b) => a.to - b.to || compareIds(data.edges.ids, a.edge, b.edge));
    for (let first = 0; first < found.length; ) {
      let end = first + 1;
      while (end < found.length && found[end]!.to === found[first]!.to) end++;
      settleSame(found.slice(first, end));
      first = end;
    }
    found = [];
  };
  const settleSame = (same: readonly EndedEdge[]) => {
    const { from, to } = same[0]!;
    const leaves = down ? from : to;
    const [was, is] = [leaving.before(leaves), leaving.after(leaves)];
    if (!was && !is) return;
    const gone = same.filter(({ edge }) => before[span[edge]!] === 1);
    const come = same.filter(({ edge }) => before[span[edge]!] === 0);
    const { pairs, rest } = paired(data, gone, come);
    for (const pair of pairs) into.changed.set(pair.before.edge, pair);
    if (was) for (const one of rest.gone) into.removed.set(one.edge, one);
    if (is) for (const one of rest.come) into.added.set(one.edge, one);
  };
  // By start, whatever the direction: so the edges are read in the order in which they lie.
  const { live, past } = data.forward;
  const look = (arcs: Arcs, from: number) => {
    const row = rowOf(arcs.rows, from);
    if (row < 0) return;
    const end = arcs.offsets[row + 1]!;
    for (let arc = arcs.offsets[row]!; arc < end; arc++) {
      const edge = arcs.firstEdge + arc;
      if (differs[span[edge]!] === 1) found.push({ edge, from, to: arcs.to[arc]! });
    }
  };
  for (let vertex = 0; vertex < vertexCount(data); vertex++) {
    if (vertex % VERTICES_BETWEEN_LOOKS === 0 && isOver(stop)) return false;
    look(live, vertex);
    if (past !== null) look(past, vertex);
    if (found.length > 0) settle();
  }
  return true;
}

function paired(data: IndexData, gone: readonly EndedEdge[], come: readonly EndedEdge[]) {
  const pairs: { before: EndedEdge; after: EndedEdge }[] = [];
  const left = { gone: [...gone], come: [...come] };
  const pairUp = (fits: (a: EndedEdge, b: EndedEdge) => boolean) => {
    for (const before of [...left.gone]) {
      const after = left.come.find((other) => fits(before, other));
      if (after === undefined) continue;
      pairs.push({ before, after });
      left.gone.splice(left.gone.indexOf(before), 1);
      left.come.splice(left.come.indexOf(after), 1);
    }
  };
  pairUp((a, b) => attributesOf(data, a.edge) === attributesOf(data, b.edge));
  pairUp(() => true);
  return { pairs, rest: left };
}
