'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from './graph-layout';
import styles from './lineage.module.css';
import {
  type CanvasHandlers,
  createLineageCanvas,
  type LineageCanvas,
  type ShownState,
} from './lineage-canvas';
import { installProbe } from './probe';
import type { PaintWords, Scene, Theme } from './scene';

export interface LineageGraphProps {
  scene: Scene;
  state: ShownState;
  cameFrom: ReadonlyMap<string, Point> | null;
  theme: Theme;
  words: PaintWords;
  handlers: Omit<CanvasHandlers, 'onDrawn'>;
  /** What the page may do with the picture: fit, zoom, reveal. */
  handle: RefObject<LineageCanvas | null>;
}

/** The picture. React owns its frame; every pixel inside is painted outside of React's rendering. */
export function LineageGraph({ scene, state, cameFrom, theme, words, handlers, handle }: LineageGraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<LineageCanvas | null>(null);
  const latest = useRef(handlers);
  const shown = useRef(scene);
  latest.current = handlers;
  shown.current = scene;

  useEffect(() => {
    if (!stage.current || !sheet.current) return;
    const made = createLineageCanvas(stage.current, sheet.current, {
      onHit: (hit) => latest.current.onHit(hit),
      onEdge: (line) => latest.current.onEdge(line),
      onEmpty: () => latest.current.onEmpty(),
      onMove: (box, place) => latest.current.onMove(box, place),
      onZoom: (zoom) => latest.current.onZoom(zoom),
      onDrawn: () => frame.current?.setAttribute('data-lineage-state', 'drawn'),
    });
    canvas.current = made;
    handle.current = made;
    const removeProbe = installProbe(made, () => shown.current);
    return () => {
      removeProbe();
      canvas.current = null;
      handle.current = null;
      made.destroy();
    };
  }, [handle]);

  useEffect(() => {
    canvas.current?.show(scene, state, theme, words, cameFrom);
  }, [scene, state, theme, words, cameFrom]);

  return (
    <div className={styles.graph} ref={frame} aria-hidden="true" data-lineage-state="preparing">
      {/* Cytoscape looks for an element of this name and else adds a style element, which the page's policy refuses. */}
      <span id="__________cytoscape_stylesheet" hidden />
      <div className={styles.stage} ref={stage} />
      <canvas className={styles.sheet} ref={sheet} />
    </div>
  );
}
