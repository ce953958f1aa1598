'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useRef } from 'react';
import { type LineageView, readView, START_VIEW, writeView } from './lineage-url';

export type ChangeView = (part: Partial<LineageView>) => void;

interface LineageUrl {
  view: LineageView;
  change: ChangeView;
  /** How many changes were made on this page up to here: back takes one away. */
  step: number;
}

/** Parts that did not change stay the very same, so that choosing a row makes no new question. */
function settled(before: LineageView, next: LineageView): LineageView {
  const same = (key: keyof LineageView) => JSON.stringify(before[key]) === JSON.stringify(next[key]);
  const entries = (Object.keys(next) as (keyof LineageView)[]).map((key) => [
    key,
    same(key) ? before[key] : next[key],
  ]);
  return Object.fromEntries(entries) as unknown as LineageView;
}

/** How many steps of the view lie behind the address. */
export const stepNow = (): number => {
  const state: unknown = typeof window === 'undefined' ? null : window.history.state;
  const step = state !== null && typeof state === 'object' && 'lineageStep' in state ? state.lineageStep : 0;
  return typeof step === 'number' ? step : 0;
};

/** The view in the address: each change is a step that back and forward walk, without asking the server for the page. */
export function useLineageUrl(): LineageUrl {
  const params = useSearchParams();
  const last = useRef<LineageView>(START_VIEW);
  const view = useMemo(() => {
    last.current = settled(last.current, readView(params));
    return last.current;
  }, [params]);
  const change = useCallback((part: Partial<LineageView>) => {
    const now = new URLSearchParams(window.location.search);
    const next = writeView({ ...readView(now), ...part }, now).toString();
    if (next === now.toString()) return;
    const state = { lineageStep: stepNow() + 1 };
    window.history.pushState(state, '', next ? `?${next}` : window.location.pathname);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step belongs to the address
  const step = useMemo(stepNow, [params]);
  return { view, change, step };
}
