import { edgeOf } from './csr.js';
import type { Arcs, FlowSide, IndexData } from './data.js';
import { NOT_THEN } from './edge-code.js';
import { isSameTime } from './scope.js';

/** Times whose sides are kept: the two days of a comparison, and one more. */
const KEPT = 3;

interface Time {
  holds: Uint8Array;
  asked: number;
  sides: Map<FlowSide, FlowSide>;
}

/**
 * Sides on which the flags of an arc themselves say whether it holds at a time, so that a walk need not look its span
 * up. Making one costs a pass over all arcs, which only pays for a time that is asked about again: the first question
 * gets null. The answer's past arcs count as its live ones do.
 */
export function createSidesInTime(data: IndexData): (side: FlowSide, holds: Uint8Array) => FlowSide | null {
  const times: Time[] = [];
  return (side, holds) => {
    const at = times.findIndex((known) => isSameTime(known.holds, holds));
    const time: Time = at < 0 ? { holds, asked: 0, sides: new Map() } : times.splice(at, 1)[0]!;
    times.push(time);
    if (times.length > KEPT) times.shift();
    if (++time.asked === 1) return null;
    let made = time.sides.get(side);
    if (made === undefined) {
      made = {
        ...side,
        live: flagged(data, side.live, holds),
        past: side.past && flagged(data, side.past, holds),
      };
      time.sides.set(side, made);
    }
    return made;
  };
}

function flagged(data: IndexData, arcs: Arcs, holds: Uint8Array): Arcs {
  const { span } = data.edges;
  const flags = arcs.flags.slice();
  for (let arc = 0; arc < flags.length; arc++) {
    if (holds[span[edgeOf(arcs, arc)]!] === 0) flags[arc]! |= NOT_THEN;
  }
  return { ...arcs, flags };
}
