import type { LineageModel, ModelEdge } from './lineage-model';
import type { Ring, Side } from './lineage-types';

export interface Step {
  to: string;
  /** Null for a step inside a box. */
  edge: ModelEdge | null;
}
export type LineageGraph = ReadonlyMap<string, readonly Step[]>;

export const hub = (box: string, side: 'in' | 'out'): string => `${box}#${side}`;
/** The row or box that a vertex of the walk stands for. */
export const named = (vertex: string): string => vertex.replace(/#(in|out)$/, '');

const known = new WeakMap<LineageModel, Partial<Record<Side, LineageGraph>>>();

/**
 * Vertices: rows, and for each box one hub into which its rows flow and one out of which they come. Made once for a model,
 * so that a choice only walks.
 */
export function graphOf(model: LineageModel, side: Side): LineageGraph {
  const made = known.get(model) ?? {};
  known.set(model, made);
  made[side] ??= makeGraph(model, side);
  return made[side];
}

function makeGraph(model: LineageModel, side: Side): LineageGraph {
  const graph = new Map<string, Step[]>();
  const link = (from: string, to: string, edge: ModelEdge | null) => {
    const [a, b] = side === 'down' ? [from, to] : [to, from];
    const steps = graph.get(a);
    if (steps) steps.push({ to: b, edge });
    else graph.set(a, [{ to: b, edge }]);
  };
  for (const box of model.boxes.values()) {
    link(hub(box.id, 'in'), hub(box.id, 'out'), null);
    for (const row of box.rows) {
      link(row.id, hub(box.id, 'out'), null);
      if (box.kind === 'DATASET') link(hub(box.id, 'in'), row.id, null);
    }
  }
  for (const edge of model.edges) {
    link(edge.from.row ?? hub(edge.from.box, 'out'), edge.to.row ?? hub(edge.to.box, 'in'), edge);
  }
  return graph;
}

const irreversible = (edge: ModelEdge) => edge.masking != null && !edge.reversible;

/** Whether an edge carries a ring: nested, so MASKED may use all that CLEARTEXT may. */
export function allowedIn(ring: Ring, edge: ModelEdge): boolean {
  if (ring === 'INFLUENCED') return true;
  if (edge.kind === 'INDIRECT') return false;
  return ring === 'MASKED' || !irreversible(edge);
}
