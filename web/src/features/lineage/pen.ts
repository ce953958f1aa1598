/** What the painter may do; screen, PNG and SVG each have a pen, so that they cannot differ. */

export interface Ink {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
}

export interface TextInk {
  size: number;
  weight: 400 | 600 | 700;
  fill: string;
  align?: 'left' | 'center' | 'right';
}

/** A path that may keep its compiled form; `data` is SVG path data. */
export interface PathShape {
  readonly data: string;
  compiled?: Path2D;
}

export type Corners = number | readonly [number, number, number, number];

export interface Pen {
  /** Multiplied into everything that is drawn. */
  alpha: number;
  /** `role` names what a shape stands for: it becomes the class in SVG. */
  path(shape: PathShape, ink: Ink, role?: string): void;
  poly(points: readonly (readonly [number, number])[], ink: Ink, role?: string): void;
  box(x: number, y: number, w: number, h: number, corners: Corners, ink: Ink, role?: string): void;
  disc(x: number, y: number, r: number, ink: Ink, role?: string): void;
  /** Text on its vertical middle. */
  text(text: string, x: number, y: number, ink: TextInk, role?: string): void;
}

/** Width of a text in pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

/** Cuts texts to a width; remembers, since measuring is the painter's hot spot. */
export function createFitter(measure: Measure): {
  fit: (text: string, width: number, size: number, weight: number) => string;
  measure: Measure;
  forget: () => void;
} {
  let memo = new Map<string, string>();
  return {
    measure,
    forget: () => {
      memo = new Map();
    },
    fit(text, width, size, weight) {
      const key = `${Math.round(width)}|${size}|${weight}|${text}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      let cut = text;
      if (measure(text, size, weight) > width) {
        const letters = [...text];
        let low = 0;
        let high = letters.length;
        while (low < high) {
          const middle = (low + high + 1) >> 1;
          if (measure(`${letters.slice(0, middle).join('')}…`, size, weight) <= width) low = middle;
          else high = middle - 1;
        }
        cut = `${letters.slice(0, low).join('')}…`;
      }
      if (memo.size > 20_000) memo = new Map();
      memo.set(key, cut);
      return cut;
    },
  };
}
export type Fitter = ReturnType<typeof createFitter>;
