import { attributesOf, type IndexData } from './data.js';
import { differingEdges } from './differing-edges.js';
import { type Growable, growable32 } from './growable.js';
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
/** Edges by start, end and id. */
export interface EdgeList {
  readonly length: number;
  at(index: number): EndedEdge;
}
export interface EdgeChanges {
  added: EdgeList;
  removed: EdgeList;
  changed: { before: EndedEdge; after: EndedEdge }[];
  /** False when the deadline passed on the way: there may be more. */
  whole: boolean;
}

/** Whether the edges between two vertices are within the question, at the earlier and at the later time. */
export interface Within {
  before(from: number, to: number): boolean;
  after(from: number, to: number): boolean;
}

const EDGES_BETWEEN_LOOKS = 4096;

/**
 * The edges within the question that hold at only one of two times, in one pass. Of those with the same ends, one of
 * each time is one change: first such as have the same properties, then by id.
 */
export function edgeChanges(
  data: IndexData,
  scopes: { before: Scope; after: Scope },
  within: Within,
  stop: StopSignal | undefined,
): EdgeChanges {
  const now = spansThatHold(data.spans, data.builtAt, Infinity);
  const before = scopes.before.holds ?? now;
  const after = scopes.after.holds ?? now;
  const differs = before.map((holds, span) => (holds === after[span] ? 0 : 1));
  // Positions among the edges that differ: there may be hundreds of thousands, of which a page is shown.
  const added = growable32();
  const removed = growable32();
  const changed: EdgeChanges['changed'] = [];
  const edges = differs.includes(1) ? differingEdges(data, differs) : NONE;
  const { edge, from, to } = edges;
  const { span } = data.edges;
  const endedEdge = (i: number): EndedEdge => ({ edge: edge[i]!, from: from[i]!, to: to[i]! });
  const changes = (whole: boolean): EdgeChanges => ({
    added: listOf(added, endedEdge),
    removed: listOf(removed, endedEdge),
    changed,
    whole,
  });

  const heldBefore = (i: number) => before[span[edge[i]!]!] === 1;
  const settleOne = (i: number) => {
    if (heldBefore(i)) {
      if (within.before(from[i]!, to[i]!)) removed.push(i);
    } else if (within.after(from[i]!, to[i]!)) added.push(i);
  };
  /** Those with the same ends, by id. */
  const settleSame = (same: readonly number[]) => {
    const [first] = same as [number];
    if (!within.before(from[first]!, to[first]!) && !within.after(from[first]!, to[first]!)) return;
    const { pairs, rest } = paired(
      same.filter((i) => heldBefore(i)),
      same.filter((i) => !heldBefore(i)),
      (a, b) => attributesOf(data, edge[a]!) === attributesOf(data, edge[b]!),
    );
    for (const [gone, come] of pairs) changed.push({ before: endedEdge(gone), after: endedEdge(come) });
    for (const one of rest) settleOne(one);
  };
  const byEnd = (a: number, b: number) => to[a]! - to[b]! || compareIds(data.edges.ids, edge[a]!, edge[b]!);

  for (let first = 0; first < edge.length; ) {
    if (first % EDGES_BETWEEN_LOOKS === 0 && isOver(stop)) return changes(false);
    let end = first + 1;
    while (end < edge.length && from[end] === from[first]) end++;
    if (end === first + 1) settleOne(first);
    else {
      const ofStart = Array.from({ length: end - first }, (_, i) => first + i).sort(byEnd);
      for (const same of runs(ofStart, (a, b) => to[a] === to[b])) settleSame(same);
    }
    first = end;
  }
  return changes(true);
}

const NONE = { edge: new Uint32Array(0), from: new Uint32Array(0), to: new Uint32Array(0) };

const listOf = (positions: Growable<Uint32Array>, edgeAt: (position: number) => EndedEdge): EdgeList => ({
  length: positions.length,
  at: (index) => edgeAt(positions.at(index)),
});

function* runs(sorted: readonly number[], alike: (a: number, b: number) => boolean): Iterable<number[]> {
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && alike(sorted[end]!, sorted[first]!)) end++;
    yield sorted.slice(first, end);
    first = end;
  }
}

/** Pairs of one that went and one that came: those that fit, then whichever are left, each in their order. */
function paired(
  gone: readonly number[],
  come: readonly number[],
  fit: (a: number, b: number) => boolean,
): { pairs: [number, number][]; rest: number[] } {
  const pairs: [number, number][] = [];
  const left = { gone: [...gone], come: [...come] };
  const pairUp = (fits: (a: number, b: number) => boolean) => {
    for (const before of [...left.gone]) {
      const after = left.come.find((other) => fits(before, other));
      if (after === undefined) continue;
      pairs.push([before, after]);
      left.gone.splice(left.gone.indexOf(before), 1);
      left.come.splice(left.come.indexOf(after), 1);
    }
  };
  pairUp(fit);
  pairUp(() => true);
  return {
    pairs: pairs.sort(([a], [b]) => gone.indexOf(a) - gone.indexOf(b)),
    rest: [...left.gone, ...left.come],
  };
}
