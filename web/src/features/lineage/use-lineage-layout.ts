'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Layout, Point } from './graph-layout';
import { placeInBands } from './group-view';
import { createLayoutClient, LayoutCancelled, type LayoutClient } from './layout-client';
import type { LineageModel } from './lineage-model';
import { placeBoxes } from './place-boxes';
import { buildScene, type Scene } from './scene';
import type { Elements } from './to-elements';

export interface LineageLayout {
  scene: Scene | null;
  /** A layout runs; said after 300 ms. */
  slow: boolean;
  /** Why there is no picture though there are boxes. */
  stopped: 'failed' | 'cancelled' | null;
  cancel: () => void;
  /** Lays out all boxes anew; what was before can be had back. */
  rearrange: () => void;
  undo: (() => void) | null;
  move: (box: string, place: Point) => void;
}

/** Runs layouts in the worker and tells how the last one goes. */
function useWorkerLayout() {
  const client = useRef<LayoutClient | null>(null);
  const last = useRef(0);
  const [slow, setSlow] = useState(false);
  const [stopped, setStopped] = useState<LineageLayout['stopped']>(null);
  // The worker starts with the page, before the data: it takes 0.4 s to warm up.
  useEffect(() => {
    const mine = createLayoutClient();
    client.current = mine;
    return () => {
      last.current++;
      mine.dispose();
    };
  }, []);
  const run = useCallback((elements: Elements, done: (layout: Layout) => void) => {
    const turn = ++last.current;
    const mine = () => turn === last.current;
    const timer = setTimeout(() => mine() && setSlow(true), 300);
    setStopped(null);
    client.current
      ?.run(elements)
      .then((layout) => mine() && done(layout))
      .catch(
        (error: unknown) => mine() && setStopped(error instanceof LayoutCancelled ? 'cancelled' : 'failed'),
      )
      .finally(() => {
        clearTimeout(timer);
        if (mine()) setSlow(false);
      });
  }, []);
  const cancel = useCallback(() => client.current?.cancel(), []);
  return { run, cancel, slow, stopped };
}

/** Places of boxes over time: ELK for the first picture and on request, own placing for everything that is added. */
export function useLineageLayout(
  start: string,
  model: LineageModel | null,
  elements: Elements | null,
  grouped: boolean,
): LineageLayout {
  const { run, cancel, slow, stopped } = useWorkerLayout();
  const [layout, setLayout] = useState<Layout | null>(null);
  const [past, setPast] = useState<Layout[]>([]);
  const [bands, setBands] = useState<{ elements: Elements; layout: Layout } | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another start is another picture
  useEffect(() => {
    setLayout(null);
    setPast([]);
    setBands(null);
  }, [start]);

  const fresh = layout === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after a cancelled or failed layout
  useEffect(() => {
    if (!elements) return;
    if (grouped) run(elements, (next) => setBands({ elements, layout: next }));
    else if (fresh) run(elements, setLayout);
  }, [elements, grouped, fresh, turn, run]);

  // Boxes without a place get one; it is remembered, so that closing and opening again changes nothing.
  const places = useMemo(
    () =>
      elements && layout && !grouped ? placeBoxes(elements.shapes, elements.pairs, layout.places) : null,
    [elements, layout, grouped],
  );
  useEffect(() => {
    if (!places || !layout || [...places.keys()].every((id) => layout.places.has(id))) return;
    setLayout({ ...layout, places: new Map([...layout.places, ...places]) });
  }, [places, layout]);

  const scene = useMemo(() => {
    if (!model || !elements) return null;
    if (!grouped) return places && layout ? buildScene(model, elements, places, layout.ways) : null;
    if (!bands) return null;
    // While a new layout runs the last picture stays.
    const placed = placeInBands(bands.elements, bands.layout);
    return buildScene(model, bands.elements, placed.places, new Map(), placed.bands);
  }, [model, elements, grouped, places, layout, bands]);

  return {
    scene,
    slow,
    stopped: scene ? null : stopped,
    cancel,
    rearrange: () => {
      if (!layout || !elements || grouped) setTurn((n) => n + 1);
      else {
        run(elements, (next) => {
          setPast((list) => [...list.slice(-19), layout]);
          setLayout(next);
        });
      }
    },
    undo:
      past.length === 0 || grouped
        ? null
        : () => {
            setLayout(past.at(-1) ?? null);
            setPast(past.slice(0, -1));
          },
    move: useCallback((box, place) => {
      setLayout((now) => (now ? { ...now, places: new Map(now.places).set(box, place) } : now));
    }, []),
  };
}
