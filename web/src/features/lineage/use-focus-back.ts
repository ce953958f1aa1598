'use client';

import { type RefObject, useEffect } from 'react';

/** When the part is gone and the focus with it, the focus returns to where it was before the part came. */
export function useFocusBack(part: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const own = part.current;
    return () => {
      const inside = own?.contains(document.activeElement);
      if (!inside && document.activeElement !== document.body) return;
      const again =
        before instanceof HTMLElement && before !== document.body && before.isConnected
          ? before
          : document.querySelector<HTMLElement>('[data-lineage-frame], [role="treegrid"] tr[tabindex="0"]');
      again?.focus({ preventScroll: true });
    };
  }, [part]);
}
