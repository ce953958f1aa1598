import { allowedIn, graphOf, hub, type LineageGraph, named } from './lineage-graph';
import type { LineageModel, ModelEdge } from './lineage-model';
import { RING_ORDER, type Ring, type Side } from './lineage-types';

/** How a row or a box lies on the chosen thing's path. */
export interface Reached {
  ring: Ring;
  /** Hops in the picture; negative upstream. */
  distance: number;
  viaBackflow: boolean;
}

export interface Highlight {
  chosen: string;
  /** Row ids and, for boxes met as a whole, box ids. */
  reached: ReadonlyMap<string, Reached>;
  /** Edge id → the ring in which data run over it. */
  edges: ReadonlyMap<string, Ring>;
  /** Boxes on the path; true when they are reached only through backflow. */
  boxes: ReadonlyMap<string, boolean>;
}

/** Hops from the starts to every vertex that the allowed edges reach; steps inside a box cost nothing. */
function walk(
  graph: LineageGraph,
  starts: readonly string[],
  allowed: (edge: ModelEdge) => boolean,
): Map<string, number> {
  const hops = new Map<string, number>(starts.map((start) => [start, 0]));
  let wave = [...starts];
  while (wave.length > 0) {
    const next: string[] = [];
    for (let i = 0; i < wave.length; i++) {
      const vertex = wave[i] as string;
      const here = hops.get(vertex) as number;
      for (const step of graph.get(vertex) ?? []) {
        if (step.edge && !allowed(step.edge)) continue;
        const cost = here + (step.edge ? 1 : 0);
        const known = hops.get(step.to);
        if (known !== undefined && known <= cost) continue;
        hops.set(step.to, cost);
        (step.edge ? next : wave).push(step.to);
      }
    }
    wave = next;
  }
  return hops;
}

export { allowedIn };

function startsOf(model: LineageModel, chosen: string): string[] {
  if (model.rows.has(chosen)) return [chosen];
  const box = model.boxes.get(chosen);
  return box ? [hub(chosen, 'in'), hub(chosen, 'out'), ...box.rows.map((row) => row.id)] : [];
}

/** The whole path of a chosen row or box within the picture: both directions, by ring. */
export function highlight(model: LineageModel, chosen: string): Highlight | null {
  const starts = startsOf(model, chosen);
  if (starts.length === 0) return null;
  const reached = new Map<string, Reached>();
  const edges = new Map<string, Ring>();
  const boxes = new Map<string, boolean>();
  for (const side of ['down', 'up'] as const) markSide(model, side, starts, { reached, edges, boxes });
  const own = model.rows.get(chosen)?.boxId ?? chosen;
  boxes.set(own, false);
  return { chosen, reached, edges, boxes };
}

interface Marks {
  reached: Map<string, Reached>;
  edges: Map<string, Ring>;
  boxes: Map<string, boolean>;
}

function markSide(model: LineageModel, side: Side, starts: readonly string[], marks: Marks): void {
  const graph = graphOf(model, side);
  const rings = RING_ORDER.map((ring) => walk(graph, starts, (edge) => allowedIn(ring, edge)));
  const [clear, masked, all] = rings as [Map<string, number>, Map<string, number>, Map<string, number>];
  const plain = walk(graph, starts, (edge) => !edge.backflow);
  const ringOf = (vertex: string): Ring =>
    clear.has(vertex) ? 'CLEARTEXT' : masked.has(vertex) ? 'MASKED' : 'INFLUENCED';
  const sign = side === 'down' ? 1 : -1;
  for (const [vertex, hops] of all) {
    const id = named(vertex);
    // The far hub of a dataset only says that one of its rows is reached: the box is not met as a whole.
    const whole =
      model.rows.has(id) || vertex.endsWith(side === 'down' ? '#in' : '#out') || isSink(model, id);
    const viaBackflow = !plain.has(vertex);
    const box = model.rows.get(id)?.boxId ?? id;
    marks.boxes.set(box, (marks.boxes.get(box) ?? true) && viaBackflow);
    if (!whole) continue;
    const found = { ring: ringOf(vertex), distance: hops === 0 ? 0 : sign * hops, viaBackflow };
    const known = marks.reached.get(id);
    if (!known || stronger(found, known)) marks.reached.set(id, found);
  }
  for (const edge of model.edges) {
    const tail = edge.from.row ?? hub(edge.from.box, 'out');
    const head = edge.to.row ?? hub(edge.to.box, 'in');
    const near = side === 'down' ? tail : head;
    if (!all.has(near)) continue;
    const ring = RING_ORDER.find((r, i) => rings[i]?.has(near) && allowedIn(r, edge)) ?? 'INFLUENCED';
    const known = marks.edges.get(edge.id);
    if (!known || RING_ORDER.indexOf(ring) < RING_ORDER.indexOf(known)) marks.edges.set(edge.id, ring);
  }
}

const isSink = (model: LineageModel, id: string) => {
  const kind = model.boxes.get(id)?.kind;
  return kind === 'INTERFACE' || kind === 'CONSUMER';
};

const stronger = (a: Reached, b: Reached) =>
  RING_ORDER.indexOf(a.ring) < RING_ORDER.indexOf(b.ring) ||
  (a.ring === b.ring && Math.abs(a.distance) < Math.abs(b.distance));

export interface PathCounts {
  fields: number;
  datasets: number;
  interfaces: number;
  consumers: number;
}

/** What the path holds on one side, the chosen thing left out. */
export function countPath(model: LineageModel, lit: Highlight, side: Side): PathCounts {
  const fields = new Set<string>();
  const boxes = new Set<string>();
  for (const [id, { distance }] of lit.reached) {
    if (side === 'down' ? distance <= 0 : distance >= 0) continue;
    const row = model.rows.get(id);
    if (row && model.boxes.get(row.boxId)?.kind === 'DATASET') fields.add(id);
    boxes.add(row?.boxId ?? id);
  }
  boxes.delete(model.rows.get(lit.chosen)?.boxId ?? lit.chosen);
  const count = (kind: string) => [...boxes].filter((id) => model.boxes.get(id)?.kind === kind).length;
  return {
    fields: fields.size,
    datasets: count('DATASET'),
    interfaces: count('INTERFACE'),
    consumers: count('CONSUMER'),
  };
}
