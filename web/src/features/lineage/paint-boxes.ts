import { metrics } from '@/ui/tokens';
import { paintFrame, paintHeader, type Standing } from './paint-box-head';
import { paintBars, paintFound, paintRing, paintRows } from './paint-box-rows';
import { counterShift, type Easel, paintCounter } from './paint-marks';
import type { Placed } from './route-edges';
import type { PaintState, PaintWords, Scene } from './scene';
import type { Shape } from './to-elements';

const { boxWidth: W, head: HEAD } = metrics;

function standingOf(shape: Shape, state: PaintState): Standing {
  const lit = state.highlight;
  if (!lit) return 'rest';
  if (lit.chosen === shape.id || shape.box.rows.some((row) => row.id === lit.chosen)) return 'chosen';
  const met = lit.boxes.get(shape.id);
  return met === undefined ? 'off' : met ? 'backflow' : 'path';
}

/** All boxes of a scene, after the edges, so that an edge that must pass a box passes under it. */
export function paintBoxes(
  easel: Easel,
  scene: Scene,
  state: PaintState,
  words: PaintWords,
  view: View | null,
): void {
  for (const placed of scene.placed.values()) {
    if (view && outside(placed, view)) continue;
    paintBox(easel, placed, standingOf(placed.shape, state), state, words);
  }
}

/** The part of the model that is on screen. */
export interface View {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const outside = ({ x, y, shape }: Placed, view: View) =>
  x - 30 > view.right ||
  x + shape.width + 30 < view.left ||
  y - 4 > view.bottom ||
  y + shape.height + 4 < view.top;

function paintBox(
  easel: Easel,
  placed: Placed,
  standing: Standing,
  state: PaintState,
  words: PaintWords,
): void {
  const { pen, zoom } = easel;
  const far = zoom < 0.16;
  const near = zoom >= 0.6;
  const fade = standing === 'off' ? 0.32 : 1;
  pen.alpha = fade;
  paintFrame(easel, placed, standing);
  if (!far) {
    paintHeader(easel, placed, near, words);
    if (!placed.shape.compact) {
      if (near) paintRows(easel, placed, standing, state, words, fade);
      else paintBars(easel, placed, state, fade);
    }
  }
  pen.alpha = fade;
  if (near && !placed.shape.compact) {
    const { hiddenUp, hiddenDown } = placed.shape.box;
    const hover = state.hover?.box === placed.shape.id;
    if (hiddenUp > 0) {
      const x = placed.x - counterShift(hiddenUp, easel.fitter);
      paintCounter(easel, hiddenUp, x, placed.y + 16, hover && state.hover?.row === -2);
    }
    if (hiddenDown > 0) {
      const x = placed.x + W + counterShift(hiddenDown, easel.fitter);
      paintCounter(easel, hiddenDown, x, placed.y + 16, hover && state.hover?.row === -3);
    }
  }
  pen.alpha = 1;
  if (state.cursor === placed.shape.id)
    paintRing(easel, placed.x, placed.y, placed.shape.width, placed.shape.height);
  if (state.found?.has(placed.shape.id))
    paintFound(easel, placed.x, placed.y, placed.shape.width, Math.min(placed.shape.height, HEAD));
}
