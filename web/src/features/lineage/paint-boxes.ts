import { metrics } from '@/ui/tokens';
import type { Reached } from './highlight';
import type { ModelRow } from './lineage-model';
import { counterShift, type Easel, paintChip, paintCounter, paintPersonalInfo } from './paint-marks';
import type { Placed } from './route-edges';
import type { PaintState, PaintWords, Scene } from './scene';
import { hasMore, rowCentre, type Shape } from './to-elements';

const { boxWidth: W, head: HEAD, row: ROW, radius: R, gradeBar: BAR, cutCorner: CUT } = metrics;

/** How a box stands to the chosen path. */
type Standing = 'rest' | 'chosen' | 'path' | 'backflow' | 'off';

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

function paintFrame({ pen, theme, zoom }: Easel, { x, y, shape }: Placed, standing: Standing): void {
  const { palette, grades } = theme;
  const { width: w, height: h, box } = shape;
  const thin = Math.max(1, Math.min(2, 0.6 / zoom));
  const stroke =
    standing === 'backflow'
      ? palette.backflow
      : standing === 'chosen' || standing === 'path'
        ? palette.path
        : palette.border;
  const width =
    standing === 'chosen'
      ? 2.2
      : standing === 'path' || standing === 'backflow'
        ? 1.5
        : standing === 'off'
          ? 0.4
          : thin;
  const head = Math.min(h, HEAD);
  const body = h > HEAD && !shape.compact;
  if (box.kind === 'CONSUMER') {
    pen.box(
      x,
      y,
      w,
      h,
      h / 2,
      { fill: palette.consumerHeader, stroke: standing === 'rest' ? palette.consumerHeader : stroke, width },
      'box consumer',
    );
    return;
  }
  if (box.kind === 'INTERFACE') {
    const cut = shape.compact ? 7 : CUT;
    const outline: [number, number][] = [
      [x + cut, y],
      [x + w - cut, y],
      [x + w, y + cut],
      [x + w, y + h - cut],
      [x + w - cut, y + h],
      [x + cut, y + h],
      [x, y + h - cut],
      [x, y + cut],
    ];
    pen.poly(outline, { fill: body ? palette.box : palette.interfaceHeader }, 'box interface');
    if (body) {
      const top: [number, number][] = [
        [x + cut, y],
        [x + w - cut, y],
        [x + w, y + cut],
        [x + w, y + head],
        [x, y + head],
        [x, y + cut],
      ];
      pen.poly(top, { fill: palette.interfaceHeader });
    }
    pen.poly(outline, {
      stroke: standing === 'rest' ? (body ? palette.border : palette.interfaceHeader) : stroke,
      width,
    });
    return;
  }
  pen.box(x, y, w, h, R, { fill: palette.box }, 'box dataset');
  pen.box(x, y, w, head, body ? [R, R, 0, 0] : R, { fill: palette.header });
  const bar = box.grade ? grades[box.grade].bar : palette.border;
  pen.box(x, y, BAR, head, body ? [Math.min(R, BAR), 0, 0, 0] : [BAR, 0, 0, BAR], { fill: bar });
  if (body) pen.box(x, y + head - 0.5, w, 1, 0, { fill: palette.border });
  pen.box(x, y, w, h, R, { stroke, width });
}

function paintHeader(easel: Easel, { x, y, shape }: Placed, near: boolean, words: PaintWords): void {
  const { pen, theme, fitter, type, zoom } = easel;
  const { palette } = theme;
  const { box, width: w } = shape;
  const onDark = box.kind !== 'DATASET';
  const left = x + (onDark ? 20 : 16);
  const room = w - (onDark ? 20 : 16) - 50;
  const fill = onDark ? palette.onAccent : palette.text;
  if (shape.compact) {
    const size = Math.max(13, Math.min(17, Math.round((11 / zoom) * 2) / 2));
    pen.text(
      fitter.fit(box.label, room + 4, size, 600),
      left - 4,
      y + shape.height / 2,
      { size, weight: 600, fill },
      'title',
    );
    paintChip(easel, box.grade, x + w - 36, y + shape.height / 2, 18, 12);
    return;
  }
  const size = near ? type.title : Math.min(30, Math.round((11 / zoom) * 2) / 2);
  const alone = !near;
  const titleY = alone ? y + HEAD / 2 : y + 17;
  const far = alone ? Math.max(0, size - 17.5) : 0;
  pen.text(
    fitter.fit(box.label, room + 2 - far, size, 600),
    left,
    titleY,
    { size, weight: 600, fill },
    'title',
  );
  if (near) {
    const parts = [box.departmentName ?? box.name];
    if (box.kind === 'DATASET' && shape.height === metrics.collapsed && box.fieldCount)
      parts.push(words.fields(box.fieldCount));
    const sub = fitter.fit(parts.join(' · '), room, type.sub, 400);
    pen.text(
      sub,
      left,
      y + 35,
      { size: type.sub, weight: 400, fill: onDark ? palette.onAccent : palette.sub },
      'sub',
    );
  }
  const chipSize = near ? type.chip : Math.min(20, Math.round((9.5 / zoom) * 2) / 2);
  paintChip(easel, box.grade, x + w - 42, near ? y + 18 : y + HEAD / 2, near ? 18 : 26, chipSize);
}

function paintRows(
  easel: Easel,
  placed: Placed,
  standing: Standing,
  state: PaintState,
  words: PaintWords,
  fade: number,
): void {
  const { pen, theme, fitter, type } = easel;
  const { x, y, shape } = placed;
  const lit = state.highlight;
  shape.rows.forEach((row, i) => {
    paintRow(easel, placed, row, i, lit?.chosen === row.id, lit?.reached.get(row.id), standing, state, fade);
  });
  if (!hasMore(shape)) return;
  const at = y + rowCentre(shape.rows.length);
  const hover = state.hover?.box === shape.id && state.hover.row === shape.rows.length;
  pen.alpha = fade;
  if (hover) pen.box(x + 1, at - ROW / 2, W - 2, ROW, 0, { fill: theme.palette.hover });
  const text = shape.more > 0 ? words.more(shape.more) : words.fewer;
  const left = x + (shape.box.kind === 'DATASET' ? 16 : 20);
  pen.text(
    fitter.fit(text, W - 50, type.row - 1, 400),
    left,
    at,
    { size: type.row - 1, weight: 400, fill: theme.palette.sub },
    'more',
  );
  const tip = x + W - 24;
  const turn = shape.opened && shape.more <= 0 ? -1 : 1;
  pen.path(
    { data: `M${tip - 4} ${at - 2 * turn}L${tip} ${at + 2 * turn}L${tip + 4} ${at - 2 * turn}` },
    { stroke: theme.palette.sub, width: 1.4 },
  );
}

function paintRow(
  easel: Easel,
  { x, y, shape }: Placed,
  row: ModelRow,
  i: number,
  chosen: boolean,
  reached: Reached | undefined,
  standing: Standing,
  state: PaintState,
  fade: number,
): void {
  const { pen, theme, fitter, type } = easel;
  const { palette } = theme;
  const at = y + rowCentre(i);
  const hover = state.hover?.box === shape.id && state.hover.row === i;
  pen.alpha = fade;
  const fill = chosen ? palette.path : reached ? palette.litRow : hover ? palette.hover : null;
  if (fill) pen.box(x + 1, at - ROW / 2, W - 2, ROW, 0, { fill }, reached || chosen ? 'lit-row' : undefined);
  const bold = chosen || reached !== undefined;
  if (standing !== 'rest' && standing !== 'off' && !bold) pen.alpha = fade * 0.58;
  const left = x + (shape.box.kind === 'DATASET' ? 16 : 20);
  const room = W - (left - x) - (row.personalInfo === 'NONE' ? 50 : 70);
  const weight = bold ? 600 : 400;
  const ink = chosen ? palette.box : palette.text;
  pen.text(
    fitter.fit(row.label, room, type.row, weight),
    left,
    at,
    { size: type.row, weight, fill: ink },
    'row',
  );
  paintPersonalInfo(easel, row.personalInfo, x + W - 57, at, chosen);
  paintChip(easel, row.grade, x + W - 42, at, 17);
  pen.alpha = fade;
  if (state.cursor === row.id) paintRing(easel, x + 2, at - ROW / 2 + 1, W - 4, ROW - 2);
  if (state.found?.has(row.id)) paintFound(easel, x, at - ROW / 2, W, ROW);
}

/** Middle distance: a bar for each row, so that size and lit rows stay visible. */
function paintBars({ pen, theme }: Easel, { x, y, shape }: Placed, state: PaintState, fade: number): void {
  shape.rows.forEach((row, i) => {
    const lit = state.highlight?.reached.has(row.id);
    const chosen = state.highlight?.chosen === row.id;
    const width = Math.min(130, 18 + row.label.length * 12);
    pen.alpha = fade * (chosen || lit ? 1 : 0.4);
    const fill = chosen || lit ? theme.palette.path : theme.palette.faint;
    pen.box(x + 18, y + rowCentre(i) - 4, width, 8, 3, { fill }, 'bar');
    if (row.grade)
      pen.box(x + W - 42, y + rowCentre(i) - 7, 30, 14, 4, { fill: theme.grades[row.grade].bar });
  });
}

function paintRing({ pen, theme, zoom }: Easel, x: number, y: number, w: number, h: number): void {
  const thick = 2 / zoom;
  pen.box(x - thick, y - thick, w + 2 * thick, h + 2 * thick, 6, { stroke: theme.palette.box, width: thick });
  pen.box(
    x - 2 * thick,
    y - 2 * thick,
    w + 4 * thick,
    h + 4 * thick,
    7,
    { stroke: theme.palette.path, width: thick },
    'cursor',
  );
}

function paintFound({ pen, theme, zoom }: Easel, x: number, y: number, w: number, h: number): void {
  pen.box(
    x + 1,
    y + 1,
    w - 2,
    h - 2,
    4,
    { stroke: theme.grades.L3.bar, width: 2 / Math.min(1, zoom) },
    'found',
  );
}
