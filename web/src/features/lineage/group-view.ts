import { metrics } from '@/ui/tokens';
import { changeOf } from './change-marks';
import type { Point } from './graph-layout';
import { BAND_NAME_WIDTH } from './paint-scene';
import { quickLayers } from './quick-layers';
import type { Band } from './scene';
import { type Elements, type Line, pairsOf, type Shape } from './to-elements';

const STRONGEST = ['direct', 'masked', 'coarse', 'indirect', 'backflow'] as const;

/** One line each way between any two owners of boxes: as wide as it has edges. */
export function aggregate(
  lines: readonly Line[],
  ownerOf: (box: string) => string,
): Pick<Elements, 'lines' | 'pairs'> {
  const merged = new Map<string, Line>();
  for (const line of lines) {
    const backflow = line.style === 'backflow';
    const from = ownerOf(line.from);
    const to = ownerOf(line.to);
    const id = `${from}|${to}|${backflow ? 'b' : ''}`;
    const known = merged.get(id);
    if (!known) {
      merged.set(id, { ...line, id, from, to, fromRow: -1, toRow: -1, edges: [...line.edges], merged: true });
    } else {
      for (const edge of line.edges) known.edges.push(edge);
      known.contracted = known.contracted && line.contracted;
      if (STRONGEST.indexOf(line.style) < STRONGEST.indexOf(known.style)) known.style = line.style;
    }
  }
  // A lock only where every way is masked: else values pass in the clear.
  const all = [...merged.values()].map((line) => {
    const { change: _ofTheFirst, ...rest } = line;
    const change = changeOf(line.edges);
    return { ...rest, locked: line.style === 'masked', ...(change ? { change } : {}) };
  });
  return { lines: all, pairs: pairsOf(all) };
}

/** The same boxes as titles only, with one line per pair of boxes. */
export function compactElements({ shapes, lines }: Elements): Elements {
  const small = shapes.map(
    (shape): Shape => ({
      ...shape,
      rows: [],
      more: 0,
      opened: false,
      compact: true,
      height: metrics.compact,
    }),
  );
  return { shapes: small, ...aggregate(lines, (box) => box) };
}

const ROW_GAP = 6;
const BAND_PAD = 12;
const BAND_GAP = 8;
const MANY_COLUMNS = 7;
export const COLUMN_STEP = metrics.boxWidth + metrics.groupColumnGap;

/** Layered places of compact boxes or groups, without bands. */
export function placeQuickly({ shapes, pairs }: Elements, gap: number): Map<string, Point> {
  const links = pairs.flatMap(({ from, to, lines, backflow }) =>
    backflow ? [] : [{ from, to, weight: lines.reduce((n, { edges }) => n + edges.length, 0) }],
  );
  const places = quickLayers(shapes, links, gap);
  return new Map([...places].map(([id, { layer, y }]) => [id, { x: layer * COLUMN_STEP, y }]));
}

/** Bands by department: x is the layer, y inside a band the layout's order, the department with most links in the middle. */
export function placeInBands(
  elements: Elements,
  layout: { places: ReadonlyMap<string, Point> },
  ordered: (names: string[]) => readonly string[] = (names) => names,
): { places: Map<string, Point>; bands: Band[] } {
  const { shapes, pairs } = elements;
  const at = (shape: Shape): Point => layout.places.get(shape.id) ?? { x: 0, y: 0 };
  const layers = [...new Set(shapes.map((shape) => at(shape).x))].sort((a, b) => a - b);
  // Many columns stand closer, so that more of them are in view.
  const step = layers.length > MANY_COLUMNS ? metrics.boxWidth + metrics.columnGap : COLUMN_STEP;
  const layerX = new Map(layers.map((x, i) => [x, i * step]));
  const groups = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const key = shape.box.departmentName ?? '';
    const members = groups.get(key);
    if (members) members.push(shape);
    else groups.set(key, [shape]);
  }
  const places = new Map<string, Point>();
  const bands: Band[] = [];
  let top = 0;
  for (const name of ordered(orderGroups(groups, pairs))) {
    const members = groups.get(name) ?? [];
    const columns = new Map<number, Shape[]>();
    for (const shape of members) {
      const x = layerX.get(at(shape).x) ?? 0;
      const column = columns.get(x);
      if (column) column.push(shape);
      else columns.set(x, [shape]);
    }
    const tallest = Math.max(...[...columns.values()].map((column) => column.length));
    const line = metrics.compact + ROW_GAP;
    const height = tallest * line - ROW_GAP + 2 * BAND_PAD;
    for (const [x, column] of columns) {
      column.sort((a, b) => at(a).y - at(b).y || (a.id < b.id ? -1 : 1));
      const first = top + (height - (column.length * line - ROW_GAP)) / 2;
      column.forEach((shape, i) => {
        places.set(shape.id, { x: x + BAND_NAME_WIDTH, y: first + i * line });
      });
    }
    bands.push({ name, count: members.length, y: top, h: height });
    top += height + BAND_GAP;
  }
  return { places, bands };
}

/** Most linked department in the middle, the others outwards by turns. */
function orderGroups(groups: ReadonlyMap<string, Shape[]>, pairs: Elements['pairs']): string[] {
  const owner = new Map(
    [...groups].flatMap(([name, shapes]) => shapes.map((shape) => [shape.id, name] as const)),
  );
  const links = new Map<string, number>();
  for (const pair of pairs) {
    const [a, b] = [owner.get(pair.from), owner.get(pair.to)];
    if (a === undefined || b === undefined || a === b) continue;
    links.set(a, (links.get(a) ?? 0) + 1);
    links.set(b, (links.get(b) ?? 0) + 1);
  }
  const ranked = [...groups.keys()].sort(
    (a, b) => (links.get(b) ?? 0) - (links.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const order: string[] = [];
  ranked.forEach((name, i) => {
    if (i % 2 === 0) order.push(name);
    else order.unshift(name);
  });
  return order;
}
