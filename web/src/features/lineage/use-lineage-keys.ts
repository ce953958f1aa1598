'use client';

import { useEffect, useRef } from 'react';
import type { Heading } from './walk';

interface Actions {
  table: () => void;
  search: () => void;
  expand: () => void;
  collapse: () => void;
  clear: () => void;
  help: () => void;
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
  /** Arrows while nothing has the focus: the picture takes it. */
  walk: (heading: Heading) => void;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const HEADINGS: Record<string, Heading> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Keys that hold in the whole explorer; the arrows only where nothing else wants them. */
export function useLineageKeys(actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target))
        return;
      if (document.querySelector('dialog[open]')) return;
      // A menu or a filter that is open has Escape and the arrows to itself.
      if (
        event.target instanceof Element &&
        event.target.closest('[role="menu"],[role="listbox"],[role="dialog"]')
      )
        return;
      const act = latest.current;
      const heading = HEADINGS[event.key];
      const action = {
        t: act.table,
        '/': act.search,
        e: act.expand,
        c: act.collapse,
        '?': act.help,
        '+': act.zoomIn,
        '=': act.zoomIn,
        '-': act.zoomOut,
        '−': act.zoomOut,
        '0': act.fit,
        escape: act.clear,
      }[event.key.toLowerCase()];
      if (action) action();
      else if (heading && event.target === document.body) act.walk(heading);
      else return;
      event.preventDefault();
    };
    // In the capture phase, so that the page's own search does not take the slash.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
