import type { GradeKey } from '@/ui/tokens';
import { CHANGE_SIGN, type Change, changeColour } from './change-marks';
import type { Point } from './graph-layout';
import type { ModelBox } from './lineage-model';
import type { PersonalInfo, Side } from './lineage-types';
import type { Fitter, Pen } from './pen';
import type { Theme } from './scene';

/** Sizes of words at a zoom: they stay readable on screen until the far view takes over. */
export interface Type {
  title: number;
  sub: number;
  row: number;
  chip: number;
}

const half = (value: number) => Math.round(value * 2) / 2;
const clamp = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));

/** Semantic zoom (design/drawing.md §5); rounded to half pixels so that cut texts are remembered. */
export function typeAt(zoom: number): Type {
  return {
    title: half(clamp(14, 12 / zoom, 17.5)),
    sub: half(clamp(12, 10.5 / zoom, 14)),
    row: half(clamp(13, 11 / zoom, 16)),
    chip: half(clamp(11, 9.5 / zoom, 13)),
  };
}

export interface Easel {
  pen: Pen;
  theme: Theme;
  fitter: Fitter;
  zoom: number;
  type: Type;
}

/** Grade as colour and letter; an empty dashed chip for what is not graded. */
export function paintChip(
  easel: Easel,
  grade: GradeKey | null,
  x: number,
  y: number,
  h: number,
  size?: number,
): void {
  const { pen, theme, type } = easel;
  const w = 30;
  if (!grade) {
    pen.box(
      x + 0.5,
      y - h / 2 + 0.5,
      w - 1,
      h - 1,
      4,
      { stroke: theme.palette.counterBorder, width: 1, dash: [2.5, 2] },
      'chip',
    );
    pen.text('–', x + w / 2, y, {
      size: size ?? type.chip,
      weight: 700,
      fill: theme.palette.sub,
      align: 'center',
    });
    return;
  }
  const { fill, text, letter } = theme.grades[grade];
  pen.box(x, y - h / 2, w, h, 4, { fill }, 'chip');
  pen.text(letter, x + w / 2, y + 0.5, { size: size ?? type.chip, weight: 700, fill: text, align: 'center' });
}

/** Ring = personal information, filled disc = sensitive; the same person inside. */
export function paintPersonalInfo(
  easel: Easel,
  kind: PersonalInfo,
  x: number,
  y: number,
  onPath: boolean,
): void {
  if (kind === 'NONE') return;
  const { pen, theme } = easel;
  const colour = onPath ? theme.palette.box : theme.palette.personalInfo;
  const filled = kind === 'SENSITIVE';
  const ink = filled ? (onPath ? theme.palette.path : theme.palette.box) : colour;
  if (filled) pen.disc(x, y, 7, { fill: colour }, 'personal sensitive');
  else pen.disc(x, y, 6.4, { stroke: colour, width: 1.2 }, 'personal');
  pen.disc(x, y - 1.8, 1.9, { fill: ink });
  pen.path(personAt(x, y), { fill: ink });
}

const shoulders = new Map<string, { data: string }>();
function personAt(x: number, y: number): { data: string } {
  const key = `${x},${y}`;
  let shape = shoulders.get(key);
  if (!shape) {
    if (shoulders.size > 8000) shoulders.clear();
    shape = { data: `M${x - 3.6} ${y + 4}C${x - 3.4} ${y + 0.2} ${x + 3.4} ${y + 0.2} ${x + 3.6} ${y + 4}Z` };
    shoulders.set(key, shape);
  }
  return shape;
}

/** A lock on a disc: this step hides the values. Open bow when who holds the key can see them. */
export function paintLock(
  easel: Easel,
  x: number,
  y: number,
  colour: string,
  reversible: boolean,
  scale = 1,
): void {
  const { pen, theme } = easel;
  const s = scale;
  pen.disc(x, y, 9 * s, { fill: theme.palette.box, stroke: colour, width: 1.4 * s }, 'lock');
  pen.box(x - 4 * s, y - 1 * s, 8 * s, 6 * s, 1.2 * s, { fill: colour });
  const bow = reversible ? lockBow(x + 2.2 * s, y, s) : lockBow(x, y, s);
  pen.path(bow, { stroke: colour, width: 1.4 * s });
  pen.disc(x, y + 1.8 * s, 1 * s, { fill: theme.palette.box });
}

const lockBow = (x: number, y: number, s: number) => ({
  data: `M${x - 2.5 * s} ${y - 0.6 * s}V${y - 2.6 * s}A${2.5 * s} ${2.5 * s} 0 0 1 ${x + 2.5 * s} ${y - 2.6 * s}V${y - 0.6 * s}`,
});

/**
 * What stands at a side of a box: how many linked boxes are not in the picture, -1 for "fold what was expanded here", null
 * for nothing.
 */
export function counterOf(box: ModelBox, side: Side, expanded: ReadonlySet<string>): number | null {
  const hidden = side === 'up' ? box.hiddenUp : box.hiddenDown;
  if (hidden > 0) return hidden;
  return expanded.has(`${side}.${box.id}`) ? -1 : null;
}

const counterText = (n: number) => (n < 0 ? '−' : `+${n > 999 ? '999+' : n}`);

/** "+N" on the border of a box: so many linked boxes are not in the picture; "−" folds what was expanded. */
export function paintCounter(easel: Easel, n: number, x: number, y: number, lit: boolean): void {
  const { pen, theme, fitter } = easel;
  const w = counterWidth(n, fitter);
  const { palette } = theme;
  pen.box(
    x - w / 2,
    y - 8,
    w,
    16,
    8,
    {
      fill: lit ? palette.litRow : palette.box,
      stroke: lit ? palette.path : palette.counterBorder,
      width: 1,
    },
    'counter',
  );
  const fill = lit ? palette.path : palette.sub;
  pen.text(counterText(n), x, y + 0.5, { size: 10, weight: 700, fill, align: 'center' });
}

/** How far a counter's middle stands outside the border, so that its inner end leaves chip and title alone. */
export function counterShift(n: number, fitter: Fitter): number {
  return Math.max(0, counterWidth(n, fitter) / 2 - 9);
}

/** Width of a counter, for painting and for hits. */
export function counterWidth(n: number, fitter: Fitter): number {
  return Math.max(20, Math.ceil(fitter.measure(counterText(n), 10, 700)) + 12);
}

/** "⋯3" on a line: it stands for a way through so many hidden boxes. */
export function paintSkip(easel: Easel, x: number, y: number, n: number, stroke: string): void {
  const { pen, theme, fitter, zoom } = easel;
  const s = zoom < 0.6 ? Math.min(2, 0.6 / zoom) : 1;
  const text = n > 0 ? `⋯${n}` : '⋯';
  const w = Math.ceil(fitter.measure(text, 10 * s, 700)) + 10 * s;
  pen.box(
    x - w / 2,
    y - 7.5 * s,
    w,
    15 * s,
    7.5 * s,
    { fill: theme.palette.box, stroke, width: 1, dash: [3, 2] },
    'skip',
  );
  pen.text(text, x, y + 0.5, { size: 10 * s, weight: 700, fill: theme.palette.sub, align: 'center' });
}

/** The sign of a change on its line: readable without its colour. */
export function paintSign(easel: Easel, { x, y }: Point, change: Change): void {
  const { pen, theme, zoom } = easel;
  const s = zoom < 0.7 ? Math.min(2.6, 0.7 / zoom) : 1;
  const colour = changeColour(change, theme.palette);
  pen.disc(x, y, 8 * s, { fill: theme.palette.box, stroke: colour, width: 1.6 * s }, `change ${change}`);
  pen.text(CHANGE_SIGN[change], x, y + 0.5 * s, { size: 13 * s, weight: 700, fill: colour, align: 'center' });
}
