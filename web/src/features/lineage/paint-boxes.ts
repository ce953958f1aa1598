import { metrics } from '@/ui/tokens';
import type { Highlight } from './highlight';
import { paintFrame, paintHeader, type Standing } from './paint-box-head';
import { paintBars, paintFound, paintRing, paintRows } from './paint-box-rows';
import { paintGroup } from './paint-groups';
import { counterOf, counterShift, type Easel, paintCounter } from './paint-marks';
import type { Placed } from './route-edges';
import type { PaintState, PaintWords, Scene } from './scene';
import type { Shape } from './to-elements';

const { boxWidth: W, head: HEAD } = metrics;

function standingOf(shape: Shape, state: PaintState): Standing {
  const lit = state.highlight;
  if (!lit) return 'rest';
  if (shape.group) return standingOfGroup(shape.group.members, lit);
  if (lit.chosen === shape.id || shape.box.rows.some((row) => row.id === lit.chosen)) return 'chosen';
  const met = lit.boxes.get(shape.id);
  return met === undefined ? 'off' : met ? 'backflow' : 'path';
}

function standingOfGroup(members: ReadonlySet<string>, lit: Highlight): Standing {
  if (members.has(lit.chosen)) return 'chosen';
  let best: Standing = 'off';
  for (const [box, backflow] of lit.boxes) {
    if (!members.has(box)) continue;
    if (!backflow) return 'path';
    best = 'backflow';
  }
  return best;
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

const anyIn = (found: ReadonlySet<string> | null, members: ReadonlySet<string>) =>
  found !== null && [...found].some((id) => members.has(id));

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
  const { group } = placed.shape;
  if (group) paintGroup(easel, placed, standing, state.hover?.box === placed.shape.id, words);
  else
    paintFrame(
      easel,
      placed,
      standing === 'rest' && state.near?.boxes.has(placed.shape.id) ? 'path' : standing,
    );
  if (!far && !group) {
    paintHeader(easel, placed, near, words);
    if (!placed.shape.compact) {
      if (near) paintRows(easel, placed, standing, state, words, fade);
      else paintBars(easel, placed, state, fade);
    }
  }
  pen.alpha = fade;
  if (near && !placed.shape.compact) {
    const hover = state.hover?.box === placed.shape.id ? state.hover.row : null;
    for (const side of ['up', 'down'] as const) {
      const counter = counterOf(placed.shape.box, side, state.expanded);
      if (counter === null) continue;
      const shift = counterShift(counter, easel.fitter);
      const x = side === 'up' ? placed.x - shift : placed.x + W + shift;
      paintCounter(easel, counter, x, placed.y + 16, hover === (side === 'up' ? -2 : -3));
    }
  }
  pen.alpha = 1;
  const { cursor } = state;
  if (cursor !== null && (cursor === placed.shape.id || group?.members.has(cursor)))
    paintRing(easel, placed.x, placed.y, placed.shape.width, placed.shape.height);
  if (state.found?.has(placed.shape.id) || (group && anyIn(state.found, group.members)))
    paintFound(easel, placed.x, placed.y, placed.shape.width, Math.min(placed.shape.height, HEAD));
}
