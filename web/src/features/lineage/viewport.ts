import type { Point } from './graph-layout';
import { placedFor, type Scene } from './scene';

/** Room that the legend and the zoom buttons take at the bottom. */
const INSET = { left: 28, right: 28, top: 24, bottom: 76 };
/** Below this zoom rows are no longer words: then the start alone is shown at a readable size. */
const READABLE = 0.6;
const READING_ZOOM = 0.66;
/** The same for titles alone. */
const COMPACT_READABLE = 0.4;
const COMPACT_ZOOM = 0.6;
/** And for groups, whose names stay readable longer. */
const GROUP_READABLE = 0.26;

interface Viewport {
  zoom: number;
  pan: Point;
}

/** Shows the whole picture; with `start`, that row or box at a readable size when the whole would be too small. */
export function frameOf(
  scene: Scene,
  size: { clientWidth: number; clientHeight: number },
  start: string | null,
): Viewport {
  const { x, y, w, h } = scene.bounds;
  const roomX = size.clientWidth - INSET.left - INSET.right;
  const roomY = size.clientHeight - INSET.top - INSET.bottom;
  const whole = Math.max(0.02, Math.min(1, roomX / w, roomY / h));
  const centre = { x: x + w / 2, y: y + h / 2 };
  let zoom = whole;
  const box = start === null ? undefined : placedFor(scene, start);
  const compact = box?.shape.compact ?? false;
  const least =
    box?.shape.group || scene.areas.length > 0 ? GROUP_READABLE : compact ? COMPACT_READABLE : READABLE;
  if (box && whole < least) {
    zoom = compact ? COMPACT_ZOOM : READING_ZOOM;
    // An axis on which everything fits stays centred on everything.
    if (w * zoom > roomX) centre.x = box.x + box.shape.width / 2;
    if (h * zoom > roomY) centre.y = box.y + Math.min(box.shape.height, 300) / 2;
  }
  return {
    zoom,
    pan: {
      x: INSET.left + roomX / 2 - centre.x * zoom,
      y: INSET.top + roomY / 2 - centre.y * zoom,
    },
  };
}
