'use client';

import { useMemo } from 'react';
import { compactElements } from './group-view';
import type { LineageModel } from './lineage-model';
import { type Elements, toElements } from './to-elements';

/** Above so many boxes the picture becomes compact, grouped by department. */
export const COMPACT_ABOVE = 60;
/** Above so many it is not drawn: nobody reads it, and it would stop the page. */
export const DRAW_AT_MOST = 300;

/** What is drawn of a model, and in which of the two views. */
export function useLineageElements(
  model: LineageModel | null,
  opened: ReadonlySet<string>,
): { elements: Elements | null; grouped: boolean; tooMany: number | null } {
  return useMemo(() => {
    if (!model) return { elements: null, grouped: false, tooMany: null };
    const count = model.boxes.size;
    const grouped = count > COMPACT_ABOVE;
    if (count > DRAW_AT_MOST) return { elements: null, grouped, tooMany: count };
    const full = toElements(model, opened);
    return { elements: grouped ? compactElements(full) : full, grouped, tooMany: null };
  }, [model, opened]);
}
