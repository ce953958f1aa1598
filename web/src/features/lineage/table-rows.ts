import type { Highlight } from './highlight';
import type { LineageModel, ModelBox, ModelRow } from './lineage-model';
import { RING_ORDER, type Ring } from './lineage-types';

/** One line of the table twin: a box or a row in it, over the same model as the picture. */
export interface TableRow {
  id: string;
  box: ModelBox;
  row: ModelRow | null;
  /** Seen from what is chosen, else from the start; null when no directed path joins them. */
  ring: Ring | null;
  distance: number | null;
  /** How an edge of the picture masks on the way in. */
  masking: string | null;
  /** An edge of the picture brings data back to it. */
  backflow: boolean;
  /** Place in the whole table, the first is 0, closed boxes counted with their rows. */
  index: number;
  /** Place among its like, the first is 1, and how many they are. */
  position: number;
  setSize: number;
}

interface Seen {
  ring: Ring | null;
  distance: number | null;
}

const NOT_SEEN: Seen = { ring: null, distance: null };

/** All lines of the table, boxes by distance, each followed by its rows. */
export function tableRows(model: LineageModel, lit: Highlight | null = null): TableRow[] {
  const masking = new Map<string, string>();
  const backflow = new Set<string>();
  for (const edge of model.edges) {
    for (const id of [edge.to.box, edge.to.row]) {
      if (id === null) continue;
      if (edge.masking != null && !masking.has(id)) masking.set(id, edge.masking);
      if (edge.backflow) backflow.add(id);
    }
  }
  const seenRow = (row: ModelRow): Seen => (lit ? (lit.reached.get(row.id) ?? NOT_SEEN) : row);
  const seenBox = (box: ModelBox): Seen => {
    const whole: Seen = lit ? (lit.reached.get(box.id) ?? NOT_SEEN) : box;
    return box.rows.reduce<Seen>((best, row) => strongest(best, seenRow(row)), whole);
  };
  const boxes = [...model.boxes.values()].map((box) => ({ box, seen: seenBox(box) }));
  const far = Number.POSITIVE_INFINITY;
  boxes.sort((a, b) => (a.seen.distance ?? far) - (b.seen.distance ?? far));
  const lines: TableRow[] = [];
  const put = (box: ModelBox, row: ModelRow | null, seen: Seen, position: number, setSize: number) => {
    const id = row?.id ?? box.id;
    lines.push({
      id,
      box,
      row,
      ring: seen.ring,
      distance: seen.distance,
      masking: masking.get(id) ?? null,
      backflow: backflow.has(id),
      index: lines.length,
      position,
      setSize,
    });
  };
  boxes.forEach(({ box, seen }, i) => {
    put(box, null, seen, i + 1, boxes.length);
    box.rows.forEach((row, k) => {
      put(box, row, seenRow(row), k + 1, box.rows.length);
    });
  });
  return lines;
}

/** The nearer distance and the stronger ring: what a box is as the sum of its rows. */
function strongest(a: Seen, b: Seen): Seen {
  return {
    ring: RING_ORDER.find((ring) => a.ring === ring || b.ring === ring) ?? null,
    distance: nearer(a.distance, b.distance),
  };
}

function nearer(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  if (b === null) return a;
  return Math.abs(b) < Math.abs(a) ? b : a;
}
