import type { Point } from './graph-layout';
import { moveBoxes, type Scene } from './scene';

const DURATION = 250;
/** Above so many boxes their lines cannot be led anew in every frame. */
const AT_MOST = 120;

/** Boxes that glide from where they were to where a new layout puts them, their lines with them. */
export function createTween(paint: (part: Scene | null) => void): {
  start(scene: Scene, from: ReadonlyMap<string, Point>): void;
  stop(): void;
} {
  let asked = 0;
  const stop = () => cancelAnimationFrame(asked);
  return {
    stop,
    start(scene, from) {
      stop();
      const moved = [...scene.placed].filter(([id, { x, y }]) => {
        const before = from.get(id);
        return before && (before.x !== x || before.y !== y);
      });
      if (moved.length === 0 || scene.placed.size > AT_MOST) return;
      const begun = performance.now();
      const frame = (now: number) => {
        const t = Math.min(1, Math.max(0, now - begun) / DURATION);
        if (t >= 1) {
          paint(null);
          return;
        }
        const eased = 1 - (1 - t) ** 3;
        const places = moved.map(([id, { x, y }]) => {
          const before = from.get(id) as Point;
          return [
            id,
            { x: before.x + (x - before.x) * eased, y: before.y + (y - before.y) * eased },
          ] as const;
        });
        paint(moveBoxes(scene, new Map(places)));
        asked = requestAnimationFrame(frame);
      };
      asked = requestAnimationFrame(frame);
    },
  };
}
