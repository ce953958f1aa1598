import type { LineageModel, ModelBox, ModelRow } from './lineage-model';

/** One line of the table twin: a box or a row in it, over the same model as the picture. */
export interface TableRow {
  id: string;
  box: ModelBox;
  row: ModelRow | null;
  /** Edges in the picture that mask on the way in, or carry data back. */
  masked: boolean;
  backflow: boolean;
}

/** All lines of the table, boxes by distance from the start, each followed by its rows. */
export function tableRows(model: LineageModel): TableRow[] {
  const masked = new Set<string>();
  const backflow = new Set<string>();
  for (const edge of model.edges) {
    for (const id of [edge.to.box, edge.to.row]) {
      if (id === null) continue;
      if (edge.masking != null) masked.add(id);
      if (edge.backflow) backflow.add(id);
    }
  }
  const far = Number.POSITIVE_INFINITY;
  const reach = (box: ModelBox) =>
    box.rows.reduce((best, row) => nearer(best, row.distance), box.distance) ?? far;
  const boxes = [...model.boxes.values()].map((box) => ({ box, at: reach(box) }));
  boxes.sort((a, b) => a.at - b.at);
  return boxes.flatMap(({ box }) => [
    { id: box.id, box, row: null, masked: masked.has(box.id), backflow: backflow.has(box.id) },
    ...box.rows.map((row) => ({
      id: row.id,
      box,
      row,
      masked: masked.has(row.id),
      backflow: backflow.has(row.id),
    })),
  ]);
}

function nearer(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  if (b === null) return a;
  return Math.abs(b) < Math.abs(a) ? b : a;
}
