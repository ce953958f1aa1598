'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Layout } from './graph-layout';
import { createLayoutClient, LayoutCancelled, type LayoutClient } from './layout-client';
import type { Elements } from './to-elements';

/** Runs layouts in the worker and tells how the last one goes. */
export function useWorkerLayout() {
  const client = useRef<LayoutClient | null>(null);
  const last = useRef(0);
  const [slow, setSlow] = useState(false);
  const [stopped, setStopped] = useState<'failed' | 'cancelled' | null>(null);
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
