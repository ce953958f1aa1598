'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { onNavigation } from '@/lib/navigation-starts';

/** So long a page may take to be as high again as it was. */
const PATIENCE = 3_000;

/** Brings the page back to where it was scrolled to when somebody goes back or forward: the frame scrolls its middle, which the browser does not restore. */
export function ScrollKeeper() {
  const view = `${usePathname()}?${useSearchParams()}`;
  const tops = useRef(new Map<string, number>());
  const shown = useRef(view);
  const goingBack = useRef(false);

  useEffect(() => {
    const main = document.getElementById('main');
    const onScroll = () => {
      if (main && !goingBack.current) tops.current.set(shown.current, main.scrollTop);
    };
    main?.addEventListener('scroll', onScroll, { passive: true });
    const deaf = onNavigation(({ kind }) => {
      goingBack.current = kind === 'traverse';
    });
    return () => {
      main?.removeEventListener('scroll', onScroll);
      deaf();
    };
  }, []);

  useLayoutEffect(() => {
    const main = document.getElementById('main');
    const samePage = shown.current.split('?')[0] === view.split('?')[0];
    shown.current = view;
    if (!main) return;
    if (!goingBack.current) {
      if (!samePage) main.scrollTop = 0;
      return;
    }
    return restore(main, tops.current.get(view) ?? 0, () => {
      goingBack.current = false;
    });
  }, [view]);
  return null;
}

/** Scrolls to a place as soon as the page is high enough for it; a hand at the wheel or the keys ends the try. */
function restore(main: HTMLElement, top: number, onDone: () => void): () => void {
  const place = () => {
    main.scrollTop = top;
    if (Math.abs(main.scrollTop - top) < 2) end();
  };
  const growth = new MutationObserver(place);
  const patience = setTimeout(() => end(), PATIENCE);
  const hands = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
  function stop() {
    growth.disconnect();
    clearTimeout(patience);
    for (const hand of hands) window.removeEventListener(hand, end);
  }
  function end() {
    stop();
    onDone();
  }
  growth.observe(main, { childList: true, subtree: true });
  for (const hand of hands) window.addEventListener(hand, end, { passive: true });
  place();
  // The next view, left or come back to, begins anew: it says itself when it is done.
  return stop;
}
