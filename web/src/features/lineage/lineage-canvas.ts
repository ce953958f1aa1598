import cytoscape, { type Core, type EventObject } from 'cytoscape';
import { createCanvasPen, createMeasure } from './canvas-pen';
import { HIT_STYLE, patchElements } from './cytoscape-elements';
import type { Point } from './graph-layout';
import { type Hit, hitTest } from './hit-test';
import { paintScene } from './paint-scene';
import { createFitter } from './pen';
import { type PaintState, type PaintWords, QUIET, type Scene, type Theme } from './scene';
import { frameOf } from './viewport';

export interface CanvasHandlers {
  onHit: (hit: Hit) => void;
  onEdge: (lineId: string) => void;
  onEmpty: () => void;
  /** A box was dragged: its new top left. */
  onMove: (box: string, place: Point) => void;
  onZoom: (zoom: number) => void;
  onDrawn: () => void;
}

export interface LineageCanvas {
  show(scene: Scene, state: Omit<PaintState, 'hover' | 'hoverEdge'>, theme: Theme, words: PaintWords): void;
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
  let state: PaintState = QUIET;
  let theme: Theme | null = null;
  let words: PaintWords | null = null;
  let keys = new Map<string, string>();
  let drawn = false;

  function paint() {
    if (!scene || !theme || !words) return;
    const ratio = window.devicePixelRatio || 1;
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
    paintScene({ pen, theme, fitter, words, zoom, view }, scene, state);
    if (!drawn) {
      drawn = true;
      handlers.onDrawn();
    }
  }

  let asked = 0;
  const repaint = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      paint();
    });
  };
  cy.on('render', paint);
  let lastZoom = 0;
  cy.on('zoom', () => {
    const percent = Math.round(cy.zoom() * 100);
    if (percent !== lastZoom) handlers.onZoom(cy.zoom());
    lastZoom = percent;
  });

  const hitOf = (event: EventObject) => (scene ? hitTest(scene, event.position, fitter) : null);
  cy.on('tap', (event) => {
    const hit = hitOf(event);
    if (hit) handlers.onHit(hit);
    else if (event.target !== cy && event.target.isEdge?.()) handlers.onEdge(event.target.id());
    else handlers.onEmpty();
  });
  const hover = (box: PaintState['hover'], edge: string | null) => {
    if (state.hover?.box === box?.box && state.hover?.row === box?.row && state.hoverEdge === edge) return;
    state = { ...state, hover: box, hoverEdge: edge };
    container.style.cursor = box || edge ? 'pointer' : '';
    repaint();
  };
  cy.on('mousemove', (event) => {
    const hit = hitOf(event);
    const edge = !hit && event.target !== cy && event.target.isEdge?.() ? event.target.id() : null;
    hover(hit ? { box: hit.box, row: rowOf(hit) } : null, edge);
  });
  cy.on('mouseout', () => hover(null, null));
  cy.on('drag', 'node', (event) => {
    const { x, y } = event.target.position();
    const { w, h } = event.target.data();
    handlers.onMove(event.target.id(), { x: x - w / 2, y: y - h / 2 });
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

  return {
    show(nextScene, rest, nextTheme, nextWords) {
      if (nextWords !== words || nextTheme !== theme) fitter.forget();
      theme = nextTheme;
      words = nextWords;
      state = { ...state, ...rest };
      if (nextScene !== scene) {
        const first = scene === null;
        scene = nextScene;
        keys = patchElements(cy, nextScene, keys);
        if (first) cy.viewport(frameOf(nextScene, container, nextScene.model.start));
      }
      repaint();
    },
    fit() {
      if (scene) glide(frameOf(scene, container, null));
    },
    zoomBy(factor) {
      const { clientWidth: w, clientHeight: h } = container;
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: w / 2, y: h / 2 } });
    },
    reveal(id) {
      if (!scene) return;
      const target = scene.placed.get(scene.model.rows.get(id)?.boxId ?? id);
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
      cancelAnimationFrame(asked);
      cy.destroy();
    },
  };
}

/** Row of a hit as the painter counts: -1 header, -2 and -3 the counters. */
function rowOf(hit: Hit): number {
  if (hit.kind === 'counter') return hit.side === 'up' ? -2 : -3;
  return hit.kind === 'header' ? -1 : hit.index;
}
