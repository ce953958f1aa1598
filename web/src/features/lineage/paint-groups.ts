import type { Standing } from './paint-box-head';
import { type Easel, paintChip } from './paint-marks';
import type { Placed } from './route-edges';
import type { Area, PaintWords, Scene } from './scene';

/** A group: a card on a stack, its name over what it holds, with the strictest grade in it. */
export function paintGroup(
  easel: Easel,
  { x, y, shape }: Placed,
  standing: Standing,
  hover: boolean,
  words: PaintWords,
): void {
  const { pen, theme, fitter, zoom } = easel;
  const { palette, grades } = theme;
  const { group, box, width: w, height: h } = shape;
  if (!group) return;
  const lit = standing === 'chosen' || standing === 'path' || standing === 'backflow';
  const stroke = standing === 'backflow' ? palette.backflow : lit ? palette.path : palette.border;
  const thin = Math.max(1, Math.min(2, 0.6 / zoom));
  const under = { fill: palette.header, stroke: palette.border, width: thin };
  pen.box(x + 8, y + 8, w - 16, h, 8, under);
  pen.box(x + 4, y + 4, w - 8, h, 8, under);
  pen.box(
    x,
    y,
    w,
    h,
    8,
    {
      fill: hover ? palette.hover : palette.box,
      stroke,
      width: standing === 'chosen' ? 2.2 : lit ? 1.5 : thin,
    },
    'box group',
  );
  const bar = box.grade ? grades[box.grade].bar : palette.border;
  pen.box(x, y, 4, h, [4, 0, 0, 4], { fill: bar });
  if (zoom < 0.16) return;
  const near = zoom >= 0.5;
  const size = Math.round(Math.max(14, Math.min(22, 11.5 / zoom)) * 2) / 2;
  const title = fitter.fit(box.label, w - 66, size, 600);
  const ink = { size, weight: 600, fill: palette.text } as const;
  pen.text(title, x + 16, near ? y + 19 : y + h / 2, ink, 'title');
  // Who only uses data has no grade: nothing is missing there.
  const graded = group.datasets + group.interfaces > 0;
  if (graded)
    paintChip(
      easel,
      box.grade,
      x + w - 42,
      near ? y + 19 : y + h / 2,
      18,
      near ? 12 : Math.min(16, 9 / zoom),
    );
  if (!near) return;
  const small = Math.round(Math.max(12, Math.min(14, 10 / zoom)) * 2) / 2;
  const lines = words.group(group);
  lines.forEach((line, i) => {
    const at = y + (lines.length === 1 ? 46 : 39 + i * 17);
    const text = fitter.fit(line, w - 44, small, 400);
    pen.text(text, x + 16, at, { size: small, weight: 400, fill: palette.sub }, 'sub');
  });
  // Says that it opens.
  const cx = x + w - 21;
  const cy = y + h - 16;
  pen.path(
    { data: `M${cx - 4} ${cy - 2}L${cx} ${cy + 2}L${cx + 4} ${cy - 2}` },
    { stroke: hover ? palette.path : palette.sub, width: 1.6 },
  );
}

/** Frames of opened groups, under everything that stands in them. */
export function paintAreas(easel: Easel, scene: Scene, hover: string | null): void {
  const { pen, theme, fitter, zoom } = easel;
  const { palette } = theme;
  for (const { key, name, x, y, w, h } of scene.areas) {
    const fill = hover === key ? palette.hover : palette.bandOdd;
    pen.box(x, y, w, h, 12, { fill, stroke: palette.counterBorder, width: 1, dash: [5, 4] }, 'area');
    if (zoom < 0.3) continue;
    const size = Math.round(Math.max(13, Math.min(20, 11 / zoom)) * 2) / 2;
    pen.text(
      fitter.fit(name, w - 56, size, 600),
      x + 14,
      y + AREA_HEAD / 2,
      { size, weight: 600, fill: palette.bandText },
      'area-name',
    );
    const cx = x + w - 20;
    const cy = y + AREA_HEAD / 2;
    pen.path(
      { data: `M${cx - 4} ${cy + 2}L${cx} ${cy - 2}L${cx + 4} ${cy + 2}` },
      { stroke: palette.sub, width: 1.6 },
    );
  }
}

/** Height of an opened group's head, which closes it. */
export const AREA_HEAD = 32;

/** Whether a point lies on the head of an opened group. */
export const onAreaHead = ({ x, y, w }: Area, px: number, py: number): boolean =>
  px >= x && px <= x + w && py >= y && py <= y + AREA_HEAD;
