'use client';

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request } from '@/lib/api/client';
import { LineageChangesDocument } from '@/lib/api/gql/graphql';
import type { Change, ChangesOfEdges } from './change-marks';
import { pointsOf } from './lineage-time';
import type { LineageView } from './lineage-url';

export interface LineageChanges {
  /** Null while nothing is compared or the answers are on their way. */
  edges: ChangesOfEdges | null;
  loading: boolean;
  error: Error | null;
  /** More changes than one answer lists: the picture does not mark all. */
  cut: boolean;
}

/** What changed between the two days of a view, for every edge that its picture may hold. */
export function useLineageChanges(id: string, view: LineageView): LineageChanges {
  const { up, down, grown, day, asKnown, since } = view;
  const questions = useMemo(() => {
    const { at: to, since: from } = pointsOf({ day, asKnown, since });
    if (!from) return [];
    const hops = (depth: LineageView['up']) => (depth === 'all' ? null : depth);
    const around = [
      { id, direction: 'UPSTREAM' as const, depth: hops(up) },
      { id, direction: 'DOWNSTREAM' as const, depth: hops(down) },
      ...grown.map(({ side, box }) => ({
        id: box,
        direction: side === 'up' ? ('UPSTREAM' as const) : ('DOWNSTREAM' as const),
        depth: 1,
      })),
    ];
    return around.map((part) => ({ ...part, from, to }));
  }, [id, up, down, grown, day, asKnown, since]);
  const answers = useQueries({
    queries: questions.map((question) => ({
      queryKey: ['lineage-changes', question],
      queryFn: ({ signal }: { signal: AbortSignal }) => request(LineageChangesDocument, question, signal),
      staleTime: 60_000,
    })),
    combine: (results) => ({
      data: results.map(({ data }) => data?.lineageDiff),
      loading: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  });
  const { data, loading, error } = answers;
  return useMemo(() => {
    const of = new Map<string, Change>();
    const earlier = new Set<string>();
    let cut = false;
    for (const diff of data) {
      if (!diff) continue;
      for (const [change, list] of [
        ['ADDED', diff.added],
        ['REMOVED', diff.removed],
      ] as const) {
        for (const edge of list.edges) of.set(edge.id, change);
        cut ||= list.totalCount > list.edges.length;
      }
      for (const { before, after } of diff.changed.edges) {
        of.set(after.id, 'CHANGED');
        if (before.id !== after.id) earlier.add(before.id);
      }
      cut ||= diff.changed.totalCount > diff.changed.edges.length;
    }
    return { edges: data.length > 0 && !loading ? { of, earlier } : null, loading, error, cut };
  }, [data, loading, error]);
}
