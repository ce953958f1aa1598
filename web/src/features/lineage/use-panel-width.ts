'use client';

import { useCallback, useState } from 'react';

const KEY = 'yuanliu-lineage-panel';
export const NARROWEST = 300;
export const WIDEST = 720;
const USUAL = 372;

const within = (width: number) => Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));

function remembered(): number {
  if (typeof window === 'undefined') return USUAL;
  const width = Number(window.localStorage.getItem(KEY));
  return width > 0 ? within(width) : USUAL;
}

/** Width of the side panel, as the person left it. */
export function usePanelWidth(): [number, (width: number) => void] {
  const [width, setWidth] = useState(remembered);
  const change = useCallback((next: number) => {
    const kept = within(next);
    setWidth(kept);
    window.localStorage.setItem(KEY, String(kept));
  }, []);
  return [width, change];
}
