import { metrics } from '@/ui/tokens';
import type { Layout } from './graph-layout';
import type { LineageModel } from './lineage-model';
import { type Elements, type Shape, toElements } from './to-elements';

/** A layout with the height that each box had when it was placed. */
export interface Arranged extends Layout {
  heights: ReadonlyMap<string, number>;
}

/** Least space that a grown box leaves above the next one. */
const BREATH = 16;

/**
 * Elements of a model over an arrangement: a box that an expansion gives more rows grows only as far as the column is free
 * below it; the other rows wait behind "还有 N 个字段", so that nothing that is there moves. Pure.
 */
export function fitElements(
  model: LineageModel,
  opened: ReadonlySet<string>,
  arranged: Arranged | null,
): Elements {
  const full = toElements(model, opened);
  if (!arranged) return full;
  const tallest = new Map<string, number>();
  for (const shape of full.shapes) {
    const before = arranged.heights.get(shape.id);
    if (before === undefined || shape.opened || shape.height <= before) continue;
    const allowed = Math.max(before, roomBelow(shape, full.shapes, arranged));
    if (shape.height > allowed) tallest.set(shape.id, allowed);
  }
  return tallest.size > 0 ? toElements(model, opened, tallest) : full;
}

function roomBelow(shape: Shape, shapes: readonly Shape[], { places }: Arranged): number {
  const own = places.get(shape.id);
  if (!own) return Number.POSITIVE_INFINITY;
  let room = Number.POSITIVE_INFINITY;
  for (const { id } of shapes) {
    const other = places.get(id);
    if (!other || other.y <= own.y || Math.abs(other.x - own.x) >= metrics.boxWidth + 8) continue;
    room = Math.min(room, other.y - own.y - BREATH);
  }
  return room;
}

/** Heights of boxes at rest, kept as they were where they are known. */
export function heightsOf(shapes: readonly Shape[], known: ReadonlyMap<string, number>): Map<string, number> {
  const heights = new Map(known);
  for (const { id, height, opened } of shapes) {
    if (!opened) heights.set(id, Math.max(height, heights.get(id) ?? 0));
  }
  return heights;
}
