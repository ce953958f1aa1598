import { allowedIn, graphOf, hub, type LineageGraph } from './lineage-graph';
import type { End, LineageModel, ModelBox, ModelEdge, ModelRow } from './lineage-model';
import { RING_ORDER, type Ring } from './lineage-types';

/** How a vertex was reached through hidden ones. */
interface Came {
  from: string;
  edge: ModelEdge | null;
}

interface Kept {
  boxes: ReadonlyMap<string, ModelBox>;
  rows: ReadonlyMap<string, ModelRow>;
}

const endOf = (vertex: string, rows: Kept['rows']): End => {
  const row = rows.get(vertex);
  return row ? { box: row.boxId, row: vertex } : { box: vertex.replace(/#(in|out)$/, ''), row: null };
};
const isKept = (vertex: string, { boxes, rows }: Kept) =>
  rows.has(vertex) || (vertex.includes('#') && boxes.has(vertex.replace(/#(in|out)$/, '')));

/**
 * The model without the boxes and rows that the two questions refuse. Two kept ends that were joined only through hidden
 * ones get one contracted edge: its ring is that of the strongest way, and of a way that of its weakest link. Pure.
 */
export function contractModel(
  whole: LineageModel,
  keepsBox: (box: ModelBox) => boolean,
  keepsRow: (row: ModelRow, box: ModelBox) => boolean,
): LineageModel {
  const boxes = new Map<string, ModelBox>();
  const rows = new Map<string, ModelRow>();
  for (const box of whole.boxes.values()) {
    if (!keepsBox(box)) continue;
    const own = box.rows.filter((row) => keepsRow(row, box));
    boxes.set(box.id, own.length === box.rows.length ? box : { ...box, rows: own });
    for (const row of own) rows.set(row.id, row);
  }
  const kept: Kept = { boxes, rows };
  const stays = ({ box, row }: End) => boxes.has(box) && (row === null || rows.has(row));
  const edges = whole.edges.filter(({ from, to }) => stays(from) && stays(to));
  const direct = new Map<string, Ring>();
  for (const edge of edges) {
    const key = keyOf(edge.from, edge.to);
    const ring = ringOf([edge]);
    const known = direct.get(key);
    if (!known || weaker(known, ring)) direct.set(key, ring);
  }
  const graph = graphOf(whole, 'down');
  const starts = [
    ...rows.keys(),
    ...[...boxes.keys()].map((id) => hub(id, 'out')),
    // What reaches a box as a whole goes on from those of its fields that are hidden, too.
    ...[...boxes.values()].filter((box) => box !== whole.boxes.get(box.id)).map(({ id }) => hub(id, 'in')),
  ];
  const added = starts.flatMap((start) => waysFrom(start, graph, kept, direct));
  return { ...whole, boxes, rows, edges: [...edges, ...added] };
}

const keyOf = (from: End, to: End) => `${from.row ?? from.box}>${to.row ?? to.box}`;
const weaker = (a: Ring, b: Ring) => RING_ORDER.indexOf(a) > RING_ORDER.indexOf(b);

/** The ring in which data arrive over a way: that of its weakest link. */
export const ringOf = (way: readonly ModelEdge[]): Ring =>
  RING_ORDER.find((ring) => way.every((edge) => allowedIn(ring, edge))) ?? 'INFLUENCED';

function waysFrom(
  start: string,
  graph: LineageGraph,
  kept: Kept,
  direct: ReadonlyMap<string, Ring>,
): ModelEdge[] {
  const inner = start.endsWith('#in');
  const leaves = (graph.get(start) ?? []).some(({ to, edge }) => (edge || inner) && !isKept(to, kept));
  if (!leaves) return [];
  const from = endOf(start, kept.rows);
  const found = new Map<string, ModelEdge[]>();
  // The strongest ring first, without backflow first: what is found once is not looked for again.
  for (const backflow of [false, true]) {
    for (const ring of RING_ORDER) {
      const came = through(
        start,
        graph,
        kept,
        (edge) => allowedIn(ring, edge) && (backflow || !edge.backflow),
      );
      for (const target of came.ends) {
        const end = endOf(target.vertex, kept.rows);
        const key = keyOf(from, end);
        const way = [...wayTo(target.from, came.seen), target.edge];
        const known = found.get(key);
        const strongest = known?.reduce<Ring>((best, edge) => {
          const own = ringOf(edge.via ?? [edge]);
          return weaker(best, own) ? own : best;
        }, 'INFLUENCED');
        const before = strongest ?? direct.get(key);
        if (before && !weaker(before, ring)) continue;
        found.set(key, [...(known ?? []), contractedEdge(from, end, way, ring, kept)]);
      }
    }
  }
  return [...found.values()].flat();
}

interface Through {
  ends: { vertex: string; from: string; edge: ModelEdge }[];
  seen: ReadonlyMap<string, Came>;
}

/** Kept vertices that a walk through hidden ones meets; it stops at each. */
function through(
  start: string,
  graph: LineageGraph,
  kept: Kept,
  allowed: (edge: ModelEdge) => boolean,
): Through {
  const inner = start.endsWith('#in');
  const seen = new Map<string, Came>();
  const ends = new Map<string, Through['ends'][number]>();
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    const vertex = queue[i] as string;
    for (const { to, edge } of graph.get(vertex) ?? []) {
      if (edge ? !allowed(edge) : vertex === start && (isKept(to, kept) || !inner)) continue;
      // A hidden field goes on along the edges of its box as a whole, though the box is shown.
      if (edge && isKept(to, kept)) {
        if (vertex !== start && !ends.has(to)) ends.set(to, { vertex: to, from: vertex, edge });
      } else if (to !== start && !seen.has(to)) {
        seen.set(to, { from: vertex, edge });
        queue.push(to);
      }
    }
  }
  return { ends: [...ends.values()], seen };
}

function wayTo(vertex: string, seen: ReadonlyMap<string, Came>): ModelEdge[] {
  const way: ModelEdge[] = [];
  for (let at = seen.get(vertex); at; at = seen.get(at.from)) if (at.edge) way.push(at.edge);
  return way.reverse();
}

function contractedEdge(from: End, to: End, way: readonly ModelEdge[], ring: Ring, kept: Kept): ModelEdge {
  const passed = way.slice(0, -1).map((edge) => edge.to.box);
  const between = new Set(passed.filter((box) => !kept.boxes.has(box)));
  const hides = way.find(({ masking, reversible }) => masking != null && !reversible);
  const masks = ring === 'INFLUENCED' ? undefined : (hides ?? way.find(({ masking }) => masking != null));
  const backflow = way.find((edge) => edge.backflow);
  return {
    id: `via:${keyOf(from, to)}:${ring}${backflow ? ':back' : ''}`,
    from,
    to,
    kind: ring === 'INFLUENCED' ? 'INDIRECT' : 'DIRECT',
    subtype: null,
    masking: masks?.masking ?? null,
    reversible: masks?.reversible ?? false,
    backflow: backflow !== undefined,
    backflowLink: backflow?.backflowLink ?? null,
    cadence: backflow?.cadence ?? null,
    coarse: way.some(({ coarse }) => coarse),
    role: way.at(-1)?.role ?? 'FLOW',
    contracted: between.size,
    via: way,
  };
}
