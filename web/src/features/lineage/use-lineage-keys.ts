'use client';

import { useEffect, useRef } from 'react';

interface Actions {
  table: () => void;
  search: () => void;
  expand: () => void;
  clear: () => void;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that hold in the whole explorer: T table, / search, E expand, Escape gives the choice up. */
export function useLineageKeys(actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target))
        return;
      if (document.querySelector('dialog[open]')) return;
      const { table, search, expand, clear } = latest.current;
      const action = { t: table, T: table, '/': search, e: expand, E: expand, Escape: clear }[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    // In the capture phase, so that the page's own search does not take the slash.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
