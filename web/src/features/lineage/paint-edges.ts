import { type Change, changeColour } from './change-marks';
import type { Ring } from './lineage-types';
import { RING_ORDER } from './lineage-types';
import type { View } from './paint-boxes';
import { type Easel, paintLock, paintSign, paintSkip } from './paint-marks';
import type { Ink, PathShape } from './pen';
import type { PaintState, PaintWords, Scene } from './scene';
import type { Line, LineStyle } from './to-elements';

type Flow = Scene['flow'][number];
type Lane = Scene['lanes'][number];

const ARROW = 7.5;

function inkOf(style: LineStyle, easel: Easel): Ink {
  const { palette } = easel.theme;
  const width = Math.max(1.4, Math.min(2, 0.7 / easel.zoom));
  switch (style) {
    case 'direct':
      return { stroke: palette.edgeDirect, width };
    case 'indirect':
      return { stroke: palette.edgeIndirect, width, dash: [5, 4] };
    case 'masked':
      return { stroke: palette.masked, width };
    case 'coarse':
      return { stroke: palette.edgeDirect, width: 4.8 };
    case 'backflow':
      return { stroke: palette.backflow, width: 2 };
  }
}

/** The ink of a kind of line; where two days are compared a change gives the colour. */
function changedInk(style: LineStyle, change: Change | undefined, easel: Easel): Ink {
  const ink = inkOf(style, easel);
  return change
    ? { ...ink, stroke: changeColour(change, easel.theme.palette), width: (ink.width ?? 1) + 0.8 }
    : ink;
}

/** A line for many edges is as wide as they are many (drawing.md, aggregated). */
function lineInk(line: Line, easel: Easel): Ink {
  const ink = changedInk(line.style, line.change, easel);
  if (!line.merged) return ink;
  const wide = 0.9 + Math.min(2.6, 0.55 * Math.log2(line.edges.length));
  return { ...ink, width: line.style === 'coarse' ? 4.8 : Math.max(wide, Math.min(2, 0.7 / easel.zoom)) };
}

/** A lit edge wears the colour of the ring in which data run over it. */
function litInk(ring: Ring, style: LineStyle, easel: Easel): Ink {
  const { palette } = easel.theme;
  if (style === 'backflow') return { stroke: palette.backflow, width: 2.4 };
  if (ring === 'INFLUENCED') return { stroke: palette.sub, width: 2.4, dash: [5, 4] };
  const stroke = ring === 'MASKED' ? palette.masked : palette.path;
  return { stroke, width: style === 'coarse' ? 5.4 : 2.4, ...(style === 'indirect' ? { dash: [5, 4] } : {}) };
}

/** Under the pointer: the line in its own kind of ink, but strong. */
function nearInk(line: Line, easel: Easel): Ink {
  const ink = inkOf(line.style, easel);
  const { palette } = easel.theme;
  const stroke = line.style === 'masked' || line.style === 'backflow' ? ink.stroke : palette.path;
  return { ...ink, stroke, width: line.style === 'coarse' ? 5.4 : 2.4 };
}

/** The strongest ring in which any edge of a line is on the path; null when none is. */
export function litRing(edges: readonly { id: string }[], state: PaintState): Ring | null {
  const lit = state.highlight;
  if (!lit) return null;
  let best: Ring | null = null;
  for (const { id } of edges) {
    const ring = lit.edges.get(id);
    if (ring && (best === null || RING_ORDER.indexOf(ring) < RING_ORDER.indexOf(best))) best = ring;
  }
  return best;
}

const laneEdges = (lane: Lane) => lane.pair.lines.flatMap((line) => line.edges);

/** All lines: quiet ones first, the lit path over them. */
export function paintEdges(
  easel: Easel,
  scene: Scene,
  state: PaintState,
  words: PaintWords,
  view: View | null,
): void {
  const { pen, zoom } = easel;
  const lit: [Flow, Ring][] = [];
  const litLanes: [Lane, Ring][] = [];
  const near: Flow[] = [];
  const quiet = state.highlight ? 0.14 : 1;
  pen.alpha = quiet;
  if (zoom <= 0.35 && view) paintMerged(easel, scene, pen.alpha);
  for (const route of scene.flow) {
    const ring = litRing(route.line.edges, state);
    if (ring) lit.push([route, ring]);
    else if (!(zoom <= 0.35 && view) && (!view || meets(route, view))) {
      if (state.hoverEdge === route.line.id || state.near?.lines.has(route.line.id)) near.push(route);
      else {
        if (route.line.merged) pen.alpha = quiet * 0.72;
        paintFlow(easel, route, lineInk(route.line, easel));
        pen.alpha = quiet;
      }
    }
  }
  // The one with the label last, so that no other branch crosses it.
  for (const lane of [...scene.lanes].reverse()) {
    const ring = litRing(laneEdges(lane), state);
    if (ring) litLanes.push([lane, ring]);
    else paintLane(easel, lane, changedInk(lane.style, lane.change, easel), words);
  }
  pen.alpha = 1;
  for (const route of near) paintFlow(easel, route, nearInk(route.line, easel));
  lit.sort((a, b) => RING_ORDER.indexOf(b[1]) - RING_ORDER.indexOf(a[1]));
  for (const [lane, ring] of litLanes) paintLane(easel, lane, litInk(ring, lane.style, easel), words);
  for (const [route, ring] of lit) paintFlow(easel, route, litInk(ring, route.line.style, easel));
}

/** Locks and ports lie over the boxes' edges and must not be crossed by later lines. */
export function paintEdgeMarks(easel: Easel, scene: Scene, state: PaintState, view: View | null): void {
  const { pen, theme, zoom } = easel;
  for (const route of scene.flow) {
    if (view && !meets(route, view)) continue;
    const { line, lock, sign, curve } = route;
    const ring = litRing(line.edges, state);
    pen.alpha = state.highlight && !ring ? 0.3 : 1;
    if (zoom >= 0.6 && line.fromRow >= 0) {
      const stroke = ring
        ? (litInk(ring, line.style, easel).stroke ?? '')
        : (changedInk(line.style, line.change, easel).stroke ?? '');
      pen.disc(curve.start.x, curve.start.y, 2.8, { fill: theme.palette.box, stroke, width: 1.2 }, 'port');
    }
    // Between titles alone these would be many: there only on lines that one looks at.
    const looked = ring !== null || state.hoverEdge === line.id || state.near?.lines.has(line.id);
    if (route.skip && (line.merged ? looked || zoom >= 0.9 : zoom >= 0.35)) {
      paintSkip(easel, route.skip.at.x, route.skip.at.y, route.skip.boxes, theme.palette.counterBorder);
    }
    if (sign && line.change) paintSign(easel, sign, line.change);
    if (lock && zoom >= 0.16) {
      const reversible = line.edges.every((edge) => edge.masking == null || edge.reversible);
      paintLock(
        easel,
        lock.x,
        lock.y,
        theme.palette.masked,
        reversible,
        zoom < 0.6 ? Math.min(2.4, 0.66 / zoom) : 1,
      );
    }
  }
  pen.alpha = 1;
  for (const { points, change } of scene.lanes) {
    const end = points.at(-1);
    if (change && end) paintSign(easel, { x: end.x, y: end.y + SIGN_BELOW }, change);
  }
}

/** How far below its end a way back carries the sign of its change. */
const SIGN_BELOW = 26;

function paintFlow(easel: Easel, { line, shape, curve }: Flow, ink: Ink): void {
  const { pen, theme, zoom } = easel;
  pen.path(shape, ink, `edge ${line.style}`);
  if (line.style === 'coarse') {
    // Opaque even when faded, or the double line becomes one thick grey one.
    const alpha = pen.alpha;
    pen.alpha = 1;
    pen.path(shape, { stroke: theme.palette.canvas, width: 2 });
    pen.alpha = alpha;
  }
  if (zoom > 0.35) paintArrow(easel, curve, ink.stroke ?? '');
}

function paintArrow({ pen }: Easel, { controls, end }: Flow['curve'], fill: string): void {
  const last = controls.at(-1) ?? end;
  const back = last.x > end.x ? 1 : -1;
  const level = Math.abs(last.y - end.y) < 1;
  const angle = level ? 0 : Math.atan2(end.y - last.y, end.x - last.x);
  const at = (dx: number, dy: number): [number, number] =>
    level
      ? [end.x + back * dx, end.y + dy]
      : [
          end.x - dx * Math.cos(angle) - dy * Math.sin(angle),
          end.y - dx * Math.sin(angle) + dy * Math.cos(angle),
        ];
  pen.poly([at(0, 0), at(ARROW, 3), at(ARROW, -3)], { fill }, 'arrow');
}

function paintLane(easel: Easel, lane: Lane, ink: Ink, words: PaintWords): void {
  const { pen, theme, fitter, zoom } = easel;
  pen.path(lane.shape, ink, `edge ${lane.style}`);
  const end = lane.points.at(-1);
  if (!end) return;
  if (zoom > 0.35)
    pen.poly(
      [
        [end.x, end.y],
        [end.x - 3.4, end.y + ARROW],
        [end.x + 3.4, end.y + ARROW],
      ],
      { fill: ink.stroke ?? '' },
      'arrow',
    );
  if (zoom < 0.3 || !lane.pill) return;
  const text =
    lane.style === 'backflow' ? words.backflow(lane.fields, lane.cadences) : words.returning(lane.total);
  const size = Math.max(11, Math.min(14, Math.round((10 / zoom) * 2) / 2));
  const w = Math.ceil(fitter.measure(text, size, 600)) + 34;
  const h = size + 9;
  const { x, y } = lane.pill;
  const alpha = pen.alpha;
  pen.alpha = 1;
  pen.box(x - w / 2, y - h / 2, w, h, h / 2, { fill: theme.palette.canvas });
  pen.alpha = alpha;
  pen.box(
    x - w / 2,
    y - h / 2,
    w,
    h,
    h / 2,
    { fill: theme.palette.box, stroke: ink.stroke, width: 1.2 },
    'pill',
  );
  const c = x - w / 2 + 13;
  pen.path(
    { data: `M${c + 3.4} ${y - 2}A4 4 0 1 0 ${c + 3.6} ${y + 1.8}` },
    { stroke: ink.stroke, width: 1.4 },
  );
  pen.poly(
    [
      [c + 5.6, y - 3.6],
      [c + 4.4, y + 0.2],
      [c + 1.6, y - 2.4],
    ],
    { fill: ink.stroke },
  );
  pen.text(text, c + 9, y + 0.5, { size, weight: 600, fill: ink.stroke ?? '' }, 'pill-text');
}

/** Far view: one path per style and change, no arrows. */
function paintMerged(easel: Easel, scene: Scene, alpha: number): void {
  easel.pen.alpha = alpha;
  for (const { style, change, shape } of mergedOf(scene)) {
    const ink = changedInk(style, change, easel);
    easel.pen.path(shape, { ...ink, width: Math.max(1.4, Math.min(3, 0.6 / easel.zoom)) });
  }
}

type Merged = { style: LineStyle; change: Change | undefined; shape: PathShape };
const mergedShapes = new WeakMap<Scene, Merged[]>();
function mergedOf(scene: Scene): Merged[] {
  let merged = mergedShapes.get(scene);
  if (!merged) {
    const parts = new Map<string, Pick<Merged, 'style' | 'change'> & { data: string[] }>();
    for (const { line, shape } of scene.flow) {
      const key = `${line.style} ${line.change ?? ''}`;
      const known = parts.get(key) ?? { style: line.style, change: line.change, data: [] };
      parts.set(key, known);
      known.data.push(shape.data);
    }
    merged = [...parts.values()].map(({ data, ...kind }) => ({ ...kind, shape: { data: data.join('') } }));
    mergedShapes.set(scene, merged);
  }
  return merged;
}

function meets({ curve }: Flow, view: View): boolean {
  let top = Math.min(curve.start.y, curve.end.y);
  let bottom = Math.max(curve.start.y, curve.end.y);
  let left = Math.min(curve.start.x, curve.end.x);
  let right = Math.max(curve.start.x, curve.end.x);
  for (const { x, y } of curve.controls) {
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    if (x < left) left = x;
    if (x > right) right = x;
  }
  return left - 10 < view.right && right + 10 > view.left && top - 10 < view.bottom && bottom + 10 > view.top;
}
