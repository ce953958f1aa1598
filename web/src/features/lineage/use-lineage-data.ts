'use client';

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request } from '@/lib/api/client';
import { buildModel, type LineageModel } from './lineage-model';
import { type Ask, askFields, askPicture, type Picture, type PictureQuestion } from './lineage-requests';
import type { BoxFacts, CompletenessFacts } from './lineage-types';
import { type LineageView, START_VIEW } from './lineage-url';

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

const asking =
  (signal: AbortSignal): Ask =>
  (document, variables) =>
    request(document, variables, signal);

/** The first picture, already asked for while the page was made; undefined when that did not work. */
export type FirstPicture = Promise<Picture | null | undefined>;

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

/** A first picture answers once: asking again means asking the API. */
const used = new WeakSet<FirstPicture>();

const isFirst = ({ id, direction, depth, rings }: PictureQuestion, start: string) =>
  id === start && direction === 'BOTH' && depth === START_VIEW.up && rings.length === START_VIEW.rings.length;

/** All answers that a view needs, merged into one model; each question is asked once and kept. */
export function useLineageData(id: string, view: LineageView, first: FirstPicture): LineageData {
  const questions = useMemo(() => questionsOf(id, view), [id, view]);
  const mainCount = view.up === view.down ? 1 : 2;
  const pictures = useQueries({
    queries: questions.map((question) => ({
      queryKey: ['lineage', question],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const known = isFirst(question, id) && !used.has(first) ? await first : undefined;
        used.add(first);
        return known === undefined ? askPicture(question, asking(signal)) : known;
      },
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
      queryFn: ({ signal }: { signal: AbortSignal }) => askFields(box, asking(signal)),
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
