'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import type { LineageModel } from './lineage-model';

export interface InPictureSearch {
  text: string;
  setText: (text: string) => void;
  /** Ids that match, in the order of the table; null when nothing is asked. */
  hits: readonly string[] | null;
  found: ReadonlySet<string> | null;
  /** Index of the hit that was last walked to; -1 before the first. */
  at: number;
  step: (by: 1 | -1) => string | null;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Boxes and rows whose title or name holds the text. */
export function findInModel(model: LineageModel, text: string): string[] {
  const wanted = fold(text.trim());
  if (wanted === '') return [];
  const matches = (part: { label: string; name: string }) =>
    fold(part.label).includes(wanted) || fold(part.name).includes(wanted);
  return [...model.boxes.values()].flatMap((box) => [
    ...(matches(box) ? [box.id] : []),
    ...box.rows.filter(matches).map((row) => row.id),
  ]);
}

/** Search inside the picture: all hits are marked, Enter walks from one to the next. */
export function useInPictureSearch(model: LineageModel | null): InPictureSearch {
  const [text, setText] = useState('');
  const [at, setAt] = useState(-1);
  const asked = useDeferredValue(text);
  const hits = useMemo(
    () => (model && asked.trim() !== '' ? findInModel(model, asked) : null),
    [model, asked],
  );
  const found = useMemo(() => (hits ? new Set(hits) : null), [hits]);
  return {
    text,
    setText: (value) => {
      setText(value);
      setAt(-1);
    },
    hits,
    found,
    at,
    step: (by) => {
      if (!hits || hits.length === 0) return null;
      const next = at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length;
      setAt(next);
      return hits[next] ?? null;
    },
  };
}
