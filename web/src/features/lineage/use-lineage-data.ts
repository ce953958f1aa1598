'use client';

import { useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { request } from '@/lib/api/client';
import { buildModel, type LineageModel } from './lineage-model';
import {
  type Ask,
  askBoxes,
  askFields,
  askPicture,
  boxIdsOf,
  factsIn,
  type PictureQuestion,
} from './lineage-requests';
import { type AsOf, pointsOf } from './lineage-time';
import type { BoxFacts, CompletenessFacts, LineageAnswer } from './lineage-types';
import { type LineageView, START_VIEW } from './lineage-url';
import { mark } from './marks';

export interface LineageData {
  /** Null until the first answer is there; the last one stays while the next is asked for. */
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
export type FirstPicture = Promise<LineageAnswer | null | undefined>;

type Asked = Pick<LineageView, 'up' | 'down' | 'rings' | 'grown' | 'day' | 'asKnown' | 'since'>;

/** A part of the picture; where two days are compared it is asked for at both. */
interface Part {
  question: PictureQuestion;
  /** Of the earlier day. */
  earlier: boolean;
  /** Of what was expanded here; null for the start. */
  box: string | null;
}

function partsOf(id: string, { up, down, rings, grown, ...time }: Asked): Part[] {
  const { at, since } = pointsOf(time);
  const around = (asOf: AsOf | null, earlier: boolean): Part[] => {
    const main: PictureQuestion[] =
      up === down
        ? [{ id, direction: 'BOTH', depth: up, rings, asOf }]
        : [
            { id, direction: 'UPSTREAM', depth: up, rings, asOf },
            { id, direction: 'DOWNSTREAM', depth: down, rings, asOf },
          ];
    const more = grown.map(({ side, box }): Part => {
      const direction = side === 'up' ? 'UPSTREAM' : 'DOWNSTREAM';
      return { question: { id: box, direction, depth: 1, rings, asOf }, earlier, box };
    });
    return [...main.map((question) => ({ question, earlier, box: null })), ...more];
  };
  return [...around(at, false), ...(since ? around(since, true) : [])];
}

/** A first picture answers once: asking again means asking the API. */
const used = new WeakSet<FirstPicture>();

const isFirst = ({ id, direction, depth, rings, asOf }: PictureQuestion, start: string) =>
  id === start &&
  direction === 'BOTH' &&
  depth === START_VIEW.up &&
  rings.length === START_VIEW.rings.length &&
  asOf === null;

/** Answers about expanded boxes that hang on the picture: one about a box that was folded away with another waits. */
export function hangingOn(
  main: readonly LineageAnswer[],
  grown: readonly { box: string; answer: LineageAnswer }[],
): LineageAnswer[] {
  const present = new Set(main.flatMap(boxIdsOf));
  const taken: LineageAnswer[] = [];
  for (const { box, answer } of grown) {
    if (!present.has(box)) continue;
    taken.push(answer);
    for (const id of boxIdsOf(answer)) present.add(id);
  }
  return taken;
}

const STALE = 60_000;

/** All answers that a view needs, merged into one model; each question is asked once and kept. */
export function useLineageData(id: string, view: LineageView, first: FirstPicture): LineageData {
  const { up, down, rings, grown, day, asKnown, since } = view;
  const parts = useMemo(
    () => partsOf(id, { up, down, rings, grown, day, asKnown, since }),
    [id, up, down, rings, grown, day, asKnown, since],
  );
  const questions = useMemo(() => parts.map(({ question }) => question), [parts]);
  const answers = useQueries({
    queries: questions.map((question) => ({
      queryKey: ['lineage', question],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const known = isFirst(question, id) && !used.has(first) ? await first : undefined;
        used.add(first);
        return known === undefined ? askPicture(question, asking(signal)) : known;
      },
      staleTime: STALE,
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
  const links = useQueries({
    queries: questions.map((question, i) => ({
      queryKey: ['lineage-links', question],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        askBoxes(boxIdsOf(answers.data[i] as LineageAnswer), asking(signal)),
      enabled: answers.data[i] != null,
      staleTime: STALE,
    })),
    combine: (results) => results.map((result) => result.data),
  });
  const fields = useQueries({
    queries: view.opened.map((box) => ({
      queryKey: ['lineage-fields', box],
      queryFn: ({ signal }: { signal: AbortSignal }) => askFields(box, asking(signal)),
      staleTime: STALE,
    })),
    combine: (results) => results.map((result) => result.data),
  });

  const list = answers.data;
  const model = useMemo(() => {
    const given = parts.map(({ box }, i) => ({ box, answer: list[i] }));
    const main = given.filter(({ box }) => box === null).map(({ answer }) => answer);
    // Of the later day first: where both say something of a thing, that is what is shown.
    if (main.includes(undefined) || main[0] == null) return null;
    mark('dataReady');
    const more = given.flatMap(({ box, answer }) => (box !== null && answer ? [{ box, answer }] : []));
    const present = main.filter((answer) => answer != null);
    const hanging = hangingOn(present, more);
    const facts = new Map<string, BoxFacts>();
    const known = [...present, ...hanging].flatMap(factsIn);
    for (const fact of [...known, ...links.flatMap((part) => part ?? []), ...fields]) {
      if (fact) facts.set(fact.id, { ...facts.get(fact.id), ...fact });
    }
    return buildModel(present, hanging, facts);
  }, [list, parts, links, fields]);

  // While another depth is asked for, the picture that is there stays.
  const last = useRef<{ id: string; model: LineageModel; known: LineageAnswer } | null>(null);
  const own = parts.flatMap(({ box, earlier }, i) => (box === null && !earlier ? [list[i]] : []));
  const known = own.find((answer) => answer != null);
  if (model && known) last.current = { id, model, known };
  const shown = last.current?.id === id ? last.current : null;
  return {
    model: shown?.model ?? null,
    unknown: own.some((answer) => answer === null),
    error: answers.error,
    loading: answers.loading,
    completeness: (known ?? shown?.known)?.completeness ?? null,
    upstreamTotal: (known ?? shown?.known)?.upstreamTotal ?? 0,
    downstreamTotal: (known ?? shown?.known)?.downstreamTotal ?? 0,
    retry: answers.retry,
  };
}
