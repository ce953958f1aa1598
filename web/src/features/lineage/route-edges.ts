import { metrics } from '@/ui/tokens';
import { type Curve, curvePath } from './curve';
import { heightAt, type Point } from './graph-layout';
import { type Lane, routeLanes } from './route-lanes';
import { type Line, type Pair, portHeight, type Shape } from './to-elements';

/** A box with its place. */
export interface Placed {
  shape: Shape;
  x: number;
  y: number;
}

/** A line on its way from left to right. */
export interface Route {
  line: Line;
  curve: Curve;
  path: string;
  /** Where a lock sits: the middle of the first leg. */
  lock: Point | null;
}

export interface Routes {
  flow: Route[];
  /** Backflow, and any pair whose target does not lie right of its source. */
  lanes: Lane[];
}

const PULL = 0.32;
const SLOT = 5;

interface Passage {
  left: number;
  right: number;
  y: number;
}

/** Curve from one port to another through the free heights of the columns between. */
export function curveThrough(start: Point, end: Point, passages: readonly Passage[]): Curve {
  const controls: Point[] = [];
  let from = start;
  for (const { left, right, y } of passages) {
    const k = PULL * (left - from.x);
    controls.push({ x: from.x + k, y: from.y }, { x: left - k, y }, { x: left, y }, { x: right, y });
    from = { x: right, y };
  }
  const k = PULL * (end.x - from.x);
  controls.push({ x: from.x + k, y: from.y }, { x: end.x - k, y: end.y });
  return { start, controls, end };
}

const loopOf = (start: Point, end: Point): Curve => {
  const reach = 26 + Math.min(24, Math.abs(end.y - start.y) / 6);
  const down = start.y === end.y ? 9 : 0;
  return {
    start,
    controls: [
      { x: start.x + reach, y: start.y - down },
      { x: start.x + reach, y: end.y + down },
    ],
    end: { x: end.x, y: end.y + down / 2 },
  };
};

/** Boxes that stand between two x, as columns from left to right. */
function columnsBetween(placed: readonly Placed[], left: number, right: number): Placed[][] {
  const between = placed
    .filter(({ x, shape }) => x > left && x + shape.width < right)
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const columns: Placed[][] = [];
  for (const box of between) {
    const column = columns.at(-1);
    if (column && box.x < (column[0] as Placed).x + box.shape.width) column.push(box);
    else columns.push([box]);
  }
  return columns;
}

/** The height nearest to `wanted` at which a band of this thickness meets no box of the column. */
function freeHeight(column: readonly Placed[], wanted: number, thickness: number): number {
  const pad = 10;
  const taken = column
    .map(({ y, shape }) => [y - pad - thickness, y + shape.height + pad] as [number, number])
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [top, bottom] of taken) {
    const last = merged.at(-1);
    if (last && top <= last[1]) last[1] = Math.max(last[1], bottom);
    else merged.push([top, bottom]);
  }
  const inside = merged.find(([top, bottom]) => wanted > top && wanted < bottom);
  if (!inside) return wanted;
  return wanted - inside[0] < inside[1] - wanted ? inside[0] : inside[1];
}

const endPoint = (box: Placed, row: number, side: 'in' | 'out'): Point => ({
  x: side === 'out' ? box.x + box.shape.width : box.x - 1,
  y: box.y + portHeight(box.shape, row, side),
});

/** Ways of all lines between placed boxes: curves for what flows right, lanes for what comes back. Pure. */
export function routeEdges(
  placed: ReadonlyMap<string, Placed>,
  pairs: readonly Pair[],
  ways: ReadonlyMap<string, readonly Point[]> = new Map(),
): Routes {
  const all = [...placed.values()];
  const flow: Route[] = [];
  const returning: Pair[] = [];
  for (const pair of pairs) {
    const from = placed.get(pair.from);
    const to = placed.get(pair.to);
    if (!from || !to) continue;
    if (pair.from === pair.to && !pair.backflow) {
      for (const line of pair.lines) flow.push(loopRoute(line, from));
    } else if (pair.backflow || to.x <= from.x + from.shape.width) {
      returning.push(pair);
    } else {
      flow.push(...routePair(pair, from, to, all, ways.get(pair.id)));
    }
  }
  return { flow, lanes: routeLanes(all, placed, returning) };
}

function loopRoute(line: Line, box: Placed): Route {
  const end = endPoint(box, line.toRow, 'out');
  const curve = loopOf(endPoint(box, line.fromRow, 'out'), { x: end.x + 1, y: end.y });
  return { line, curve, path: curvePath(curve), lock: line.locked ? legMiddle(curve) : null };
}

function routePair(
  pair: Pair,
  from: Placed,
  to: Placed,
  all: readonly Placed[],
  way: readonly Point[] | undefined,
): Route[] {
  const columns = columnsBetween(all, from.x + from.shape.width - 1, to.x + 1);
  const lines = [...pair.lines].sort((a, b) => a.fromRow - b.fromRow || a.toRow - b.toRow);
  const thickness = (lines.length - 1) * SLOT;
  const a = from.y + from.shape.height / 2;
  const b = to.y + to.shape.height / 2;
  const passages = columns.map((column) => {
    const left = Math.min(...column.map(({ x }) => x));
    const right = Math.max(...column.map(({ x, shape }) => x + shape.width));
    const centre = (left + right) / 2;
    const straight = a + ((b - a) * (centre - from.x)) / (to.x - from.x || 1);
    const wanted = heightAt(way, centre) ?? straight;
    return { left: left - 6, right: right + 6, y: freeHeight(column, wanted - thickness / 2, thickness) };
  });
  return lines.map((line, slot) => {
    const shifted = passages.map((passage) => ({ ...passage, y: passage.y + slot * SLOT }));
    const curve = curveThrough(endPoint(from, line.fromRow, 'out'), endPoint(to, line.toRow, 'in'), shifted);
    return { line, curve, path: curvePath(curve), lock: line.locked ? legMiddle(curve) : null };
  });
}

/** The first leg has two controls of its own; the curve passes their middle. */
function legMiddle({ controls }: Curve): Point {
  const [a, b] = controls as [Point, Point];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** What everything together covers. */
export function boundsOf(
  placed: Iterable<Placed>,
  lanes: readonly Lane[],
): { x: number; y: number; w: number; h: number } {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const cover = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const { x, y, shape } of placed) {
    cover(x - 16, y);
    cover(x + shape.width + 16, y + shape.height);
  }
  for (const lane of lanes) {
    for (const { x, y } of lane.points) cover(x, y);
    if (lane.pill) cover(lane.pill.x, lane.pill.y + metrics.compact / 2);
  }
  return Number.isFinite(left)
    ? { x: left, y: top, w: right - left, h: bottom - top }
    : { x: 0, y: 0, w: 1, h: 1 };
}
