import type { Point } from './graph-layout';

/** Quadratic pieces joined at the middles of neighbouring control points: the same curve that Cytoscape hits. */
export interface Curve {
  start: Point;
  controls: Point[];
  end: Point;
}

const round = (value: number) => Math.round(value * 10) / 10;
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** The curve as SVG path data. */
export function curvePath({ start, controls, end }: Curve): string {
  let d = `M${round(start.x)} ${round(start.y)}`;
  for (let i = 0; i < controls.length; i++) {
    const control = controls[i] as Point;
    const next = controls[i + 1];
    const to = next ? middle(control, next) : end;
    d += `Q${round(control.x)} ${round(control.y)} ${round(to.x)} ${round(to.y)}`;
  }
  return controls.length === 0 ? `${d}L${round(end.x)} ${round(end.y)}` : d;
}

/** Points along the curve, `n` for each piece: for tests and bounding boxes. */
export function samplePoints({ start, controls, end }: Curve, n = 8): Point[] {
  const points = [start];
  let from = start;
  controls.forEach((control, i) => {
    const next = controls[i + 1];
    const to = next ? middle(control, next) : end;
    for (let k = 1; k <= n; k++) {
      const t = k / n;
      const at = (a: number, c: number, b: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t ** 2 * b;
      points.push({ x: at(from.x, control.x, to.x), y: at(from.y, control.y, to.y) });
    }
    from = to;
  });
  if (controls.length === 0) points.push(end);
  return points;
}

/** Control points as Cytoscape wants them: weight along the chord and distance from it. */
export function chordOf({ start, controls, end }: Curve): { weights: string; distances: string } {
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const length = Math.hypot(dx, dy) || 1;
  const weights = controls.map((p) => ((p.x - start.x) * dx + (p.y - start.y) * dy) / length ** 2);
  const distances = controls.map((p) => (-(p.x - start.x) * dy + (p.y - start.y) * dx) / length);
  return {
    weights: weights.map((w) => w.toFixed(6)).join(' '),
    distances: distances.map((d) => d.toFixed(2)).join(' '),
  };
}

/** A path of straight pieces with rounded corners, as SVG path data. */
export function cornerPath(points: readonly Point[], radius: number): string {
  const [first, ...rest] = points as [Point, ...Point[]];
  let d = `M${round(first.x)} ${round(first.y)}`;
  rest.forEach((point, i) => {
    const before = points[i] as Point;
    const after = points[i + 2];
    if (!after) {
      d += `L${round(point.x)} ${round(point.y)}`;
      return;
    }
    const back = Math.hypot(before.x - point.x, before.y - point.y);
    const on = Math.hypot(after.x - point.x, after.y - point.y);
    const r = Math.min(radius, back / 2, on / 2);
    const towards = (to: Point, length: number): Point => ({
      x: point.x + ((to.x - point.x) / (length || 1)) * r,
      y: point.y + ((to.y - point.y) / (length || 1)) * r,
    });
    const a = towards(before, back);
    const b = towards(after, on);
    d += `L${round(a.x)} ${round(a.y)}Q${round(point.x)} ${round(point.y)} ${round(b.x)} ${round(b.y)}`;
  });
  return d;
}
