'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { request } from '@/lib/api/client';
import { DatasetFieldsPartDocument } from '@/lib/api/gql/graphql';
import type { FieldRow } from './field-list';

/** Fields of one question: a table of 20,000 is read in four. */
const PART = 5_000;

/** The fields that came with the page and, behind them, all others, asked for in a few large parts. */
export function useAllFields(dataset: string, first: FieldRow[], total: number) {
  const more = useInfiniteQuery({
    queryKey: ['fields', dataset, first.length],
    initialPageParam: first.length,
    queryFn: async ({ pageParam, signal }) => {
      const { node } = await request(
        DatasetFieldsPartDocument,
        { id: dataset, offset: pageParam, first: PART },
        signal,
      );
      return node && 'fields' in node ? node.fields : [];
    },
    getNextPageParam: (last, pages) => {
      const known = first.length + pages.reduce((sum, part) => sum + part.length, 0);
      return last.length > 0 && known < total ? known : undefined;
    },
    enabled: first.length < total,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = more;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const fields = useMemo(() => [...first, ...(more.data?.pages.flat() ?? [])], [first, more.data]);
  return { fields, failed: isError, retry: () => void (more.data ? fetchNextPage() : more.refetch()) };
}
