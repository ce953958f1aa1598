import { metrics } from '@/ui/tokens';
import { type Change, changeOf } from './change-marks';
import { cornerPath } from './curve';
import type { Point } from './graph-layout';
import type { Cadence } from './lineage-types';
import type { Placed } from './route-edges';
import type { LineStyle, Pair } from './to-elements';

/** A way back: out of the source's bottom, under everything, into the target's bottom. */
export interface Lane {
  pair: Pair;
  style: LineStyle;
  points: Point[];
  path: string;
  /** Middle of the label; only the first of the ways back from one box has it. */
  pill: Point | null;
  /** What the label says of all ways back from the same box: edges, fields that arrive, how often. */
  total: number;
  fields: number;
  cadences: readonly Cadence[];
  locked: boolean;
  change: Change | undefined;
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

/** Lanes by the box that they leave and their kind: one trunk under the picture, a branch to each target. */
function trunksOf(pairs: readonly Pair[], placed: ReadonlyMap<string, Placed>): Pair[][] {
  const trunks = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = `${pair.from}|${pair.backflow ? 'back' : pair.lines[0]?.style}`;
    trunks.set(key, [...(trunks.get(key) ?? []), pair]);
  }
  const xOf = (id: string) => (placed.get(id) as Placed).x;
  const span = (pairsOfTrunk: readonly Pair[]) =>
    Math.max(...pairsOfTrunk.map(({ from, to }) => Math.abs(xOf(from) - xOf(to))));
  return [...trunks]
    .sort(([a, x], [b, y]) => span(x) - span(y) || (a < b ? -1 : 1))
    .map(([, trunk]) => trunk.sort((a, b) => xOf(b.to) - xOf(a.to) || (a.id < b.id ? -1 : 1)));
}

/** Ways back under everything, the shortest nearest to the picture, none through a box. */
export function routeLanes(
  all: readonly Placed[],
  placed: ReadonlyMap<string, Placed>,
  pairs: readonly Pair[],
): Lane[] {
  if (pairs.length === 0) return [];
  const bottom = Math.max(...all.map(({ y, shape }) => y + shape.height));
  const turns = new Map<string, number>();
  const turnOf = (column: string) => {
    const turn = turns.get(column) ?? 0;
    turns.set(column, turn + 1);
    return turn;
  };
  return trunksOf(pairs, placed).flatMap((trunk, lane) => {
    const from = placed.get((trunk[0] as Pair).from) as Placed;
    const y = bottom + metrics.backflowDrop + lane * metrics.backflowLane;
    const out = descend(all, from, y, 'right', turnOf(`r${from.x}`));
    const gaps = new Map<number, number>();
    const ends = trunk.map((pair) => {
      const to = placed.get(pair.to) as Placed;
      const turn = gaps.get(to.x) ?? turnOf(`l${to.x}`);
      gaps.set(to.x, turn);
      return descend(all, to, y, 'left', turn).reverse();
    });
    const edges = trunk.flatMap(({ lines }) => lines.flatMap((line) => line.edges));
    const fields = new Set(edges.map((edge) => edge.from.row ?? edge.from.box)).size;
    const cadences = [...new Set(edges.flatMap((edge) => edge.cadence ?? []))].sort();
    const right = (out.at(-1) as Point).x;
    // The label stands before the first branch turns off.
    const firstTurn = ends[0]?.[0]?.x ?? right;
    return trunk.map((pair, i): Lane => {
      const points = [...out, ...(ends[i] ?? [])];
      return {
        pair,
        style: pair.lines[0]?.style ?? 'direct',
        points,
        path: cornerPath(points, metrics.backflowCorner),
        pill: i === 0 ? { x: (right + firstTurn) / 2, y } : null,
        total: edges.length,
        fields,
        cadences,
        locked: pair.lines.some((line) => line.locked),
        change: changeOf(pair.lines.flatMap((line) => line.edges)),
      };
    });
  });
}
