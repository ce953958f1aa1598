'use client';

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type Piece, windowPieces } from './window-pieces';

/** Height of a line and of the head, in CSS pixels: the same as in `table.module.css`. */
export const LINE_HEIGHT = 34;
export const HEAD_HEIGHT = 36;
/** Up to so many lines are in the document at once; longer lists hold what is near the view and the cursor. */
export const WHOLE_UP_TO = 300;

interface Asked {
  count: number;
  /** Line that the cursor stands on; -1 none. */
  at: number;
  frame: RefObject<HTMLElement | null>;
}

/** Which lines of a list are in the document; the line of the cursor always is, and is kept in view. */
export function useLineWindow({ count, at, frame }: Asked): Piece[] {
  const windowed = count > WHOLE_UP_TO;
  const virtual = useVirtualizer({
    count: windowed ? count : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 16,
    scrollPaddingEnd: HEAD_HEIGHT,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const near = defaultRangeExtractor(range);
        return at < 0 || near.includes(at) ? near : [...near, at].sort((a, b) => a - b);
      },
      [at],
    ),
  });
  const shown = useRef(at);
  useEffect(() => {
    if (at < 0 || at === shown.current) return;
    shown.current = at;
    const element = frame.current;
    if (!element) return;
    const top = at * LINE_HEIGHT;
    const room = element.clientHeight - HEAD_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + LINE_HEIGHT > element.scrollTop + room) element.scrollTop = top + LINE_HEIGHT - room;
  }, [at, frame]);
  const all = windowed
    ? virtual.getVirtualItems().map(({ index }) => index)
    : Array.from({ length: count }, (_, i) => i);
  const lines = windowed && at >= 0 && !all.includes(at) ? [...all, at].sort((a, b) => a - b) : all;
  return windowPieces(lines, count);
}

/** Lines that fit in the frame: what PageUp and PageDown go by. */
export const linesIn = (frame: HTMLElement | null): number =>
  Math.max(1, Math.floor(((frame?.clientHeight ?? 0) - HEAD_HEIGHT) / LINE_HEIGHT) - 1);
