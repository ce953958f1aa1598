import { metrics } from '@/ui/tokens';
import { type Curve, curvePath, samplePoints } from './curve';
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
  /** Where it is said how many boxes a contracted line hides. */
  skip: { at: Point; boxes: number } | null;
  /** Where the sign of a change stands. */
  sign: Point | null;
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

/** Boxes over each other, from top to bottom. */
interface Column {
  left: number;
  right: number;
  boxes: Placed[];
}

/** All boxes as columns from left to right; made once for a picture. */
export function columnsOf(placed: Iterable<Placed>): Column[] {
  const columns: Column[] = [];
  for (const box of [...placed].sort((a, b) => a.x - b.x || a.y - b.y)) {
    const column = columns.at(-1);
    const right = box.x + box.shape.width;
    if (column && box.x < column.left + (column.boxes[0] as Placed).shape.width) {
      column.boxes.push(box);
      column.right = Math.max(column.right, right);
    } else columns.push({ left: box.x, right, boxes: [box] });
  }
  for (const column of columns) column.boxes.sort((a, b) => a.y - b.y);
  return columns;
}

/** Columns of which something stands between two x, with only those boxes. */
function columnsBetween(columns: readonly Column[], left: number, right: number): Column[] {
  const between: Column[] = [];
  for (const column of columns) {
    if (column.right <= left || column.left >= right) continue;
    if (column.left > left && column.right < right) {
      between.push(column);
      continue;
    }
    const boxes = column.boxes.filter(({ x, shape }) => x > left && x + shape.width < right);
    if (boxes.length === 0) continue;
    between.push({
      left: Math.min(...boxes.map(({ x }) => x)),
      right: Math.max(...boxes.map(({ x, shape }) => x + shape.width)),
      boxes,
    });
  }
  return between;
}

/** The height nearest to `wanted` at which a band of this thickness meets no box of the column. */
function freeHeight({ boxes }: Column, wanted: number, thickness: number): number {
  const pad = 10;
  let top = Number.NaN;
  let bottom = Number.NaN;
  for (const { y, shape } of boxes) {
    const from = y - pad - thickness;
    const to = y + shape.height + pad;
    // Boxes come from top to bottom: a gap above this one ends what was taken before.
    if (from <= bottom) bottom = Math.max(bottom, to);
    else {
      if (wanted > top && wanted < bottom) break;
      if (from >= wanted) return wanted;
      top = from;
      bottom = to;
    }
  }
  if (!(wanted > top && wanted < bottom)) return wanted;
  return wanted - top < bottom - wanted ? top : bottom;
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
  const columns = columnsOf(all);
  const flow: Route[] = [];
  const returning: Pair[] = [];
  for (const pair of pairs) {
    const from = placed.get(pair.from);
    const to = placed.get(pair.to);
    if (!from || !to) continue;
    const onward = to.x > from.x + from.shape.width;
    if (pair.backflow) returning.push(pair);
    else if (pair.from === pair.to) {
      for (const line of pair.lines) flow.push(loopRoute(line, from));
    } else if (onward) flow.push(...routePair(pair, from, to, columns, ways.get(pair.id)));
    // One line for many edges goes straight back beside its counterpart; the many of an open box take a lane of their own.
    else if (pair.lines.every(({ merged }) => merged)) {
      for (const line of pair.lines) flow.push(backRoute(line, from, to));
    } else returning.push(pair);
  }
  return { flow, lanes: routeLanes(all, placed, returning) };
}

function routeOf(line: Line, curve: Curve): Route {
  const lock = line.locked ? legMiddle(curve) : null;
  return { line, curve, path: curvePath(curve), lock, skip: skipOf(line, curve), sign: signOf(line, curve) };
}

function signOf(line: Line, curve: Curve): Point | null {
  if (!line.change) return null;
  const points = samplePoints(curve, 6);
  // Beside the other marks of a line, not on them.
  return points[Math.floor(points.length * (line.locked || line.contracted ? 0.84 : 0.5))] ?? curve.end;
}

function skipOf(line: Line, curve: Curve): Route['skip'] {
  if (!line.contracted) return null;
  const hidden = Math.max(...line.edges.map(({ contracted = 0 }) => contracted));
  const points = samplePoints(curve, 4);
  // Off the middle when a lock may sit there.
  const at = points[Math.floor(points.length * (line.locked ? 0.72 : 0.5))] ?? curve.end;
  return { at, boxes: hidden };
}

function loopRoute(line: Line, box: Placed): Route {
  const end = endPoint(box, line.toRow, 'out');
  const curve = loopOf(endPoint(box, line.fromRow, 'out'), { x: end.x + 1, y: end.y });
  return routeOf(line, curve);
}

/** How far below its counterpart a line goes back. */
const BESIDE = 9;

/** Against the flow, or between two boxes of one column: out of the near sides, a little below what flows onward. */
function backRoute(line: Line, from: Placed, to: Placed): Route {
  const y0 = from.y + from.shape.height / 2 + BESIDE;
  const y1 = to.y + to.shape.height / 2 + BESIDE;
  if (to.x + to.shape.width >= from.x) {
    const x0 = from.x + from.shape.width;
    const x1 = to.x + to.shape.width + 1;
    const reach = Math.max(x0, x1) + 34 + Math.min(60, Math.abs(y1 - y0) / 5);
    // Down on the outer way, up on the inner one.
    const shift = y1 > y0 ? 0 : -12;
    const curve = {
      start: { x: x0, y: y0 - BESIDE },
      controls: [
        { x: reach + shift, y: y0 - BESIDE },
        { x: reach + shift, y: y1 },
      ],
      end: { x: x1, y: y1 },
    };
    return routeOf(line, curve);
  }
  const start = { x: from.x, y: y0 };
  const end = { x: to.x + to.shape.width + 1, y: y1 };
  return routeOf(line, curveThrough(start, end, []));
}

function routePair(
  pair: Pair,
  from: Placed,
  to: Placed,
  all: readonly Column[],
  way: readonly Point[] | undefined,
): Route[] {
  const columns = columnsBetween(all, from.x + from.shape.width - 1, to.x + 1);
  const lines = [...pair.lines].sort((a, b) => a.fromRow - b.fromRow || a.toRow - b.toRow);
  const thickness = (lines.length - 1) * SLOT;
  const a = from.y + from.shape.height / 2;
  const b = to.y + to.shape.height / 2;
  const passages = columns.map((column) => {
    const { left, right } = column;
    const centre = (left + right) / 2;
    const straight = a + ((b - a) * (centre - from.x)) / (to.x - from.x || 1);
    const wanted = heightAt(way, centre) ?? straight;
    return { left: left - 6, right: right + 6, y: freeHeight(column, wanted - thickness / 2, thickness) };
  });
  // Said once for all lines of a pair.
  const skips = lines.filter(({ contracted }) => contracted);
  const told = skips[Math.floor(skips.length / 2)];
  return lines.map((line, slot) => {
    const shifted = passages.map((passage) => ({ ...passage, y: passage.y + slot * SLOT }));
    const ends = [endPoint(from, line.fromRow, 'out'), endPoint(to, line.toRow, 'in')] as const;
    const route = routeOf(line, curveThrough(ends[0], ends[1], shifted));
    return line === told ? route : { ...route, skip: null };
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
