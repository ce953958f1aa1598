import { metrics } from '@/ui/tokens';
import type { Reached } from './highlight';
import type { ModelRow } from './lineage-model';
import type { Standing } from './paint-box-head';
import { type Easel, paintChip, paintPersonalInfo } from './paint-marks';
import type { Placed } from './route-edges';
import type { PaintState, PaintWords } from './scene';
import { hasMore, rowCentre } from './to-elements';

const { boxWidth: W, row: ROW } = metrics;

/** The fields of a box and the line that says how many more there are. */
export function paintRows(
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
export function paintBars(
  { pen, theme }: Easel,
  { x, y, shape }: Placed,
  state: PaintState,
  fade: number,
): void {
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

/** The keyboard cursor. */
export function paintRing({ pen, theme, zoom }: Easel, x: number, y: number, w: number, h: number): void {
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

/** What the search found. */
export function paintFound({ pen, theme, zoom }: Easel, x: number, y: number, w: number, h: number): void {
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
