'use client';

import { type RefObject, useEffect } from 'react';
import type { LineageCanvas } from './lineage-canvas';

/** Brings into view what is chosen, what the cursor stands on, and what is left when only a path is shown. */
export function useReveal(
  canvas: RefObject<LineageCanvas | null>,
  chosen: string | null,
  cursor: string | null,
  only: boolean,
): void {
  useEffect(() => {
    if (cursor) canvas.current?.reveal(cursor);
  }, [canvas, cursor]);
  // The panel that a choice opens makes the picture narrower: look again once it has its size.
  useEffect(() => {
    if (!chosen) return;
    const timer = setTimeout(() => canvas.current?.reveal(chosen), 80);
    return () => clearTimeout(timer);
  }, [canvas, chosen]);
  // What is left of the picture may lie outside the view.
  useEffect(() => {
    if (!only) return;
    const timer = setTimeout(() => canvas.current?.fit(), 120);
    return () => clearTimeout(timer);
  }, [canvas, only]);
}
