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
  paintBands(easel, scene);
  paintAreas(easel, scene, state.hover?.row === -4 ? state.hover.box : null);
  paintEdges(easel, scene, state, words, view);
  paintBoxes(easel, scene, state, words, view);
  paintEdgeMarks(easel, scene, state, view);
  paintBandNames(easel, scene, words, view);
}

/** Room left of the boxes for a department's name. */
export const BAND_NAME_WIDTH = 260;

function paintBands({ pen, theme }: Easel, scene: Scene): void {
  const { x, w } = scene.bounds;
  scene.bands.forEach((band, i) => {
    const fill = i % 2 === 0 ? theme.palette.bandEven : theme.palette.bandOdd;
    pen.box(x, band.y, w, band.h, 10, { fill, stroke: theme.palette.rule, width: 1 }, 'band');
  });
}

/** Names stay at the left edge of the view when the bands are moved beyond it. */
function paintBandNames(easel: Easel, scene: Scene, words: PaintWords, view: View | null): void {
  const { pen, theme, fitter, zoom } = easel;
  const start = scene.bounds.x + 16;
  const left = view ? Math.max(start, view.left + 14 / zoom) : start;
  const aside = left > start;
  scene.bands.forEach((band, i) => {
    if (view && (band.y > view.bottom || band.y + band.h < view.top)) return;
    const middle = band.y + band.h / 2;
    const size = Math.round(Math.min(Math.max(14, 12 / zoom), 34, band.h * 0.5) * 2) / 2;
    const count = words.boxes(band.count);
    const small = size * 0.8;
    const twoLines = band.h > size * 3;
    const beside = twoLines ? 0 : fitter.measure(count, small, 400) + 10;
    const name = fitter.fit(band.name, BAND_NAME_WIDTH - 24 - beside, size, 600);
    const wide = fitter.measure(name, size, 600);
    if (aside) {
      // Over whatever passes below.
      const fill = i % 2 === 0 ? theme.palette.bandEven : theme.palette.bandOdd;
      const high = twoLines ? size * 2.6 : size * 1.7;
      pen.alpha = 0.92;
      const ink = { fill, stroke: theme.palette.border, width: 1 / zoom };
      pen.box(left - 8, middle - high / 2, wide + beside + 16, high, 5, ink, 'band-plate');
      pen.alpha = 1;
    }
    const ink = { weight: 600, fill: theme.palette.bandText, size } as const;
    pen.text(name, left, twoLines ? middle - size * 0.6 : middle, ink, 'band-name');
    const at = twoLines ? { x: left, y: middle + size * 0.75 } : { x: left + wide + 10, y: middle };
    pen.text(count, at.x, at.y, { ...ink, size: small, weight: 400 });
  });
}
