import { createCanvasPen, createMeasure } from './canvas-pen';
import type { LineageModel } from './lineage-model';
import { paintScene } from './paint-scene';
import { createFitter, type Pen } from './pen';
import type { PaintState, PaintWords, Scene, Theme } from './scene';
import { createSvgPen, svgDocument } from './svg-context';
import { tableRows } from './table-rows';

export type ExportKind = 'svg' | 'png' | 'csv';

export interface Sheet {
  scene: Scene;
  state: PaintState;
  theme: Theme;
  words: PaintWords;
  /** Title, date, version: the line above the picture. */
  title: string;
  line: string;
}

const MARGIN = 32;
const HEAD = 64;
/** Browsers refuse canvases beyond these: a smaller scale then, said in the head line. */
const MAX_SIDE = 16_384;
const MAX_AREA = 200_000_000;

function boxOf({ bounds }: Scene) {
  return {
    x: bounds.x - MARGIN,
    y: bounds.y - MARGIN - HEAD,
    w: Math.max(bounds.w + 2 * MARGIN, 560),
    h: bounds.h + 2 * MARGIN + HEAD,
  };
}

function draw(pen: Pen, sheet: Sheet, fitter: ReturnType<typeof createFitter>) {
  const { scene, state, theme, words, title, line } = sheet;
  const box = boxOf(scene);
  pen.box(box.x, box.y, box.w, box.h, 0, { fill: theme.palette.canvas }, 'paper');
  const width = box.w - 2 * MARGIN;
  pen.text(
    fitter.fit(title, width, 20, 700),
    box.x + MARGIN,
    box.y + 36,
    { size: 20, weight: 700, fill: theme.palette.text },
    'heading',
  );
  pen.text(
    fitter.fit(line, width, 13, 400),
    box.x + MARGIN,
    box.y + 62,
    { size: 13, weight: 400, fill: theme.palette.sub },
    'heading',
  );
  paintScene({ pen, theme, fitter, words, zoom: 1, view: null }, scene, {
    ...state,
    hover: null,
    hoverEdge: null,
    cursor: null,
  });
}

/** The picture as SVG text, in full detail, with the states on screen. */
export function exportSvg(sheet: Sheet, measure = createMeasure()): string {
  const pen = createSvgPen();
  draw(pen, sheet, createFitter(measure));
  return svgDocument(pen, boxOf(sheet.scene), sheet.title);
}

/** The picture as PNG at scale 2, or smaller where the browser cannot hold so much. */
export async function exportPng(sheet: Sheet): Promise<Blob> {
  const box = boxOf(sheet.scene);
  const scale = Math.min(2, MAX_SIDE / box.w, MAX_SIDE / box.h, Math.sqrt(MAX_AREA / (box.w * box.h)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(box.w * scale);
  canvas.height = Math.floor(box.h * scale);
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('This browser gives no 2d canvas');
  ctx.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  const line = scale < 2 ? `${sheet.line} · ×${scale.toFixed(2)}` : sheet.line;
  draw(createCanvasPen(ctx), { ...sheet, line }, createFitter(createMeasure()));
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))),
      'image/png',
    );
  });
}

/** Spreadsheets run what begins so: such a text gets an apostrophe in front. */
const cell = (value: string | number | null) => {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The table as CSV, line by line what it shows, under the same head line. */
export function exportCsv(
  model: LineageModel,
  columns: readonly string[],
  title: string,
  line: string,
): string {
  const rows = tableRows(model).map(({ box, row, masked, backflow }) => {
    const part = row ?? box;
    return [
      box.kind,
      box.label,
      box.name,
      box.departmentName,
      row?.label ?? '',
      row?.name ?? '',
      part.grade,
      part.personalInfo,
      row ? row.upstreamCount : box.linkedUp,
      row ? row.downstreamCount : box.linkedDown,
      part.ring,
      part.distance,
      masked ? 1 : 0,
      backflow ? 1 : 0,
    ];
  });
  const lines = [[title, line], columns, ...rows].map((cells) => cells.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Hands a file to the person. */
export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}
