import { describe, expect, it } from 'vitest';
import { dark, GRADES, type GradeToken, gradesDark, gradesLight, light, type Palette } from './tokens';

type Rgb = readonly [number, number, number];

const linear = (hex: string): Rgb => {
  const part = (i: number) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2 contrast. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)), luminance(linear(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const BLINDNESS: Record<string, readonly (readonly [number, number, number])[]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(kind: string, hex: string): Rgb {
  const rgb = linear(hex);
  const rows = BLINDNESS[kind] ?? [];
  return rows.map((row) =>
    Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])),
  ) as unknown as Rgb;
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Smallest ΔE76 between any two of the colours as a colour-blind person sees them. */
function closest(colours: readonly string[], kind: string): number {
  const seen = colours.map((hex) => lab(seenBy(kind, hex)));
  const distances = seen.flatMap((a, i) =>
    seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  return Math.min(...distances);
}

const modes: [string, Palette, Record<string, GradeToken>][] = [
  ['light', light, gradesLight],
  ['dark', dark, gradesDark],
];

describe.each(modes)('the colours in the %s', (_, palette, grades) => {
  it('let grades be read: letter on chip at least 4.5', () => {
    for (const grade of GRADES) {
      const { fill, text } = grades[grade] as GradeToken;
      expect(contrast(fill, text), grade).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let words be read: at least 4.5 wherever they stand', () => {
    for (const under of [palette.canvas, palette.box, palette.header, palette.litRow, palette.hover]) {
      expect(contrast(palette.text, under)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.sub, under)).toBeGreaterThanOrEqual(4.5);
    }
    for (const [ink, tint] of [
      [palette.good, palette.goodFill],
      [palette.warn, palette.warnFill],
      [palette.bad, palette.badFill],
    ] as const) {
      expect(contrast(ink, tint), ink).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, palette.box), ink).toBeGreaterThanOrEqual(4.5);
      expect(contrast(ink, palette.litRow), ink).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(palette.text, palette.found)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.interfaceHeader)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onAccent, palette.consumerHeader)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.box, palette.path)).toBeGreaterThanOrEqual(4.5);
    for (const band of [palette.bandEven, palette.bandOdd]) {
      expect(contrast(palette.bandText, band)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let lines and marks be seen: at least 3 on the canvas and on boxes', () => {
    const { edgeDirect, edgeIndirect, path, masked, backflow, personalInfo, counterBorder } = palette;
    for (const line of [edgeDirect, edgeIndirect, path, masked, backflow]) {
      expect(contrast(line, palette.canvas), line).toBeGreaterThanOrEqual(3);
    }
    for (const mark of [personalInfo, masked, backflow, counterBorder]) {
      expect(contrast(mark, palette.box), mark).toBeGreaterThanOrEqual(3);
    }
  });

  it('keep the lines apart for colour-blind eyes', () => {
    const { edgeDirect, path, masked, backflow } = palette;
    for (const kind of ['protan', 'deutan', 'tritan']) {
      expect(closest([edgeDirect, path, masked, backflow], kind), kind).toBeGreaterThan(10);
    }
  });

  it('keep the grades apart for colour-blind eyes, beside the letter that each has', () => {
    const fills = GRADES.map((grade) => (grades[grade] as GradeToken).fill);
    for (const kind of ['protan', 'deutan']) expect(closest(fills, kind), kind).toBeGreaterThan(10);
    expect(closest(fills, 'tritan')).toBeGreaterThan(4);
    expect(new Set(GRADES.map((grade) => (grades[grade] as GradeToken).letter)).size).toBe(GRADES.length);
  });
});
