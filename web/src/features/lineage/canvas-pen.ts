import { FONT_STACK } from '@/ui/tokens';
import type { Corners, Ink, Measure, PathShape, Pen, TextInk } from './pen';

/** Draws on a canvas whose transform the caller has set. */
export function createCanvasPen(ctx: CanvasRenderingContext2D): Pen {
  const SOLID: number[] = [];
  let dashed = false;
  const apply = (ink: Ink) => {
    if (ink.fill) ctx.fillStyle = ink.fill;
    if (!ink.stroke) return;
    ctx.strokeStyle = ink.stroke;
    ctx.lineWidth = ink.width ?? 1;
    if (ink.dash || dashed) {
      ctx.setLineDash(ink.dash ? [...ink.dash] : SOLID);
      dashed = ink.dash !== undefined;
    }
  };
  const paint = (ink: Ink, path?: Path2D) => {
    apply(ink);
    if (ink.fill) path ? ctx.fill(path) : ctx.fill();
    if (ink.stroke) path ? ctx.stroke(path) : ctx.stroke();
  };
  return {
    get alpha() {
      return ctx.globalAlpha;
    },
    set alpha(value) {
      ctx.globalAlpha = value;
    },
    path(shape: PathShape, ink) {
      shape.compiled ??= new Path2D(shape.data);
      paint(ink, shape.compiled);
    },
    poly(points, ink) {
      ctx.beginPath();
      for (const [x, y] of points) ctx.lineTo(x, y);
      ctx.closePath();
      paint(ink);
    },
    box(x, y, w, h, corners: Corners, ink) {
      ctx.beginPath();
      if (corners === 0) ctx.rect(x, y, w, h);
      else ctx.roundRect(x, y, w, h, typeof corners === 'number' ? corners : [...corners]);
      paint(ink);
    },
    disc(x, y, r, ink) {
      ctx.beginPath();
      ctx.arc(x, y, r, 0, Math.PI * 2);
      paint(ink);
    },
    text(text, x, y, { size, weight, fill, align = 'left' }: TextInk) {
      ctx.font = `${weight} ${size}px ${FONT_STACK}`;
      ctx.fillStyle = fill;
      ctx.textAlign = align;
      ctx.textBaseline = 'middle';
      ctx.fillText(text, x, y);
    },
  };
}

/** Measures with a canvas of its own, so that the picture's context is not touched. */
export function createMeasure(): Measure {
  const ctx = document.createElement('canvas').getContext('2d');
  return (text, size, weight) => {
    if (!ctx) return text.length * size;
    ctx.font = `${weight} ${size}px ${FONT_STACK}`;
    return ctx.measureText(text).width;
  };
}
