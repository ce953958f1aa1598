import { highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import type { BoxFacts, LineageAnswer } from './lineage-types';

/** Ring and distance as the API says them for what the first question reached; else as the picture shows them. */
export function markDistances(model: LineageModel, main: readonly LineageAnswer[]): void {
  const nodes = new Map(main.flatMap((answer) => answer.nodes.map((node) => [node.id, node] as const)));
  const seen = highlight(model, model.start)?.reached;
  for (const part of [...model.rows.values(), ...model.boxes.values()]) {
    const known = nodes.get(part.id) ?? seen?.get(part.id);
    if (known) Object.assign(part, { ring: known.ring, distance: known.distance });
  }
}

/** How many linked boxes each box has on each side, and how many of them are not in the picture. */
export function countHidden(model: LineageModel, facts: ReadonlyMap<string, BoxFacts> = new Map()): void {
  const up = new Map<string, Set<string>>();
  const down = new Map<string, Set<string>>();
  const note = (map: Map<string, Set<string>>, key: string, value: string) => {
    if (key === value) return;
    const set = map.get(key) ?? new Set();
    map.set(key, set.add(value));
  };
  for (const { from, to } of model.edges) {
    note(down, from.box, to.box);
    note(up, to.box, from.box);
  }
  for (const box of model.boxes.values()) {
    const known = facts.get(box.id);
    const shownUp = up.get(box.id)?.size ?? 0;
    const shownDown = down.get(box.id)?.size ?? 0;
    box.linkedUp = Math.max(known?.upBoxes ?? 0, box.linkedUp, shownUp);
    box.linkedDown = Math.max(known?.downBoxes ?? 0, box.linkedDown, shownDown);
    box.hiddenUp = box.linkedUp - shownUp;
    box.hiddenDown = box.linkedDown - shownDown;
  }
}
