import {
  dark,
  type GradeKey,
  type GradeToken,
  gradesDark,
  gradesLight,
  light,
  type Palette,
} from '@/ui/tokens';
import type { Layout, Point } from './graph-layout';
import type { Highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import type { PathShape } from './pen';
import { settle } from './place-boxes';
import { boundsOf, type Placed, type Route, routeEdges } from './route-edges';
import type { Lane } from './route-lanes';
import type { Elements } from './to-elements';

/** Everything that is drawn, in model pixels; made anew when data or places change, never per frame. */
export interface Scene {
  model: LineageModel;
  placed: ReadonlyMap<string, Placed>;
  flow: readonly (Route & { shape: PathShape })[];
  lanes: readonly (Lane & { shape: PathShape })[];
  bands: readonly Band[];
  bounds: { x: number; y: number; w: number; h: number };
}

/** A department's area in the group view. */
export interface Band {
  name: string;
  count: number;
  y: number;
  h: number;
}

/** What the person does; replaced as a whole and painted once. */
export interface PaintState {
  highlight: Highlight | null;
  /** Row or box under the pointer. */
  hover: { box: string; row: number } | null;
  hoverEdge: string | null;
  /** Row or box that the keyboard cursor of the table stands on. */
  cursor: string | null;
  /** Row and box ids that the search found. */
  found: ReadonlySet<string> | null;
}

export const QUIET: PaintState = { highlight: null, hover: null, hoverEdge: null, cursor: null, found: null };

export interface Theme {
  palette: Palette;
  grades: Record<GradeKey, GradeToken>;
}

export const LIGHT: Theme = { palette: light, grades: gradesLight };
export const DARK: Theme = { palette: dark, grades: gradesDark };

/** Words that the picture itself holds. */
export interface PaintWords {
  more: (n: number) => string;
  fewer: string;
  fields: (n: number) => string;
  backflow: (n: number) => string;
  returning: (n: number) => string;
  boxes: (n: number) => string;
}

/** Puts boxes on their places and finds the way of every line. */
export function buildScene(
  model: LineageModel,
  elements: Elements,
  places: ReadonlyMap<string, Point>,
  ways: Layout['ways'],
  bands: readonly Band[] = [],
): Scene {
  const settled = bands.length > 0 ? places : settle(elements.shapes, places);
  const placed = new Map<string, Placed>();
  for (const shape of elements.shapes) {
    const place = settled.get(shape.id);
    if (place) placed.set(shape.id, { shape, ...place });
  }
  const { flow, lanes } = routeEdges(placed, elements.pairs, ways);
  return {
    model,
    placed,
    flow: flow.map((route) => ({ ...route, shape: { data: route.path } })),
    lanes: lanes.map((lane) => ({ ...lane, shape: { data: lane.path } })),
    bands,
    bounds: withBands(boundsOf(placed.values(), lanes), bands),
  };
}

/** Bands begin left of their boxes, where the name of the department stands. */
function withBands(bounds: Scene['bounds'], bands: readonly Band[]): Scene['bounds'] {
  if (bands.length === 0) return bounds;
  const x = Math.min(bounds.x, 0);
  return { ...bounds, x, y: Math.min(bounds.y, 0), w: bounds.x + bounds.w - x };
}
