import { metrics } from '@/ui/tokens';
import { type Easel, paintChip } from './paint-marks';
import type { Placed } from './route-edges';
import type { PaintWords } from './scene';

const { head: HEAD, radius: R, gradeBar: BAR, cutCorner: CUT } = metrics;

/** How a box stands to the chosen path. */
export type Standing = 'rest' | 'chosen' | 'path' | 'backflow' | 'off';

/** Outline and fills by kind of box: rounded, cut corners, stadium. */
export function paintFrame({ pen, theme, zoom }: Easel, { x, y, shape }: Placed, standing: Standing): void {
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

/** Title, department and grade; by zoom all of them or the title alone. */
export function paintHeader(easel: Easel, { x, y, shape }: Placed, near: boolean, words: PaintWords): void {
  const { pen, theme, fitter, type, zoom } = easel;
  const { palette } = theme;
  const { box, width: w } = shape;
  const onDark = box.kind !== 'DATASET';
  const left = x + (onDark ? 20 : 16);
  const room = w - (onDark ? 20 : 16) - 50;
  const fill = onDark ? palette.onAccent : palette.text;
  // A consumer has no grade of its own: nothing is missing there.
  const graded = box.grade !== null || box.kind !== 'CONSUMER';
  if (shape.compact) {
    const size = Math.max(13, Math.min(17, Math.round((11 / zoom) * 2) / 2));
    pen.text(
      fitter.fit(box.label, room + 4, size, 600),
      left - 4,
      y + shape.height / 2,
      { size, weight: 600, fill },
      'title',
    );
    if (graded) paintChip(easel, box.grade, x + w - 36, y + shape.height / 2, 18, 12);
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
  if (graded) paintChip(easel, box.grade, x + w - 42, near ? y + 18 : y + HEAD / 2, near ? 18 : 26, chipSize);
}
