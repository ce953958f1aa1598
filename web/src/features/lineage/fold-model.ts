import type { LineageModel } from './lineage-model';
import type { Side } from './lineage-types';
import { countHidden } from './model-marks';

/** A side of a box. */
export interface BoxSide {
  side: Side;
  box: string;
}

/** Boxes that the start still holds together when the given sides are cut. */
function heldBoxes(model: LineageModel, folded: readonly BoxSide[]): Set<string> {
  const cut = new Set(folded.map(({ side, box }) => `${side}.${box}`));
  const next = new Map<string, string[]>();
  const link = (a: string, b: string) => {
    const known = next.get(a);
    if (known) known.push(b);
    else next.set(a, [b]);
  };
  for (const { from, to } of model.edges) {
    if (from.box === to.box || cut.has(`down.${from.box}`) || cut.has(`up.${to.box}`)) continue;
    link(from.box, to.box);
    link(to.box, from.box);
  }
  const start = model.rows.get(model.start)?.boxId ?? model.start;
  const held = new Set([start]);
  const queue = [start];
  for (const box of queue) {
    for (const other of next.get(box) ?? []) {
      if (held.has(other)) continue;
      held.add(other);
      queue.push(other);
    }
  }
  return held;
}

/** Without what hangs only on the folded sides; counters tell how much that is. Pure. */
export function foldModel(model: LineageModel, folded: readonly BoxSide[]): LineageModel {
  const here = folded.filter(({ box }) => model.boxes.has(box));
  if (here.length === 0) return model;
  const whole = heldBoxes(model, []);
  const held = heldBoxes(model, here);
  // What nothing tied to the start before stays: folding takes away only what hangs on the folded side.
  const gone = (box: string) => whole.has(box) && !held.has(box);
  const boxes = new Map(
    [...model.boxes].filter(([id]) => !gone(id)).map(([id, box]) => [id, { ...box }] as const),
  );
  const rows = new Map([...model.rows].filter(([, { boxId }]) => boxes.has(boxId)));
  const edges = model.edges.filter(({ from, to }) => boxes.has(from.box) && boxes.has(to.box));
  const result = { ...model, boxes, rows, edges };
  countHidden(result);
  return result;
}

/** Whether folding this side would take anything away. */
export function canFold(model: LineageModel, side: BoxSide): boolean {
  const all = heldBoxes(model, []);
  const held = heldBoxes(model, [side]);
  return held.size < all.size;
}
