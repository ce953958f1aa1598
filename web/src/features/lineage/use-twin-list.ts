'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { stepNow } from './use-lineage-url';

/** What the table lists: boxes with their fields, or edges. */
export type TwinList = 'boxes' | 'edges';

const KEY = 'list';

/** The list that the table shows, kept in the address. */
export function useTwinList(): [TwinList, (list: TwinList) => void] {
  const params: { get(name: string): string | null } | null = useSearchParams();
  const change = useCallback((list: TwinList) => {
    const next = new URLSearchParams(window.location.search);
    if (list === 'edges') next.set(KEY, list);
    else next.delete(KEY);
    // A step like any other, with a state of its own: one that carries the router's marks would pass it by unseen.
    window.history.pushState({ lineageStep: stepNow() + 1 }, '', `?${next}`);
  }, []);
  return [params?.get(KEY) === 'edges' ? 'edges' : 'boxes', change];
}
