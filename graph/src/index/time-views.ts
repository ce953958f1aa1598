import { edgeOf } from './csr.js';
import type { Arcs, FlowSide, IndexData } from './data.js';
import { NOT_THEN } from './edge-code.js';
import { findGiant } from './giant.js';
import { isSameTime } from './scope.js';

/** What a walk needs of one time: both directions, and the giant of then. The index itself is the view of now. */
export type TimeView = Pick<IndexData, 'forward' | 'backward' | 'giant'>;

/** Times whose views are kept: the two days of a comparison, and one more. */
const KEPT = 3;

interface Time {
  holds: Uint8Array;
  view: TimeView | null;
}

/**
 * Views of other times than now, whose arcs say by their own flags whether they hold, so that a walk need not look
 * their spans up, and whose giant answers most of a question at once. Making one costs a few walks over all arcs, which
 * only pays for a time that is asked about again: the first question gets null.
 */
export function createTimeViews(data: IndexData): (holds: Uint8Array) => TimeView | null {
  const times: Time[] = [];
  return (holds) => {
    const at = times.findIndex((known) => isSameTime(known.holds, holds));
    if (at < 0) {
      times.push({ holds, view: null });
      if (times.length > KEPT) times.shift();
      return null;
    }
    const [time] = times.splice(at, 1) as [Time];
    times.push(time);
    time.view ??= viewOf(data, holds);
    return time.view;
  };
}

function viewOf(data: IndexData, holds: Uint8Array): TimeView {
  const sideThen = (side: FlowSide): FlowSide => ({
    ...side,
    live: flagged(data, side.live, holds),
    past: side.past && flagged(data, side.past, holds),
    ofOtherTime: true,
  });
  const sides = { forward: sideThen(data.forward), backward: sideThen(data.backward) };
  return { ...sides, giant: findGiant({ ...data, ...sides }) };
}

function flagged(data: IndexData, arcs: Arcs, holds: Uint8Array): Arcs {
  const { span } = data.edges;
  const flags = arcs.flags.slice();
  for (let arc = 0; arc < flags.length; arc++) {
    if (holds[span[edgeOf(arcs, arc)]!] === 0) flags[arc]! |= NOT_THEN;
  }
  return { ...arcs, flags };
}
