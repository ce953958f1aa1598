import {
  dark,
  type GradeKey,
  type GradeToken,
  gradesDark,
  gradesLight,
  light,
  metrics,
  type Palette,
} from '@/ui/tokens';
import type { Layout, Point } from './graph-layout';
import { type GroupFacts, groupId } from './group-elements';
import type { Highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import type { Cadence } from './lineage-types';
import type { PathShape } from './pen';
import { settle } from './place-boxes';
import { boundsOf, type Placed, type Route, routeEdges } from './route-edges';
import type { Lane } from './route-lanes';
import type { Elements, Shape } from './to-elements';

/** Everything that is drawn, in model pixels; made anew when data or places change, never per frame. */
export interface Scene {
  model: LineageModel;
  placed: ReadonlyMap<string, Placed>;
  flow: readonly (Route & { shape: PathShape })[];
  lanes: readonly (Lane & { shape: PathShape })[];
  bands: readonly Band[];
  /** Frames around the boxes of opened groups. */
  areas: readonly Area[];
  /** What the ways were made from: a box that is dragged takes its lines along. */
  source: { pairs: Elements['pairs']; ways: Layout['ways'] };
  bounds: { x: number; y: number; w: number; h: number };
}

/** A department's area in the group view. */
export interface Band {
  name: string;
  count: number;
  y: number;
  h: number;
}

/** An opened group. */
export interface Area {
  key: string;
  name: string;
  count: number;
  /** Ids of the boxes in it. */
  members: readonly string[];
  x: number;
  y: number;
  w: number;
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
  /** Lines and boxes directly joined with what is under the pointer. */
  near: Near | null;
  /** Sides of boxes that were expanded, as `up.<box>`: they can be folded again. */
  expanded: ReadonlySet<string>;
}

export interface Near {
  lines: ReadonlySet<string>;
  boxes: ReadonlySet<string>;
}

export const QUIET: PaintState = {
  highlight: null,
  hover: null,
  hoverEdge: null,
  cursor: null,
  found: null,
  near: null,
  expanded: new Set(),
};

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
  backflow: (fields: number, cadences: readonly Cadence[]) => string;
  returning: (n: number) => string;
  boxes: (n: number) => string;
  /** One or two lines. */
  group: (facts: GroupFacts) => readonly string[];
}

/** Room inside the frame of an opened group: above its first box, between boxes, around them. */
const AREA = { head: 38, step: 36, pad: 10 } as const;

/** Puts boxes on their places and finds the way of every line. */
export function buildScene(
  model: LineageModel,
  elements: Elements & { areas?: readonly { key: string; name: string; members: readonly Shape[] }[] },
  places: ReadonlyMap<string, Point>,
  ways: Layout['ways'],
  bands: readonly Band[] = [],
): Scene {
  const opened = elements.areas ?? [];
  const members = new Set(opened.flatMap((area) => area.members.map(({ id }) => id)));
  const frames = opened.map(({ key, members: inside }): Shape => {
    const height = AREA.head + inside.length * AREA.step + AREA.pad - (AREA.step - metrics.compact);
    return { ...(inside[0] as Shape), id: groupId(key), height, width: metrics.boxWidth, compact: true };
  });
  const units = [...elements.shapes.filter(({ id }) => !members.has(id)), ...frames];
  const settled = bands.length > 0 ? places : settle(units, places);
  const placed = new Map<string, Placed>();
  for (const shape of elements.shapes) {
    const place = settled.get(shape.id);
    if (place && !members.has(shape.id)) placed.set(shape.id, { shape, ...place });
  }
  const areas: Area[] = [];
  opened.forEach(({ key, name, members: inside }, i) => {
    const place = settled.get(groupId(key));
    const frame = frames[i];
    if (!place || !frame) return;
    const { x, y } = place;
    inside.forEach((shape, k) => {
      placed.set(shape.id, { shape, x, y: y + AREA.head + k * AREA.step });
    });
    const w = frame.width + 2 * AREA.pad;
    const ids = inside.map(({ id }) => id);
    areas.push({ key, name, count: ids.length, members: ids, x: x - AREA.pad, y, w, h: frame.height });
  });
  return { ...routed(placed, elements.pairs, ways, bands), model, bands, areas };
}

function routed(
  placed: ReadonlyMap<string, Placed>,
  pairs: Elements['pairs'],
  ways: Layout['ways'],
  bands: readonly Band[],
) {
  const { flow, lanes } = routeEdges(placed, pairs, ways);
  return {
    placed,
    flow: flow.map((route) => ({ ...route, shape: { data: route.path } })),
    lanes: lanes.map((lane) => ({ ...lane, shape: { data: lane.path } })),
    source: { pairs, ways },
    bounds: withBands(boundsOf(placed.values(), lanes), bands),
  };
}

/** In a picture of more boxes a dragged one takes only its own lines along until it is dropped. */
const ALL_LINES = 80;

/** The same picture with some boxes elsewhere, their lines with them: for a box that is dragged and for moving pictures. */
export function moveBoxes(scene: Scene, places: ReadonlyMap<string, Point>): Scene {
  const placed = new Map<string, Placed>();
  for (const [id, box] of scene.placed) placed.set(id, { ...box, ...places.get(id) });
  const { pairs, ways } = scene.source;
  if (placed.size <= ALL_LINES) return { ...scene, ...routed(placed, pairs, ways, scene.bands) };
  const touched = pairs.filter(({ from, to }) => places.has(from) || places.has(to));
  const own = routed(placed, touched, ways, scene.bands);
  return {
    ...scene,
    placed,
    flow: [...scene.flow.filter(({ line }) => !places.has(line.from) && !places.has(line.to)), ...own.flow],
    lanes: [
      ...scene.lanes.filter(({ pair }) => !places.has(pair.from) && !places.has(pair.to)),
      ...own.lanes,
    ],
  };
}

/** The shape as which a row or box is drawn: itself, or the closed group that holds it. */
export function placedFor(scene: Scene, id: string): Placed | undefined {
  const own = scene.placed.get(scene.model.rows.get(id)?.boxId ?? id);
  if (own) return own;
  for (const box of scene.placed.values()) if (box.shape.group?.members.has(id)) return box;
  return undefined;
}

/** Bands begin left of their boxes, where the name of the department stands. */
function withBands(bounds: Scene['bounds'], bands: readonly Band[]): Scene['bounds'] {
  if (bands.length === 0) return bounds;
  const x = Math.min(bounds.x, 0);
  return { ...bounds, x, y: Math.min(bounds.y, 0), w: bounds.x + bounds.w - x };
}
