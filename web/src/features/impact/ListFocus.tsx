'use client';

import { useEffect, useRef } from 'react';

/** Brings a list that opens on a standing page into view and gives its heading the focus; a fresh page stays as it is. */
export function ListFocus({ list }: { list: string | null }) {
  const before = useRef(list);
  useEffect(() => {
    if (before.current === list) return;
    before.current = list;
    const title = list === null ? null : document.getElementById('impact-list-title');
    title?.focus({ preventScroll: true });
    title?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, [list]);
  return null;
}
