'use client';

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { buildModel, type LineageModel } from './lineage-model';
import { askFields, askPicture, type Picture, type PictureQuestion } from './lineage-requests';
import type { BoxFacts, CompletenessFacts } from './lineage-types';
import type { LineageView } from './lineage-url';

export interface LineageData {
  /** Null until the first answer is there. */
  model: LineageModel | null;
  /** The lineage does not know the start. */
  unknown: boolean;
  error: Error | null;
  loading: boolean;
  completeness: CompletenessFacts | null;
  upstreamTotal: number;
  downstreamTotal: number;
  retry: () => void;
}

function questionsOf(id: string, { up, down, rings, grown }: LineageView): PictureQuestion[] {
  const main: PictureQuestion[] =
    up === down
      ? [{ id, direction: 'BOTH', depth: up, rings }]
      : [
          { id, direction: 'UPSTREAM', depth: up, rings },
          { id, direction: 'DOWNSTREAM', depth: down, rings },
        ];
  const more = grown.map(({ side, box }): PictureQuestion => {
    return { id: box, direction: side === 'up' ? 'UPSTREAM' : 'DOWNSTREAM', depth: 1, rings };
  });
  return [...main, ...more];
}

/** All answers that a view needs, merged into one model; each question is asked once and kept. */
export function useLineageData(id: string, view: LineageView): LineageData {
  const questions = useMemo(() => questionsOf(id, view), [id, view]);
  const mainCount = view.up === view.down ? 1 : 2;
  const pictures = useQueries({
    queries: questions.map((question) => ({
      queryKey: ['lineage', question],
      queryFn: ({ signal }: { signal: AbortSignal }) => askPicture(question, signal),
      staleTime: 60_000,
    })),
    combine: (results) => ({
      data: results.map((result) => result.data),
      error: results.find((result) => result.error)?.error ?? null,
      loading: results.some((result) => result.isPending),
      retry: () => {
        for (const result of results) if (result.error) void result.refetch();
      },
    }),
  });
  const fields = useQueries({
    queries: view.opened.map((box) => ({
      queryKey: ['lineage-fields', box],
      queryFn: ({ signal }: { signal: AbortSignal }) => askFields(box, signal),
      staleTime: 60_000,
    })),
    combine: (results) => results.map((result) => result.data),
  });

  const answers = pictures.data;
  const main = answers.slice(0, mainCount);
  const model = useMemo(() => {
    const first = answers.slice(0, mainCount).filter((picture): picture is Picture => picture != null);
    if (first.length < mainCount) return null;
    const grown = answers.slice(mainCount).filter((picture): picture is Picture => picture != null);
    const facts = new Map<string, BoxFacts>();
    for (const fact of [...first, ...grown].flatMap((picture) => picture.facts)) facts.set(fact.id, fact);
    for (const fact of fields) if (fact) facts.set(fact.id, { ...facts.get(fact.id), ...fact });
    return buildModel(
      first.map(({ answer }) => answer),
      grown.map(({ answer }) => answer),
      facts,
    );
  }, [answers, mainCount, fields]);

  const known = main.find((picture) => picture != null)?.answer;
  return {
    model,
    unknown: main.some((picture) => picture === null),
    error: pictures.error,
    loading: pictures.loading,
    completeness: known?.completeness ?? null,
    upstreamTotal: known?.upstreamTotal ?? 0,
    downstreamTotal: known?.downstreamTotal ?? 0,
    retry: pictures.retry,
  };
}
