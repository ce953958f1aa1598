import type { LineageModel } from './lineage-model';
import { placedFor, type Scene } from './scene';

export type Heading = 'left' | 'right' | 'up' | 'down';

const boxIdOf = (model: LineageModel, id: string) => model.rows.get(id)?.boxId ?? id;

/** Where an arrow leads from a row or box: left and right along edges, up and down between rows and boxes of a column. */
export function walkFrom(scene: Scene, here: string, heading: Heading): string | null {
  return heading === 'left' || heading === 'right'
    ? along(scene, here, heading)
    : beside(scene, here, heading);
}

/** The nearest other end of an edge; a box follows the edges of any of its rows. */
function along(scene: Scene, here: string, heading: 'left' | 'right'): string | null {
  const { model } = scene;
  const row = model.rows.get(here);
  const placed = placedFor(scene, here);
  if (!placed) return null;
  const from = heightOf(scene, here);
  let best: { id: string; far: number } | null = null;
  const members = placed.shape.group?.members;
  for (const edge of model.edges) {
    const [near, other] = heading === 'right' ? [edge.from, edge.to] : [edge.to, edge.from];
    const mine = members
      ? members.has(near.box)
      : row
        ? near.row === row.id || (near.row === null && near.box === row.boxId)
        : near.box === here;
    if (!mine || (members ? members.has(other.box) : other.box === near.box && other.row === near.row))
      continue;
    const there = other.row ?? other.box;
    const shape = placedFor(scene, there);
    if (!shape) continue;
    const target = shape.shape.group ? shape.shape.id : visible(scene, there);
    // Backflow last: it leads back to where one came from.
    const far = Math.abs(heightOf(scene, target) - from) + (edge.backflow ? 1e6 : 0);
    if (!best || far < best.far) best = { id: target, far };
  }
  return best?.id ?? null;
}

/** A row that is folded away is met at its box. */
function visible(scene: Scene, id: string): string {
  const placed = placedFor(scene, id);
  const row = scene.model.rows.get(id);
  return row && !placed?.shape.rows.some((shown) => shown.id === id) ? row.boxId : id;
}

function heightOf(scene: Scene, id: string): number {
  const placed = placedFor(scene, id);
  if (!placed) return 0;
  const index = placed.shape.rows.findIndex((row) => row.id === id);
  return placed.y + (index < 0 ? 24 : 61 + index * 26);
}

function beside(scene: Scene, here: string, heading: 'up' | 'down'): string | null {
  const placed = placedFor(scene, here);
  if (!placed) return null;
  const { shape } = placed;
  const stops = [shape.id, ...shape.rows.map((row) => row.id)];
  const at = Math.max(0, stops.indexOf(shape.group ? shape.id : here));
  const next = stops[at + (heading === 'down' ? 1 : -1)];
  if (next) return next;
  const column = [...scene.placed.values()]
    .filter((box) => Math.abs(box.x - placed.x) < shape.width / 2)
    .sort((a, b) => a.y - b.y);
  const neighbour =
    column[column.findIndex((box) => box.shape.id === shape.id) + (heading === 'down' ? 1 : -1)];
  if (!neighbour) return null;
  return heading === 'down' ? neighbour.shape.id : (neighbour.shape.rows.at(-1)?.id ?? neighbour.shape.id);
}

/** Id of the dataset, interface or consumer that a row belongs to, or of the group that stands for it. */
export const boxUnder = (scene: Scene, id: string): string =>
  placedFor(scene, id)?.shape.id ?? boxIdOf(scene.model, id);
