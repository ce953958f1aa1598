import { metrics } from '@/ui/tokens';
import type { Point } from './graph-layout';
import { counterShift, counterWidth } from './paint-marks';
import type { Fitter } from './pen';
import type { Placed } from './route-edges';
import type { Scene } from './scene';
import { hasMore } from './to-elements';

/** What lies under a point of the model. */
export type Hit =
  | { kind: 'counter'; box: string; side: 'up' | 'down' }
  | { kind: 'row'; box: string; row: string; index: number }
  | { kind: 'more'; box: string; index: number }
  | { kind: 'header'; box: string };

/** Counters stand out of their boxes, so they are asked first; boxes last painted are on top. */
export function hitTest(scene: Scene, { x, y }: Point, fitter: Fitter): Hit | null {
  const boxes = [...scene.placed.values()].reverse();
  for (const placed of boxes) {
    const side = counterAt(placed, x, y, fitter);
    if (side) return { kind: 'counter', box: placed.shape.id, side };
  }
  for (const { shape, x: left, y: top } of boxes) {
    if (x < left || x > left + shape.width || y < top || y > top + shape.height) continue;
    const index = shape.compact ? -1 : Math.floor((y - top - metrics.head) / metrics.row);
    const row = shape.rows[index];
    if (row) return { kind: 'row', box: shape.id, row: row.id, index };
    if (index === shape.rows.length && hasMore(shape)) return { kind: 'more', box: shape.id, index };
    return { kind: 'header', box: shape.id };
  }
  return null;
}

function counterAt(
  { shape, x: left, y: top }: Placed,
  x: number,
  y: number,
  fitter: Fitter,
): 'up' | 'down' | null {
  if (shape.compact || Math.abs(y - top - 16) > 10) return null;
  const { hiddenUp, hiddenDown } = shape.box;
  const near = (n: number, middle: number) =>
    n > 0 && Math.abs(x - middle) <= counterWidth(n, fitter) / 2 + 2;
  if (near(hiddenUp, left - counterShift(hiddenUp, fitter))) return 'up';
  if (near(hiddenDown, left + shape.width + counterShift(hiddenDown, fitter))) return 'down';
  return null;
}
