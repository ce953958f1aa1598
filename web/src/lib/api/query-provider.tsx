'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiUnavailable } from './errors';

/** One query cache for the page; unreachable APIs are asked again, wrong questions are not. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 30_000,
            refetchOnWindowFocus: false,
            retry: (_count, error) => error instanceof ApiUnavailable,
            retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000),
          },
        },
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
