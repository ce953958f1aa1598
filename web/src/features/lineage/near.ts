import type { Near, Scene } from './scene';

/** What is directly joined with a box or one of its rows: lights up under the pointer. */
export function nearOf(scene: Scene, hover: { box: string; row: number } | null): Near | null {
  if (!hover || hover.row < -1) return null;
  const placed = scene.placed.get(hover.box);
  if (!placed) return null;
  const row = placed.shape.rows[hover.row]?.id ?? null;
  const lines = new Set<string>();
  const boxes = new Set<string>();
  for (const { line } of scene.flow) {
    const out = line.from === hover.box && (row === null || line.edges.some(({ from }) => from.row === row));
    const into = line.to === hover.box && (row === null || line.edges.some(({ to }) => to.row === row));
    if (!out && !into) continue;
    lines.add(line.id);
    boxes.add(out ? line.to : line.from);
  }
  for (const { pair } of scene.lanes) {
    if (pair.from === hover.box) boxes.add(pair.to);
    else if (pair.to === hover.box) boxes.add(pair.from);
  }
  boxes.delete(hover.box);
  return lines.size + boxes.size > 0 ? { lines, boxes } : null;
}
