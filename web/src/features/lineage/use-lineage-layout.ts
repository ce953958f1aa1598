'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Arranged, fitElements, heightsOf } from './fit-elements';
import type { Layout, Point } from './graph-layout';
import { compactElements, placeInBands } from './group-view';
import { createLayoutClient, LayoutCancelled, type LayoutClient } from './layout-client';
import type { LineageModel } from './lineage-model';
import { placeBoxes } from './place-boxes';
import { buildScene, type Scene } from './scene';
import { type Elements, toElements } from './to-elements';

/** Above so many boxes the picture becomes compact, grouped by department. */
export const COMPACT_ABOVE = 60;
/** Above so many it is not drawn: nobody reads it, and it would stop the page. */
export const DRAW_AT_MOST = 300;

export interface LineageLayout {
  elements: Elements | null;
  /** Compact boxes in bands by department. */
  grouped: boolean;
  /** Number of boxes when there are too many to draw. */
  tooMany: number | null;
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

const arrange = (layout: Layout, { shapes }: Elements): Arranged => ({
  ...layout,
  heights: heightsOf(shapes, new Map()),
});

const sameHeights = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([id, height]) => b.get(id) === height);

/** Places of boxes over time: ELK for the first picture and on request, own placing for everything that is added. */
export function useLineageLayout(
  start: string,
  model: LineageModel | null,
  opened: ReadonlySet<string>,
): LineageLayout {
  const { run, cancel, slow, stopped } = useWorkerLayout();
  const [layout, setLayout] = useState<Arranged | null>(null);
  const [past, setPast] = useState<Arranged[]>([]);
  const [bands, setBands] = useState<{ elements: Elements; layout: Layout } | null>(null);
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another start is another picture
  useEffect(() => {
    setLayout(null);
    setPast([]);
    setBands(null);
  }, [start]);

  const count = model?.boxes.size ?? 0;
  const grouped = count > COMPACT_ABOVE;
  const tooMany = count > DRAW_AT_MOST ? count : null;
  const compact = useMemo(
    () => (model && grouped && tooMany === null ? compactElements(toElements(model, opened)) : null),
    [model, opened, grouped, tooMany],
  );
  const full = useMemo(
    () => (model && !grouped ? fitElements(model, opened, layout) : null),
    [model, opened, grouped, layout],
  );
  const elements = compact ?? full;

  const fresh = layout === null;
  const waiting = fresh ? full : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after a cancelled or failed layout
  useEffect(() => {
    if (compact) run(compact, (next) => setBands({ elements: compact, layout: next }));
    else if (waiting) run(waiting, (next) => setLayout(arrange(next, waiting)));
  }, [compact, waiting, turn, run]);

  // Boxes without a place get one; it is remembered, so that closing and opening again changes nothing.
  const places = useMemo(
    () =>
      elements && layout && !grouped ? placeBoxes(elements.shapes, elements.pairs, layout.places) : null,
    [elements, layout, grouped],
  );
  useEffect(() => {
    if (!places || !layout || !full) return;
    const heights = heightsOf(full.shapes, layout.heights);
    const same =
      [...places.keys()].every((id) => layout.places.has(id)) && sameHeights(heights, layout.heights);
    if (!same) setLayout({ ...layout, places: new Map([...layout.places, ...places]), heights });
  }, [places, layout, full]);

  const scene = useMemo(() => {
    if (!model) return null;
    if (!grouped) return full && places && layout ? buildScene(model, full, places, layout.ways) : null;
    if (!bands || tooMany !== null) return null;
    // While a new layout runs the last picture stays.
    const placed = placeInBands(bands.elements, bands.layout);
    return buildScene(model, bands.elements, placed.places, new Map(), placed.bands);
  }, [model, full, grouped, tooMany, places, layout, bands]);

  return {
    elements,
    grouped,
    tooMany,
    scene,
    slow,
    stopped: scene ? null : stopped,
    cancel,
    rearrange: () => {
      if (!layout || !model || grouped) setTurn((n) => n + 1);
      else {
        const free = toElements(model, opened);
        run(free, (next) => {
          setPast((list) => [...list.slice(-19), layout]);
          setLayout(arrange(next, free));
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
