import { metrics } from '@/ui/tokens';
import { cornerPath } from './curve';
import type { Point } from './graph-layout';
import type { Placed } from './route-edges';
import type { LineStyle, Pair } from './to-elements';

/** A way back: out of the source's bottom, under everything, into the target's bottom. */
export interface Lane {
  pair: Pair;
  style: LineStyle;
  points: Point[];
  path: string;
  /** Middle of the label. */
  pill: Point;
  locked: boolean;
}

const INSET = 40;
const STEP_DOWN = 15;
/** First vertical line in a gap, measured from the box; further ones stand apart by the second. */
const GAP_START = 20;
const GAP_STEP = 6;
const GAP_LINES = 6;

const belowIn = (all: readonly Placed[], x: number, bottom: number, self: Placed) =>
  all.some(
    (box) =>
      box !== self && box.y + box.shape.height > bottom && box.x - 6 < x && x < box.x + box.shape.width + 6,
  );

/** From the bottom of a box down to the lane: straight if nothing is in the way, else through the gap beside its column. */
function descend(
  all: readonly Placed[],
  box: Placed,
  laneY: number,
  side: 'left' | 'right',
  turn: number,
): Point[] {
  const bottom = box.y + box.shape.height;
  const width = box.shape.width;
  const x = side === 'right' ? box.x + width - INSET : box.x + INSET;
  const shift = (turn % GAP_LINES) * 4;
  const exit = { x: side === 'right' ? x - shift : x + shift, y: bottom };
  if (!belowIn(all, exit.x, bottom, box)) return [exit, { x: exit.x, y: laneY }];
  const step = bottom + STEP_DOWN - (turn % 3) * 3;
  let gap = side === 'right' ? box.x + width + GAP_START : box.x - GAP_START;
  const move = side === 'right' ? GAP_STEP : -GAP_STEP;
  gap += (turn % GAP_LINES) * move;
  // Boxes that were moved by hand may stand in the gap: look further out.
  for (let i = 0; i < 400 && belowIn(all, gap, step, box); i++) gap += move;
  return [exit, { x: exit.x, y: step }, { x: gap, y: step }, { x: gap, y: laneY }];
}

/** One lane per pair of boxes, shortest nearest to the picture, none through a box. */
export function routeLanes(
  all: readonly Placed[],
  placed: ReadonlyMap<string, Placed>,
  pairs: readonly Pair[],
): Lane[] {
  if (pairs.length === 0) return [];
  const bottom = Math.max(...all.map(({ y, shape }) => y + shape.height));
  const span = (pair: Pair) =>
    Math.abs((placed.get(pair.from) as Placed).x - (placed.get(pair.to) as Placed).x);
  const ordered = [...pairs].sort((a, b) => span(a) - span(b) || (a.id < b.id ? -1 : 1));
  const turns = new Map<string, number>();
  const turnOf = (key: string) => {
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return turn;
  };
  return ordered.map((pair, lane) => {
    const from = placed.get(pair.from) as Placed;
    const to = placed.get(pair.to) as Placed;
    const y = bottom + metrics.backflowDrop + lane * metrics.backflowLane;
    const out = descend(all, from, y, 'right', turnOf(`r${from.x}`));
    const into = descend(all, to, y, 'left', turnOf(`l${to.x}`)).reverse();
    const points = [...out, ...into];
    const first = pair.lines[0];
    const a = out.at(-1) as Point;
    const b = into[0] as Point;
    return {
      pair,
      style: first?.style ?? 'direct',
      points,
      path: cornerPath(points, metrics.backflowCorner),
      pill: { x: (a.x + b.x) / 2, y },
      locked: pair.lines.some((line) => line.locked),
    };
  });
}
