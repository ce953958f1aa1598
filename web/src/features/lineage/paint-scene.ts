import { paintBoxes, type View } from './paint-boxes';
import { paintEdgeMarks, paintEdges } from './paint-edges';
import { paintAreas } from './paint-groups';
import { type Easel, typeAt } from './paint-marks';
import type { Fitter, Pen } from './pen';
import type { PaintState, PaintWords, Scene, Theme } from './scene';

export interface Sheet {
  pen: Pen;
  theme: Theme;
  fitter: Fitter;
  words: PaintWords;
  zoom: number;
  /** Part of the model on screen; null paints everything in full detail. */
  view: View | null;
}

/** The one painter: group areas, edges, the lit path, boxes, marks, in that order. */
export function paintScene(sheet: Sheet, scene: Scene, state: PaintState): void {
  const { pen, theme, fitter, words, zoom, view } = sheet;
  const easel: Easel = { pen, theme, fitter, zoom, type: typeAt(zoom) };
  paintBands(easel, scene, words);
  paintAreas(easel, scene, state.hover?.row === -4 ? state.hover.box : null);
  paintEdges(easel, scene, state, words, view);
  paintBoxes(easel, scene, state, words, view);
  paintEdgeMarks(easel, scene, state, view);
}

/** Room left of the boxes for a department's name. */
export const BAND_NAME_WIDTH = 260;

function paintBands({ pen, theme, fitter, zoom }: Easel, scene: Scene, words: PaintWords): void {
  const { x, w } = scene.bounds;
  scene.bands.forEach((band, i) => {
    const fill = i % 2 === 0 ? theme.palette.bandEven : theme.palette.bandOdd;
    pen.box(x, band.y, w, band.h, 10, { fill, stroke: theme.palette.rule, width: 1 }, 'band');
    const middle = band.y + band.h / 2;
    const size = Math.round(Math.min(Math.max(14, 12 / zoom), 34, band.h * 0.5) * 2) / 2;
    const left = x + 16;
    const count = words.boxes(band.count);
    const countSize = size * 0.8;
    const twoLines = band.h > size * 3;
    const aside = twoLines ? 0 : fitter.measure(count, countSize, 400) + 10;
    const name = fitter.fit(band.name, BAND_NAME_WIDTH - 24 - aside, size, 600);
    const ink = { weight: 600, fill: theme.palette.bandText, size } as const;
    pen.text(name, left, twoLines ? middle - size * 0.6 : middle, ink, 'band-name');
    const at = twoLines
      ? { x: left, y: middle + size * 0.75 }
      : { x: left + fitter.measure(name, size, 600) + 10, y: middle };
    pen.text(count, at.x, at.y, { ...ink, size: countSize, weight: 400 });
  });
}
