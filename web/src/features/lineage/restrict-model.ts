import type { Highlight } from './highlight';
import type { LineageModel, ModelBox, ModelRow } from './lineage-model';

/** Only what lies on the path of the chosen thing; ids and the rest stay as they are. */
export function restrictToPath(model: LineageModel, lit: Highlight): LineageModel {
  const boxes = new Map<string, ModelBox>();
  const rows = new Map<string, ModelRow>();
  const whole = (box: ModelBox) => box.id === lit.chosen;
  for (const box of model.boxes.values()) {
    if (!lit.boxes.has(box.id)) continue;
    const kept = whole(box) ? box.rows : box.rows.filter((row) => lit.reached.has(row.id));
    boxes.set(box.id, { ...box, rows: kept });
    for (const row of kept) rows.set(row.id, row);
  }
  const edges = model.edges.filter(
    ({ id, from, to }) =>
      lit.edges.has(id) &&
      boxes.has(from.box) &&
      boxes.has(to.box) &&
      (from.row === null || rows.has(from.row)) &&
      (to.row === null || rows.has(to.row)),
  );
  return { ...model, boxes, rows, edges };
}
