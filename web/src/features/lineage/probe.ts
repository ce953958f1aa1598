import { metrics } from '@/ui/tokens';
import type { LineageCanvas } from './lineage-canvas';
import { type LineageMarks, marks } from './marks';
import type { Scene } from './scene';
import { rowCentre } from './to-elements';

export interface ProbedRow {
  id: string;
  box: string;
  boxLabel: string;
  label: string;
  /** Middle of the row on the page, in CSS pixels. */
  x: number;
  y: number;
}

export interface LineageProbe {
  boxes(): { id: string; label: string; x: number; y: number; left: number; top: number }[];
  rows(): ProbedRow[];
  counts(): { boxes: number; rows: number; lines: number; lanes: number; groups: number; areas: number };
  /** Moments since the page began and durations, in milliseconds. */
  marks(): LineageMarks;
  /** Sides at which a counter stands, with its middle on the page. */
  counters(): { box: string; label: string; side: 'up' | 'down'; hidden: number; x: number; y: number }[];
}

declare global {
  interface Window {
    __lineage?: LineageProbe;
  }
}

/** With `?probe` in the address tests can read where rows are drawn; nothing can be changed through it. */
export function installProbe(canvas: LineageCanvas, scene: () => Scene): () => void {
  if (!new URLSearchParams(window.location.search).has('probe')) return () => {};
  window.__lineage = {
    boxes: () =>
      [...scene().placed.values()].map(({ shape, x, y }) => ({
        id: shape.id,
        label: shape.box.label,
        left: x,
        top: y,
        ...canvas.toClient({ x: x + 60, y: y + metrics.head / 2 }),
      })),
    rows: () =>
      [...scene().placed.values()].flatMap(({ shape, x, y }) =>
        shape.rows.map((row, i) => ({
          id: row.id,
          box: shape.id,
          boxLabel: shape.box.label,
          label: row.label,
          ...canvas.toClient({ x: x + 60, y: y + rowCentre(i) }),
        })),
      ),
    counts: () => ({
      boxes: scene().placed.size,
      rows: [...scene().placed.values()].reduce((sum, { shape }) => sum + shape.rows.length, 0),
      lines: scene().flow.length,
      lanes: scene().lanes.length,
      groups: [...scene().placed.values()].filter(({ shape }) => shape.group).length,
      areas: scene().areas.length,
    }),
    marks: () => ({ ...marks }),
    counters: () =>
      [...scene().placed.values()].flatMap(({ shape, x, y }) =>
        shape.compact
          ? []
          : (['up', 'down'] as const).flatMap((side) => {
              const hidden = side === 'up' ? shape.box.hiddenUp : shape.box.hiddenDown;
              const at = canvas.toClient({ x: side === 'up' ? x - 2 : x + shape.width + 2, y: y + 16 });
              return hidden > 0 ? [{ box: shape.id, label: shape.box.label, side, hidden, ...at }] : [];
            }),
      ),
  };
  return () => {
    window.__lineage = undefined;
  };
}
