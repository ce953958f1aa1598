import { metrics } from '@/ui/tokens';
import { type Change, changeOf } from './change-marks';
import type { GroupFacts } from './group-elements';
import type { LineageModel, ModelBox, ModelEdge, ModelRow } from './lineage-model';

/** Rows that a box shows before it is opened. */
export const ROWS_AT_REST = 12;

/** A box as it is drawn: which rows, how many are left out, how large. */
export interface Shape {
  id: string;
  box: ModelBox;
  rows: ModelRow[];
  /** Fields behind the last line: not in the picture, or folded away. */
  more: number;
  opened: boolean;
  width: number;
  height: number;
  compact: boolean;
  /** Stands for a group of boxes. */
  group?: GroupFacts;
}

export type LineStyle = 'direct' | 'indirect' | 'masked' | 'coarse' | 'backflow';

/** One line of the picture; several edges share it where their rows are folded or the view is compact. */
export interface Line {
  id: string;
  from: string;
  to: string;
  /** Index of the row in its box; -1 the header. */
  fromRow: number;
  toRow: number;
  style: LineStyle;
  locked: boolean;
  edges: ModelEdge[];
  /** One for all edges between its ends: drawn as wide as they are many. */
  merged?: boolean;
  /** All its edges stand for ways through hidden boxes. */
  contracted?: boolean;
  /** Where two days are compared: what became of its edges. */
  change?: Change;
}

/** All lines from one box to another: what the layout sees. */
export interface Pair {
  id: string;
  from: string;
  to: string;
  lines: Line[];
  backflow: boolean;
}

export interface Elements {
  shapes: Shape[];
  lines: Line[];
  pairs: Pair[];
}

export const rowCentre = (row: number): number => metrics.head + row * metrics.row + metrics.row / 2;

const hasMore = (shape: Pick<Shape, 'more' | 'opened'>) => shape.more > 0 || shape.opened;

/** Height of a box with so many rows, the line "还有 N 个字段" counted as a row. */
export function heightOf(rows: number, more: boolean): number {
  const lines = rows + (more ? 1 : 0);
  return lines === 0 ? metrics.collapsed : metrics.head + lines * metrics.row + metrics.foot;
}

const GRADE_WEIGHT: Record<string, number> = { CORE: 6, IMPORTANT: 5, L4: 4, L3: 3, L2: 2, L1: 1 };

function weight(row: ModelRow, model: LineageModel, linked: ReadonlySet<string>): number {
  if (row.id === model.start) return 1000;
  const personal = row.personalInfo === 'SENSITIVE' ? 20 : row.personalInfo === 'GENERAL' ? 10 : 0;
  return (linked.has(row.id) ? 100 : 0) + personal + (row.grade ? (GRADE_WEIGHT[row.grade] ?? 0) : 0);
}

/** Where room is short the rows that were there stay: answers are merged oldest first. */
const firstCome = (row: ModelRow, model: LineageModel) => (row.id === model.start ? 1 : 0);

/** Rows that fit under a height, the line "还有 N 个字段" beside them. */
const rowsWithin = (height: number) =>
  Math.max(0, Math.floor((height - metrics.head - metrics.foot) / metrics.row) - 1);

function shapeOf(
  box: ModelBox,
  model: LineageModel,
  opened: boolean,
  linked: ReadonlySet<string>,
  tallest: number | undefined,
): Shape {
  const own = box.id === model.start || box.rows.some((row) => row.id === model.start);
  let rows = box.rows;
  if (!opened) {
    const matter = rows.filter((row) => linked.has(row.id) || row.id === model.start);
    rows = own && rows.length <= ROWS_AT_REST ? rows : matter;
    const most = tallest === undefined ? ROWS_AT_REST : Math.min(ROWS_AT_REST, rowsWithin(tallest));
    if (rows.length > most + (tallest === undefined ? 1 : 0)) {
      const ranked = rows
        .map((row, i) => ({
          i,
          w: tallest === undefined ? weight(row, model, linked) : firstCome(row, model),
        }))
        .sort((a, b) => b.w - a.w || a.i - b.i);
      const kept = new Set(ranked.slice(0, most).map(({ i }) => i));
      rows = rows.filter((_, i) => kept.has(i));
    }
  }
  const total = box.kind === 'DATASET' ? Math.max(box.fieldCount ?? 0, box.rows.length) : box.rows.length;
  const more = total - rows.length;
  // A dataset that is met only as a whole stays a header; its number of fields is said in the header.
  const folded = rows.length === 0 && !opened;
  const shape = {
    id: box.id,
    box,
    rows,
    more: folded ? 0 : more,
    opened: opened && box.rows.length > 0,
    compact: false,
  };
  return { ...shape, width: metrics.boxWidth, height: heightOf(rows.length, hasMore(shape)) };
}

function styleOf(edge: ModelEdge): LineStyle {
  if (edge.backflow) return 'backflow';
  if (edge.masking != null && !edge.reversible) return 'masked';
  if (edge.kind === 'INDIRECT') return 'indirect';
  return edge.coarse ? 'coarse' : 'direct';
}

/**
 * Boxes, lines and box pairs of a model; `opened` holds the ids of boxes that show all their rows, `tallest` how high some
 * others may be. Pure.
 */
export function toElements(
  model: LineageModel,
  opened: ReadonlySet<string>,
  tallest: ReadonlyMap<string, number> = new Map(),
): Elements {
  const linked = new Set<string>();
  for (const { from, to } of model.edges) {
    if (from.row) linked.add(from.row);
    if (to.row) linked.add(to.row);
  }
  const shapes = [...model.boxes.values()].map((box) =>
    shapeOf(box, model, opened.has(box.id), linked, tallest.get(box.id)),
  );
  const index = new Map(shapes.map((shape) => [shape.id, new Map(shape.rows.map((row, i) => [row.id, i]))]));
  const counts = new Map(shapes.map((shape) => [shape.id, shape.rows.length]));
  const rowOf = (box: string, row: string | null) =>
    row === null ? -1 : (index.get(box)?.get(row) ?? (counts.get(box) || -1));

  const lines = new Map<string, Line>();
  for (const edge of model.edges) {
    const style = styleOf(edge);
    const fromRow = rowOf(edge.from.box, edge.from.row);
    const toRow = rowOf(edge.to.box, edge.to.row);
    const change = changeOf([edge]);
    const id = `${edge.from.box}|${fromRow}|${edge.to.box}|${toRow}|${style}${change ?? ''}`;
    const line = lines.get(id);
    const contracted = edge.contracted !== undefined;
    if (line) {
      line.edges.push(edge);
      line.locked ||= edge.masking != null;
      line.contracted &&= contracted;
    } else {
      const { box: from } = edge.from;
      lines.set(id, {
        id,
        from,
        to: edge.to.box,
        fromRow,
        toRow,
        style,
        locked: edge.masking != null,
        edges: [edge],
        contracted,
        ...(change ? { change } : {}),
      });
    }
  }
  return { shapes, lines: [...lines.values()], pairs: pairsOf([...lines.values()]) };
}

/** Lines grouped by their two boxes; backflow apart, since the layout must not see it. */
export function pairsOf(lines: readonly Line[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const line of lines) {
    const backflow = line.style === 'backflow';
    const id = `${line.from}→${line.to}${backflow ? '↺' : ''}`;
    const pair = pairs.get(id);
    if (pair) pair.lines.push(line);
    else pairs.set(id, { id, from: line.from, to: line.to, lines: [line], backflow });
  }
  return [...pairs.values()];
}

/** Height on a box at which a line begins or ends, from the top of the box. */
export function portHeight(shape: Shape, row: number, side: 'in' | 'out'): number {
  if (shape.compact) return shape.height / 2;
  if (row >= 0) return rowCentre(row);
  const counter = side === 'in' ? shape.box.hiddenUp : shape.box.hiddenDown;
  if (shape.height === metrics.collapsed && shape.box.kind === 'CONSUMER') return shape.height / 2;
  return counter > 0 ? metrics.head - 12 : metrics.head / 2;
}

export { hasMore };
