'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { type LineageView, readView, writeView } from './lineage-url';

/** The view in the address: each change is a step that back and forward walk, without asking the server for the page. */
export function useLineageUrl(): [LineageView, (change: Partial<LineageView>) => void] {
  const params = useSearchParams();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback((part: Partial<LineageView>) => {
    const now = new URLSearchParams(window.location.search);
    const next = writeView({ ...readView(now), ...part }, now).toString();
    if (next === now.toString()) return;
    window.history.pushState(null, '', next ? `?${next}` : window.location.pathname);
  }, []);
  return [view, change];
}
