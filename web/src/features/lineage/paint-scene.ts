import { paintBoxes, type View } from './paint-boxes';
import { paintEdgeMarks, paintEdges } from './paint-edges';
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
  paintEdges(easel, scene, state, words, view);
  paintBoxes(easel, scene, state, words, view);
  paintEdgeMarks(easel, scene, state, view);
}

/** Room left of the boxes for a department's name. */
export const BAND_NAME_WIDTH = 170;

function paintBands({ pen, theme, fitter, zoom }: Easel, scene: Scene, words: PaintWords): void {
  const { x, w } = scene.bounds;
  scene.bands.forEach((band, i) => {
    const fill = i % 2 === 0 ? theme.palette.bandEven : theme.palette.bandOdd;
    pen.box(x, band.y, w, band.h, 10, { fill, stroke: theme.palette.rule, width: 1 }, 'band');
    const size = Math.max(14, Math.min(26, 13 / zoom));
    const middle = band.y + band.h / 2;
    pen.text(
      fitter.fit(band.name, BAND_NAME_WIDTH - 20, size, 600),
      x + 20,
      middle - size * 0.6,
      { size, weight: 600, fill: theme.palette.bandText },
      'band-name',
    );
    pen.text(words.boxes(band.count), x + 20, middle + size * 0.8, {
      size: size * 0.82,
      weight: 400,
      fill: theme.palette.bandText,
    });
  });
}
