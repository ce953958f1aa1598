import cytoscape, { type Core, type EventObject } from 'cytoscape';
import { createCanvasPen, createMeasure } from './canvas-pen';
import { HIT_STYLE, patchElements } from './cytoscape-elements';
import type { Point } from './graph-layout';
import { type Highlight, highlight } from './highlight';
import { type Hit, hitTest, loopAt } from './hit-test';
import { begin, mark, marks, painted } from './marks';
import { nearOf } from './near';
import { paintScene } from './paint-scene';
import { createFitter } from './pen';
import {
  moveBoxes,
  type PaintState,
  type PaintWords,
  placedFor,
  QUIET,
  type Scene,
  type Theme,
} from './scene';
import { createTween } from './tween';
import { frameOf } from './viewport';

export interface CanvasHandlers {
  onHit: (hit: Hit) => void;
  onEdge: (lineId: string) => void;
  onEmpty: () => void;
  /** A box was dropped: its new top left. */
  onMove: (box: string, place: Point) => void;
  onZoom: (zoom: number) => void;
  onDrawn: () => void;
}

export type ShownState = Omit<PaintState, 'hover' | 'hoverEdge' | 'near'>;

export interface LineageCanvas {
  /** `cameFrom`: where boxes were; they glide from there, unless the person wants calm. */
  show(
    scene: Scene,
    state: ShownState,
    theme: Theme,
    words: PaintWords,
    cameFrom: ReadonlyMap<string, Point> | null,
  ): void;
  /** Lights a path at once, before the page has taken the choice in. */
  light(path: Highlight | null): void;
  fit(): void;
  zoomBy(factor: number): void;
  /** Pans a row or box into view if it is not there. */
  reveal(id: string): void;
  repaint(): void;
  /** Where a point of the model is on the page. */
  toClient(point: Point): Point;
  destroy(): void;
}

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
/** While a gesture runs on a fine screen a big picture is painted with fewer pixels; sharp again so long after. */
const SHARP_AFTER = 120;
/** When, after the first picture, paths are rehearsed: apart, so that a click between them does not wait. */
const REHEARSALS_MS = [80, 200, 320];
const BIG = 60;

/** Cytoscape for model, viewport, gestures and hits; one canvas above it on which every pixel is ours. */
export function createLineageCanvas(
  container: HTMLElement,
  canvas: HTMLCanvasElement,
  handlers: CanvasHandlers,
): LineageCanvas {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2d canvas');
  const ctx = context;
  const pen = createCanvasPen(ctx);
  const fitter = createFitter(createMeasure());
  const cy: Core = cytoscape({
    container,
    style: HIT_STYLE,
    minZoom: 0.02,
    maxZoom: 2.5,
    boxSelectionEnabled: false,
    autounselectify: true,
    pixelRatio: 1,
  });

  let scene: Scene | null = null;
  /** The scene while boxes are on their way: dragged, or gliding to a new layout. */
  let moving: Scene | null = null;
  let state: PaintState = QUIET;
  let theme: Theme | null = null;
  let words: PaintWords | null = null;
  let origin: ReadonlyMap<string, Point> | null = null;
  let keys = new Map<string, string>();
  let drawn = false;
  let gesture: ReturnType<typeof setTimeout> | null = null;
  const rehearsals: ReturnType<typeof setTimeout>[] = [];

  function paint() {
    if (!scene || !theme || !words) return;
    const fine = window.devicePixelRatio || 1;
    const ratio = gesture && scene.placed.size > BIG ? Math.min(1, fine) : fine;
    const { clientWidth: width, clientHeight: height } = container;
    if (width === 0 || height === 0) return;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const zoom = cy.zoom();
    const pan = cy.pan();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.setTransform(zoom * ratio, 0, 0, zoom * ratio, pan.x * ratio, pan.y * ratio);
    const view = {
      left: -pan.x / zoom,
      top: -pan.y / zoom,
      right: (width - pan.x) / zoom,
      bottom: (height - pan.y) / zoom,
    };
    paintScene({ pen, theme, fitter, words, zoom, view }, moving ?? scene, state);
    marks.frames++;
    if (!drawn) {
      drawn = true;
      mark('drawn');
      handlers.onDrawn();
      for (const [turn, delay] of REHEARSALS_MS.entries()) {
        rehearsals.push(setTimeout(() => rehearse(turn), delay));
      }
    }
  }

  /**
   * Finds and paints a path, and the picture as it was again before anybody sees it: so the first choice finds its
   * graphs made and its code compiled, instead of taking twice as long as later ones.
   */
  function rehearse(turn: number) {
    const box = scene && [...scene.model.boxes.keys()].at(turn);
    if (!scene || !box || state.highlight || moving) return;
    const quiet = state;
    state = { ...quiet, highlight: highlight(scene.model, box) };
    paint();
    state = quiet;
    paint();
  }

  let asked = 0;
  const repaint = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      paint();
    });
  };
  cy.on('render', paint);
  const tween = createTween((part) => {
    moving = part;
    paint();
  });
  let lastZoom = 0;
  cy.on('zoom', () => {
    const percent = Math.round(cy.zoom() * 100);
    if (percent !== lastZoom) handlers.onZoom(cy.zoom());
    lastZoom = percent;
  });
  cy.on('viewport', () => {
    if (!drawn || window.devicePixelRatio <= 1) return;
    if (gesture) clearTimeout(gesture);
    gesture = setTimeout(() => {
      gesture = null;
      repaint();
    }, SHARP_AFTER);
  });

  const hitOf = (event: EventObject) =>
    scene ? hitTest(scene, event.position, fitter, state.expanded) : null;
  const edgeOf = (event: EventObject): string | null => {
    if (event.target !== cy && event.target.isEdge?.()) return event.target.id();
    return scene && event.target === cy ? loopAt(scene, event.position) : null;
  };
  cy.on('tap', (event) => {
    const hit = hitOf(event);
    const edge = hit ? null : edgeOf(event);
    if (hit) {
      begin(hit.kind === 'row' || hit.kind === 'header' ? 'highlight' : 'expand');
      handlers.onHit(hit);
    } else if (edge) handlers.onEdge(edge);
    else handlers.onEmpty();
  });
  const hover = (box: PaintState['hover'], edge: string | null) => {
    if (state.hover?.box === box?.box && state.hover?.row === box?.row && state.hoverEdge === edge) return;
    const near = scene && !state.highlight ? nearOf(scene, box) : null;
    state = { ...state, hover: box, hoverEdge: edge, near };
    container.style.cursor = box || edge ? 'pointer' : '';
    repaint();
  };
  cy.on('mousemove', (event) => {
    const hit = hitOf(event);
    hover(hit ? { box: hit.box, row: rowOf(hit) } : null, hit ? null : edgeOf(event));
  });
  cy.on('mouseout', () => hover(null, null));
  const placeOf = (event: EventObject): Point => {
    const { x, y } = event.target.position();
    const { w, h } = event.target.data();
    return { x: x - w / 2, y: y - h / 2 };
  };
  cy.on('drag', 'node', (event) => {
    if (!scene) return;
    moving = moveBoxes(scene, new Map([[event.target.id(), placeOf(event)]]));
    repaint();
  });
  cy.on('dragfree', 'node', (event) => {
    if (moving) handlers.onMove(event.target.id(), placeOf(event));
  });
  const fonts = () => {
    fitter.forget();
    repaint();
  };
  document.fonts.addEventListener('loadingdone', fonts);
  const watcher = new ResizeObserver(() => {
    cy.resize();
    repaint();
  });
  watcher.observe(container);

  function glide(to: { zoom?: number; pan: Point }) {
    if (calm()) cy.viewport({ zoom: to.zoom ?? cy.zoom(), pan: to.pan });
    else cy.animate({ ...to, duration: 180, easing: 'ease-out' });
  }

  function take(next: Scene, cameFrom: ReadonlyMap<string, Point> | null) {
    const first = scene === null;
    const bigger = scene !== null && next.placed.size !== scene.placed.size;
    scene = next;
    moving = null;
    tween.stop();
    state = { ...state, hover: null, hoverEdge: null, near: null };
    keys = patchElements(cy, next, keys);
    // In bands and opened groups the layout alone says where boxes stand.
    const fixed = next.bands.length > 0 || next.areas.length > 0;
    cy.autoungrabify(fixed);
    if (fixed) cy.nodes().panify();
    else cy.nodes().unpanify();
    if (first) cy.viewport(frameOf(next, container, next.model.start));
    if (cameFrom && cameFrom !== origin && !calm()) tween.start(next, cameFrom);
    origin = cameFrom;
    if (bigger) requestAnimationFrame(() => painted('expand'));
  }

  return {
    show(nextScene, rest, nextTheme, nextWords, cameFrom) {
      if (nextWords !== words || nextTheme !== theme) fitter.forget();
      theme = nextTheme;
      words = nextWords;
      state = { ...state, ...rest, ...(rest.highlight ? { near: null } : {}) };
      if (nextScene !== scene) take(nextScene, cameFrom);
      repaint();
    },
    light(path) {
      state = { ...state, highlight: path, near: null };
      requestAnimationFrame(() => {
        paint();
        painted('highlight');
      });
    },
    fit() {
      if (scene) glide(frameOf(scene, container, null));
    },
    zoomBy(factor) {
      const { clientWidth: w, clientHeight: h } = container;
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: w / 2, y: h / 2 } });
    },
    reveal(id) {
      const target = scene && placedFor(scene, id);
      if (!target) return;
      const index = target.shape.rows.findIndex((row) => row.id === id);
      const y = target.y + (index < 0 ? 24 : 48 + index * 26 + 13);
      const zoom = cy.zoom();
      const { x: panX, y: panY } = cy.pan();
      const { clientWidth: w, clientHeight: h } = container;
      const left = target.x * zoom + panX;
      const right = left + target.shape.width * zoom;
      const at = y * zoom + panY;
      const dx = left < 16 ? 16 - left : right > w - 16 ? w - 16 - right : 0;
      const dy = at < 40 ? 40 - at : at > h - 90 ? h - 90 - at : 0;
      if (dx !== 0 || dy !== 0) glide({ pan: { x: panX + dx, y: panY + dy } });
    },
    repaint,
    toClient({ x, y }) {
      const { left, top } = container.getBoundingClientRect();
      return { x: left + x * cy.zoom() + cy.pan().x, y: top + y * cy.zoom() + cy.pan().y };
    },
    destroy() {
      watcher.disconnect();
      document.fonts.removeEventListener('loadingdone', fonts);
      if (gesture) clearTimeout(gesture);
      for (const rehearsal of rehearsals) clearTimeout(rehearsal);
      cancelAnimationFrame(asked);
      tween.stop();
      cy.destroy();
    },
  };
}

/** Row of a hit as the painter counts: -1 header, -2 and -3 the counters, -4 the head of an opened group. */
function rowOf(hit: Hit): number {
  if (hit.kind === 'counter') return hit.side === 'up' ? -2 : -3;
  if (hit.kind === 'group') return hit.open ? -1 : -4;
  return hit.kind === 'header' ? -1 : hit.index;
}
