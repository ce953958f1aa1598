import type { DifferingEdges } from './differing-edges.js';
import { NO_PARTNER } from './differing-edges.js';
import { type Growable, growable32 } from './growable.js';
import { isOver, type StopSignal } from './stop.js';

/** An edge by number, with the vertices between which it runs. */
export interface EndedEdge {
  edge: number;
  from: number;
  to: number;
}
/** By start, end and id: there may be hundreds of thousands, of which a page is shown. */
export interface ChangeList<T> {
  readonly length: number;
  at(index: number): T;
}
export interface EdgeChanges {
  added: ChangeList<EndedEdge>;
  removed: ChangeList<EndedEdge>;
  /** Of those with the same ends, one of each time. */
  changed: ChangeList<{ before: EndedEdge; after: EndedEdge }>;
  /** False when the deadline passed on the way: there may be more. */
  whole: boolean;
}

/** Whether the edges between two vertices are within the question, at the earlier and at the later time. */
export interface Within {
  before(from: number, to: number): boolean;
  after(from: number, to: number): boolean;
}

const EDGES_BETWEEN_LOOKS = 4096;

/** Those of the differing edges that are within the question. */
export function edgeChanges(
  { edge, from, to, gone, partner }: DifferingEdges,
  within: Within,
  stop: StopSignal | undefined,
): EdgeChanges {
  const added = growable32();
  const removed = growable32();
  const changed = growable32();
  let whole = true;
  for (let i = 0; i < edge.length; i++) {
    if (i % EDGES_BETWEEN_LOOKS === 0 && isOver(stop)) {
      whole = false;
      break;
    }
    const was = within.before(from[i]!, to[i]!);
    const is = within.after(from[i]!, to[i]!);
    if (partner[i]! >= 0) {
      if (was || is) changed.push(i);
    } else if (partner[i] === NO_PARTNER) {
      if (gone[i] === 1 && was) removed.push(i);
      if (gone[i] === 0 && is) added.push(i);
    }
  }
  const endedEdge = (i: number): EndedEdge => ({ edge: edge[i]!, from: from[i]!, to: to[i]! });
  return {
    added: listOf(added, endedEdge),
    removed: listOf(removed, endedEdge),
    changed: listOf(changed, (i) => ({ before: endedEdge(i), after: endedEdge(partner[i]!) })),
    whole,
  };
}

const listOf = <T>(positions: Growable<Uint32Array>, at: (position: number) => T): ChangeList<T> => ({
  length: positions.length,
  at: (index) => at(positions.at(index)),
});
