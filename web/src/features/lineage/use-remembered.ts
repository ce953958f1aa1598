'use client';

import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A yes or no that this browser remembers; `usual` until somebody decides. */
export function useRemembered(key: string, usual: boolean): [boolean, (on: boolean) => void] {
  const stored = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(key),
    () => null,
  );
  const change = useCallback(
    (on: boolean) => {
      window.localStorage.setItem(key, on ? '1' : '0');
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [stored === null ? usual : stored === '1', change];
}
