import { FONT_STACK } from '@/ui/tokens';
import type { Corners, Ink, Pen } from './pen';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
// Control characters other than tab and line breaks are not allowed in XML at all.
const escapeXml = (text: string) =>
  [...text]
    .filter((c) => c >= ' ' || c === '\n' || c === '\t')
    .join('')
    .replace(/[&<>"']/g, (c) => escapes[c] as string);
const round = (value: number) => Math.round(value * 100) / 100;

const roundedPath = (x: number, y: number, w: number, h: number, corners: readonly number[]) => {
  const limit = Math.min(w, h) / 2;
  const [a, b, c, d] = corners.map((r) => Math.min(r, limit)) as [number, number, number, number];
  const arc = (r: number, toX: number, toY: number) =>
    r > 0 ? `A${r} ${r} 0 0 1 ${round(toX)} ${round(toY)}` : '';
  return (
    `M${round(x + a)} ${round(y)}H${round(x + w - b)}${arc(b, x + w, y + b)}V${round(y + h - c)}` +
    `${arc(c, x + w - c, y + h)}H${round(x + d)}${arc(d, x, y + h - d)}V${round(y + a)}${arc(a, x + a, y)}Z`
  );
};

/** A pen that writes SVG elements; `toString` gives them without the frame. */
export function createSvgPen(): Pen & { elements: string[] } {
  const elements: string[] = [];
  const pen = {
    alpha: 1,
    elements,
    path(shape: { data: string }, ink: Ink, role?: string) {
      element('path', `d="${shape.data}"`, ink, role);
    },
    poly(points: readonly (readonly [number, number])[], ink: Ink, role?: string) {
      const data = points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
      element('polygon', `points="${data}"`, ink, role);
    },
    box(x: number, y: number, w: number, h: number, corners: Corners, ink: Ink, role?: string) {
      if (typeof corners !== 'number') {
        element('path', `d="${roundedPath(x, y, w, h, corners)}"`, ink, role);
        return;
      }
      const r = corners > 0 ? ` rx="${Math.min(corners, w / 2, h / 2)}"` : '';
      element(
        'rect',
        `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${r}`,
        ink,
        role,
      );
    },
    disc(x: number, y: number, r: number, ink: Ink, role?: string) {
      element('circle', `cx="${round(x)}" cy="${round(y)}" r="${r}"`, ink, role);
    },
    text(
      text: string,
      x: number,
      y: number,
      ink: { size: number; weight: number; fill: string; align?: string },
      role?: string,
    ) {
      const anchor = ink.align === 'center' ? 'middle' : ink.align === 'right' ? 'end' : 'start';
      elements.push(
        `<text${role ? ` class="${role}"` : ''} x="${round(x)}" y="${round(y)}" font-size="${ink.size}" font-weight="${ink.weight}" ` +
          `fill="${ink.fill}" text-anchor="${anchor}" dominant-baseline="central"${opacity()}>${escapeXml(text)}</text>`,
      );
    },
  };
  const opacity = () => (pen.alpha < 1 ? ` opacity="${round(pen.alpha)}"` : '');
  function element(name: string, geometry: string, ink: Ink, role?: string) {
    const stroke = ink.stroke
      ? ` stroke="${ink.stroke}" stroke-width="${ink.width ?? 1}"${ink.dash ? ` stroke-dasharray="${ink.dash.join(' ')}"` : ''}`
      : '';
    elements.push(
      `<${name}${role ? ` class="${role}"` : ''} ${geometry} fill="${ink.fill ?? 'none'}"${stroke}${opacity()}/>`,
    );
  }
  return pen;
}

/** A whole SVG document around what a pen wrote. */
export function svgDocument(
  pen: { elements: readonly string[] },
  box: { x: number; y: number; w: number; h: number },
  title: string,
  description = '',
): string {
  const told = description && `<desc>${escapeXml(description)}</desc>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="${round(box.x)} ${round(box.y)} ${round(box.w)} ${round(box.h)}" ` +
    `width="${Math.ceil(box.w)}" height="${Math.ceil(box.h)}" font-family="${escapeXml(FONT_STACK)}">` +
    `<title>${escapeXml(title)}</title>${told}${pen.elements.join('')}</svg>`
  );
}
