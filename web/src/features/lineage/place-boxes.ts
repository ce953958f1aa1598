import { metrics } from '@/ui/tokens';
import type { Point } from './graph-layout';
import { type Pair, portHeight, type Shape } from './to-elements';

export type Places = ReadonlyMap<string, Point>;

const STEP = metrics.boxWidth + metrics.columnGap;

interface Link {
  other: string;
  /** Height of the other end on its box, and of this end on its own. */
  there: number;
  here: number;
}

/** Linked boxes on one side, each with the mean heights of the rows that join them. */
function linksOf(
  pairs: readonly Pair[],
  byId: ReadonlyMap<string, Shape>,
  side: 'up' | 'down',
): Map<string, Link[]> {
  const links = new Map<string, Link[]>();
  for (const pair of pairs) {
    if (pair.backflow || pair.from === pair.to) continue;
    const from = byId.get(pair.from);
    const to = byId.get(pair.to);
    if (!from || !to) continue;
    const n = pair.lines.length;
    const out = pair.lines.reduce((sum, l) => sum + portHeight(from, l.fromRow, 'out'), 0) / n;
    const into = pair.lines.reduce((sum, l) => sum + portHeight(to, l.toRow, 'in'), 0) / n;
    const [own, link] =
      side === 'up'
        ? [pair.to, { other: pair.from, there: out, here: into }]
        : [pair.from, { other: pair.to, there: into, here: out }];
    const known = links.get(own);
    if (known) known.push(link);
    else links.set(own, [link]);
  }
  return links;
}

/** The top nearest to `wanted` at which a box of this height fits between the blocked intervals. */
export function nearestFree(blocked: readonly [number, number][], height: number, wanted: number): number {
  const gap = metrics.rowGap;
  const sorted = blocked
    .map(([top, bottom]) => [top - gap, bottom + gap] as const)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [top, bottom] of sorted) {
    const last = merged.at(-1);
    if (last && top < last[1]) last[1] = Math.max(last[1], bottom);
    else merged.push([top, bottom]);
  }
  let best = Number.NaN;
  let from = Number.NEGATIVE_INFINITY;
  for (const [top, bottom] of [...merged, [Number.POSITIVE_INFINITY, 0] as const]) {
    if (top - from >= height) {
      const y = Math.min(Math.max(wanted, from), top - height);
      if (Number.isNaN(best) || Math.abs(y - wanted) < Math.abs(best - wanted)) best = y;
    }
    from = bottom;
  }
  return best;
}

/** Where a column for a box begins: right of everything above it in the flow, left of everything below. */
function columnFor(
  ups: readonly number[],
  downs: readonly number[],
  columns: readonly number[],
  step: number,
): number {
  const margin = (step - metrics.boxWidth) / 2;
  const least = ups.length > 0 ? Math.max(...ups) + step : Number.NEGATIVE_INFINITY;
  const most = downs.length > 0 ? Math.min(...downs) - step : Number.POSITIVE_INFINITY;
  const wanted = ups.length > 0 ? least : downs.length > 0 ? most : 0;
  const fits = columns.filter((x) => x > least - margin && (ups.length > 0 || x < most + margin));
  const nearest = fits.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  return nearest !== undefined && Math.abs(nearest - wanted) < step / 2 ? nearest : wanted;
}

/** Under the column that ends highest: where a box goes that nothing but backflow ties to the others. */
function lowestSpot(places: Places, byId: ReadonlyMap<string, Shape>): Point {
  const bottoms = new Map<number, number>();
  for (const [id, { x, y }] of places) {
    bottoms.set(x, Math.max(bottoms.get(x) ?? Number.NEGATIVE_INFINITY, y + (byId.get(id) as Shape).height));
  }
  const spots = [...bottoms].map(([x, bottom]) => ({ x, y: bottom + metrics.rowGap }));
  return spots.sort((a, b) => a.y - b.y || a.x - b.x)[0] ?? { x: 0, y: 0 };
}

/** Gives every box without a place one beside what it is linked with; boxes that have a place move by 0. Pure. */
export function placeBoxes(
  shapes: readonly Shape[],
  pairs: readonly Pair[],
  places: Places,
  step: number = STEP,
): Map<string, Point> {
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));
  const result = new Map<string, Point>();
  for (const { id } of shapes) {
    const place = places.get(id);
    if (place) result.set(id, place);
  }
  const ups = linksOf(pairs, byId, 'up');
  const downs = linksOf(pairs, byId, 'down');
  const known = (links: Link[] | undefined) => (links ?? []).filter((link) => result.has(link.other));
  let waiting = shapes.filter((shape) => !result.has(shape.id));
  while (waiting.length > 0) {
    const linked = waiting.filter(({ id }) => known(ups.get(id)).length + known(downs.get(id)).length > 0);
    // Nothing in sight that it belongs to: a place of its own, then its neighbours follow. Those with neighbours first.
    const free = waiting.find(({ id }) => ups.has(id) || downs.has(id)) ?? waiting[0];
    const wave = linked.length > 0 ? linked : free ? [free] : [];
    const columns = [...new Set([...result.values()].map(({ x }) => x))];
    const wanted = wave.map((shape) => {
      const up = known(ups.get(shape.id));
      const down = known(downs.get(shape.id));
      if (up.length + down.length === 0) return { shape, ...lowestSpot(result, byId) };
      const xOf = (link: Link) => (result.get(link.other) as Point).x;
      const ys = [...up, ...down].map((link) => (result.get(link.other) as Point).y + link.there - link.here);
      const y = ys.reduce((a, b) => a + b, 0) / ys.length;
      return { shape, x: columnFor(up.map(xOf), down.map(xOf), columns, step), y };
    });
    wanted.sort((a, b) => a.y - b.y || (a.shape.id < b.shape.id ? -1 : 1));
    for (const { shape, x, y } of wanted) {
      const blocked: [number, number][] = [];
      for (const [id, place] of result) {
        if (Math.abs(place.x - x) >= metrics.boxWidth + 24) continue;
        blocked.push([place.y, place.y + (byId.get(id) as Shape).height]);
      }
      result.set(shape.id, { x: Math.round(x), y: Math.round(nearestFree(blocked, shape.height, y)) });
    }
    waiting = waiting.filter(({ id }) => !result.has(id));
  }
  return result;
}

/** Pushes down only the boxes that a grown box above them would cover; the places that are kept stay as they were. */
export function settle(shapes: readonly Shape[], places: Places): Map<string, Point> {
  const order = shapes
    .map((shape) => ({ shape, place: places.get(shape.id) as Point }))
    .sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x || (a.shape.id < b.shape.id ? -1 : 1));
  const done: { x: number; top: number; bottom: number }[] = [];
  const result = new Map<string, Point>();
  for (const { shape, place } of order) {
    let { y } = place;
    const inWay = () =>
      done.find(
        (other) =>
          Math.abs(other.x - place.x) < metrics.boxWidth + 8 &&
          y < other.bottom + 8 &&
          y + shape.height + 8 > other.top,
      );
    for (let other = inWay(); other; other = inWay()) y = other.bottom + metrics.rowGap;
    done.push({ x: place.x, top: y, bottom: y + shape.height });
    result.set(shape.id, { x: place.x, y });
  }
  return result;
}
