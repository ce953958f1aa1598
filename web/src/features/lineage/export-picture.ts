import { createCanvasPen, createMeasure } from './canvas-pen';
import { paintScene } from './paint-scene';
import { createFitter, type Pen } from './pen';
import type { PaintState, PaintWords, Scene, Theme } from './scene';
import { createSvgPen, svgDocument } from './svg-context';

export type ExportKind = 'svg' | 'png' | 'csv';

export interface Sheet {
  scene: Scene;
  state: PaintState;
  theme: Theme;
  words: PaintWords;
  /** Above the picture: what it is of; then date, version and person; then what filters leave out. */
  title: string;
  lines: readonly string[];
}

const MARGIN = 32;
const HEAD = 44;
const HEAD_LINE = 22;
/** Room for the head lines above a small picture. */
const NARROWEST = 760;
/** Browsers refuse canvases beyond these: a smaller scale then, said in the head line. */
const MAX_SIDE = 16_384;
const MAX_AREA = 200_000_000;
const USUAL_SCALE = 2;

/** Pixels per model pixel at which a picture of this size can still be held. */
export const scaleFor = ({ w, h }: { w: number; h: number }): number =>
  Math.min(USUAL_SCALE, MAX_SIDE / w, MAX_SIDE / h, Math.sqrt(MAX_AREA / (w * h)));

function boxOf({ scene: { bounds }, lines }: Pick<Sheet, 'scene' | 'lines'>) {
  const head = HEAD + lines.length * HEAD_LINE;
  return {
    x: bounds.x - MARGIN,
    y: bounds.y - MARGIN - head,
    w: Math.max(bounds.w + 2 * MARGIN, NARROWEST),
    h: bounds.h + 2 * MARGIN + head,
  };
}

function draw(pen: Pen, sheet: Sheet, fitter: ReturnType<typeof createFitter>) {
  const { scene, state, theme, words, title, lines } = sheet;
  const box = boxOf(sheet);
  pen.box(box.x, box.y, box.w, box.h, 0, { fill: theme.palette.canvas }, 'paper');
  const width = box.w - 2 * MARGIN;
  pen.text(
    fitter.fit(title, width, 20, 700),
    box.x + MARGIN,
    box.y + 36,
    { size: 20, weight: 700, fill: theme.palette.text },
    'heading',
  );
  lines.forEach((line, i) => {
    pen.text(
      fitter.fit(line, width, 13, 400),
      box.x + MARGIN,
      box.y + 62 + i * HEAD_LINE,
      { size: 13, weight: 400, fill: theme.palette.sub },
      'heading',
    );
  });
  paintScene({ pen, theme, fitter, words, zoom: 1, view: null }, scene, {
    ...state,
    hover: null,
    hoverEdge: null,
    cursor: null,
    near: null,
  });
}

/** The picture as SVG text, in full detail, with the states on screen. */
export function exportSvg(sheet: Sheet, measure = createMeasure()): string {
  const pen = createSvgPen();
  draw(pen, sheet, createFitter(measure));
  return svgDocument(pen, boxOf(sheet), sheet.title, sheet.lines.join('\n'));
}

export interface Png {
  blob: Blob;
  /** Per cent of the usual sharpness, when the picture was too large for it. */
  lowered: number | null;
}

/** The picture as PNG at scale 2, or smaller where the browser cannot hold so much. */
export async function exportPng(sheet: Sheet, smaller: (percent: number) => string): Promise<Png> {
  const box = boxOf(sheet);
  const scale = scaleFor(box);
  const lowered = scale < USUAL_SCALE;
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(box.w * scale);
  canvas.height = Math.floor(box.h * scale);
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('This browser gives no 2d canvas');
  ctx.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  const percent = Math.round((scale / USUAL_SCALE) * 100);
  const lines = lowered
    ? [[sheet.lines[0], smaller(percent)].join(' · '), ...sheet.lines.slice(1)]
    : sheet.lines;
  draw(createCanvasPen(ctx), { ...sheet, lines }, createFitter(createMeasure()));
  const blob = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (made) => (made ? resolve(made) : reject(new Error('The picture is too large'))),
      'image/png',
    );
  });
  return { blob, lowered: lowered ? percent : null };
}

/** Hands a file to the person. */
export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}
