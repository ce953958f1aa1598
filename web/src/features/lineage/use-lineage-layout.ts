'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Arranged, fitElements, heightsOf } from './fit-elements';
import type { Layout, Point } from './graph-layout';
import { type GroupBy, type GroupWords, groupElements } from './group-elements';
import { COLUMN_STEP, compactElements, placeInBands, placeQuickly } from './group-view';
import type { LineageModel } from './lineage-model';
import type { LineageView } from './lineage-url';
import { mark } from './marks';
import { placeBoxes } from './place-boxes';
import { buildScene, type Scene } from './scene';
import { type Elements, toElements } from './to-elements';
import { useWorkerLayout } from './use-worker-layout';

/** Above so many boxes they are titles only, in bands by department. */
export const COMPACT_ABOVE = 60;
/** Above so many they are put together by department. */
export const GROUP_ABOVE = 300;

/** Boxes with fields; titles in bands; titles alone; groups. */
export type PictureMode = 'full' | 'bands' | 'flat' | 'groups';

/** How so many boxes are drawn when this is asked for. */
export function modeOf(count: number, grouping: LineageView['grouping']): PictureMode {
  if (grouping === 'department' || grouping === 'library') return 'groups';
  if (count <= COMPACT_ABOVE) return 'full';
  if (grouping === 'none') return 'flat';
  return count <= GROUP_ABOVE ? 'bands' : 'groups';
}

export interface LineageLayout {
  elements: Elements | null;
  mode: PictureMode;
  scene: Scene | null;
  /** A layout runs; said after 300 ms. */
  slow: boolean;
  /** Why there is no picture though there are boxes. */
  stopped: 'failed' | 'cancelled' | null;
  cancel: () => void;
  /** Lays out all boxes anew; what was before can be had back. */
  rearrange: () => void;
  /** Takes back the last move or new layout; with the step of the address at which it was made. */
  undo: { run: () => void; step: number } | null;
  move: (box: string, place: Point) => void;
  /** Where boxes were before a new layout, so that they glide from there. */
  cameFrom: ReadonlyMap<string, Point> | null;
}

const NONE: ReadonlySet<string> = new Set();

const arrange = (layout: Layout, { shapes }: Elements): Arranged => ({
  ...layout,
  heights: heightsOf(shapes, new Map()),
});

const sameHeights = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...a].every(([id, height]) => b.get(id) === height);

/** Known bands keep their order; new ones come below. */
function orderOf(known: readonly string[], names: readonly string[]): string[] {
  return [...known.filter((name) => names.includes(name)), ...names.filter((name) => !known.includes(name))];
}

interface Past {
  key: string;
  layout: Arranged;
  step: number;
}

/** Places of boxes over time: a layout for the first picture and on request, own placing for everything that is added. */
export function useLineageLayout(
  start: string,
  model: LineageModel | null,
  view: Pick<LineageView, 'opened' | 'grouping' | 'groups'>,
  words: GroupWords,
  step: number,
): LineageLayout {
  const { run, cancel, slow, stopped } = useWorkerLayout();
  const [layouts, setLayouts] = useState<ReadonlyMap<string, Arranged>>(new Map());
  const [past, setPast] = useState<readonly Past[]>([]);
  const [cameFrom, setCameFrom] = useState<ReadonlyMap<string, Point> | null>(null);
  const [turn, setTurn] = useState(0);
  const bandOrder = useRef<{ key: string; names: readonly string[] }>({ key: '', names: [] });

  const mode = modeOf(model?.boxes.size ?? 0, view.grouping);
  const by: GroupBy = view.grouping === 'library' ? 'library' : 'department';
  const key = `${start}|${mode}|${mode === 'groups' ? by : ''}`;
  const known = layouts.get(key) ?? null;
  const opened = useMemo(() => new Set(view.opened), [view.opened]);
  const openGroups = useMemo(() => new Set(view.groups), [view.groups]);

  const base = useMemo(() => (model && mode !== 'full' ? toElements(model, NONE) : null), [model, mode]);
  /** What the layout sees: in the group view every group closed, so that opening one moves nothing else. */
  const closed = useMemo(() => {
    if (!base) return null;
    return mode === 'groups' ? groupElements(base, by, NONE, words) : compactElements(base);
  }, [base, mode, by, words]);
  const full = useMemo(
    () => (model && mode === 'full' ? fitElements(model, opened, known) : null),
    [model, mode, opened, known],
  );
  const elements = useMemo(() => {
    if (full) return full;
    if (base && mode === 'groups' && openGroups.size > 0) return groupElements(base, by, openGroups, words);
    return closed;
  }, [full, base, closed, mode, by, openGroups, words]);

  const keep = useCallback((name: string, layout: Arranged) => {
    setLayouts((now) => new Map(now).set(name, layout));
  }, []);

  // Titles and groups are laid out here and now; boxes with fields by ELK in its worker.
  const quick = useMemo(() => {
    if (!closed || known) return null;
    return arrange({ places: placeQuickly(closed, mode === 'groups' ? 26 : 12), ways: new Map() }, closed);
  }, [closed, known, mode]);
  const layout = known ?? quick;
  const waiting = layout ? null : full;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again after a cancelled or failed layout
  useEffect(() => {
    if (waiting) run(waiting, (next) => keep(key, arrange(next, waiting)));
  }, [waiting, turn, run, key, keep]);

  // Boxes without a place get one; it is remembered, so that closing and opening again changes nothing.
  const fixed = full ?? closed;
  const places = useMemo(() => {
    if (!fixed || !layout) return null;
    return placeBoxes(fixed.shapes, fixed.pairs, layout.places, mode === 'full' ? undefined : COLUMN_STEP);
  }, [fixed, layout, mode]);
  useEffect(() => {
    if (!places || !layout || !fixed) return;
    const heights = mode === 'full' ? heightsOf(fixed.shapes, layout.heights) : layout.heights;
    const same =
      layout === known &&
      [...places.keys()].every((id) => layout.places.has(id)) &&
      sameHeights(heights, layout.heights);
    if (!same) keep(key, { ...layout, places: new Map([...layout.places, ...places]), heights });
  }, [places, layout, known, fixed, mode, key, keep]);

  const scene = useMemo(() => {
    if (!model || !elements || !places || !layout) return null;
    let made: Scene;
    if (mode === 'bands') {
      const order = bandOrder.current.key === key ? bandOrder.current.names : [];
      const banded = placeInBands(elements, { places }, (names) => orderOf(order, names));
      bandOrder.current = { key, names: banded.bands.map(({ name }) => name) };
      made = buildScene(model, elements, banded.places, new Map(), banded.bands);
    } else made = buildScene(model, elements, places, layout.ways);
    mark('laidOut');
    return made;
  }, [model, elements, places, layout, mode, key]);

  const remember = useCallback(
    (before: Arranged) => setPast((list) => [...list.slice(-19), { key, layout: before, step }]),
    [key, step],
  );
  const glideFrom = (to: Arranged) => {
    setCameFrom(new Map(scene ? [...scene.placed].map(([id, { x, y }]) => [id, { x, y }]) : []));
    keep(key, to);
  };
  const last = past.at(-1);
  return {
    elements,
    mode,
    scene,
    slow,
    stopped: scene ? null : stopped,
    cancel,
    rearrange: () => {
      if (!layout || !model) setTurn((n) => n + 1);
      else if (closed) {
        remember(layout);
        bandOrder.current = { key: '', names: [] };
        glideFrom(
          arrange({ places: placeQuickly(closed, mode === 'groups' ? 26 : 12), ways: new Map() }, closed),
        );
      } else {
        const free = toElements(model, opened);
        run(free, (next) => {
          remember(layout);
          glideFrom(arrange(next, free));
        });
      }
    },
    undo:
      last?.key === key
        ? {
            step: last.step,
            run: () => {
              glideFrom(last.layout);
              setPast(past.slice(0, -1));
            },
          }
        : null,
    move: useCallback(
      (box: string, place: Point) => {
        const now = layouts.get(key);
        if (!now) return;
        remember(now);
        setCameFrom(null);
        keep(key, { ...now, places: new Map(now.places).set(box, place) });
      },
      [layouts, key, remember, keep],
    ),
    cameFrom,
  };
}
