'use client';

import { useMemo } from 'react';
import { filterModel, type Hidden } from './filter-model';
import { foldModel } from './fold-model';
import { type Highlight, highlight } from './highlight';
import type { LineageModel } from './lineage-model';
import type { LineageView } from './lineage-url';
import { restrictToPath } from './restrict-model';

export interface LineagePicture {
  /** All that the answers hold. */
  whole: LineageModel | null;
  /** Without what is folded away and what filters hide: a path runs in this. */
  filtered: LineageModel | null;
  /** What is shown: picture, table and exports take this one. */
  model: LineageModel | null;
  hidden: Hidden | null;
  lit: Highlight | null;
}

/** What of the answers a view shows, step by step: folded, filtered, only the path. */
export function useLineagePicture(whole: LineageModel | null, view: LineageView): LineagePicture {
  const { folded, grade, departments, sensitive, noMiddle, chosen, only } = view;
  const unfolded = useMemo(() => (whole ? foldModel(whole, folded) : null), [whole, folded]);
  const { filtered, hidden } = useMemo(() => {
    if (!unfolded) return { filtered: null, hidden: null };
    const { model, hidden: gone } = filterModel(unfolded, { grade, departments, sensitive, noMiddle });
    return { filtered: model, hidden: gone };
  }, [unfolded, grade, departments, sensitive, noMiddle]);
  const lit = useMemo(() => (filtered && chosen ? highlight(filtered, chosen) : null), [filtered, chosen]);
  const model = useMemo(
    () => (filtered && lit && only ? restrictToPath(filtered, lit) : filtered),
    [filtered, lit, only],
  );
  return { whole, filtered, model, hidden, lit };
}
