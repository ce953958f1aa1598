import { metrics } from '@/ui/tokens';
import { samplePoints } from './curve';
import type { Point } from './graph-layout';
import { onAreaHead } from './paint-groups';
import { counterOf, counterShift, counterWidth } from './paint-marks';
import type { Fitter } from './pen';
import type { Placed } from './route-edges';
import type { Scene } from './scene';
import { hasMore } from './to-elements';

/** What lies under a point of the model. */
export type Hit =
  | { kind: 'counter'; box: string; side: 'up' | 'down'; fold: boolean }
  | { kind: 'group'; box: string; key: string; open: boolean }
  | { kind: 'row'; box: string; row: string; index: number }
  | { kind: 'more'; box: string; index: number }
  | { kind: 'header'; box: string };

/** Counters stand out of their boxes, so they are asked first; boxes last painted are on top. */
export function hitTest(
  scene: Scene,
  { x, y }: Point,
  fitter: Fitter,
  expanded: ReadonlySet<string>,
): Hit | null {
  const boxes = [...scene.placed.values()].reverse();
  for (const placed of boxes) {
    const hit = counterAt(placed, x, y, fitter, expanded);
    if (hit) return hit;
  }
  for (const { shape, x: left, y: top } of boxes) {
    if (x < left || x > left + shape.width || y < top || y > top + shape.height) continue;
    if (shape.group) return { kind: 'group', box: shape.id, key: shape.group.key, open: true };
    const index = shape.compact ? -1 : Math.floor((y - top - metrics.head) / metrics.row);
    const row = shape.rows[index];
    if (row) return { kind: 'row', box: shape.id, row: row.id, index };
    if (index === shape.rows.length && hasMore(shape)) return { kind: 'more', box: shape.id, index };
    return { kind: 'header', box: shape.id };
  }
  const area = scene.areas.find((frame) => onAreaHead(frame, x, y));
  return area ? { kind: 'group', box: area.key, key: area.key, open: false } : null;
}

function counterAt(
  { shape, x: left, y: top }: Placed,
  x: number,
  y: number,
  fitter: Fitter,
  expanded: ReadonlySet<string>,
): Hit | null {
  if (shape.compact || Math.abs(y - top - 16) > 10) return null;
  for (const side of ['up', 'down'] as const) {
    const n = counterOf(shape.box, side, expanded);
    if (n === null) continue;
    const shift = counterShift(n, fitter);
    const middle = side === 'up' ? left - shift : left + shape.width + shift;
    if (Math.abs(x - middle) <= counterWidth(n, fitter) / 2 + 2)
      return { kind: 'counter', box: shape.id, side, fold: n < 0 };
  }
  return null;
}

/** A line that returns to its own box: Cytoscape does not hold it, so it is looked for here. */
export function loopAt(scene: Scene, { x, y }: Point): string | null {
  for (const { line, curve } of scene.flow) {
    if (line.from !== line.to) continue;
    if (samplePoints(curve).some((p) => Math.hypot(p.x - x, p.y - y) < 6)) return line.id;
  }
  return null;
}
