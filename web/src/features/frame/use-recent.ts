'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '@/lib/api/client';
import { RecentInterfaceDocument, RecentThingsDocument } from '@/lib/api/gql/graphql';
import { type HitView, hitView } from './hit-target';
import { readVisits, type Visit, writeVisits } from './recent';

/** The account's last things as they are called now; what is gone or hidden from it does not appear. */
export function useRecent(account: string | null): { things: HitView[]; clear: () => void } {
  const [visits, setVisits] = useState(() => (account ? readVisits(account) : []));
  const { data = [] } = useQuery({
    queryKey: ['recent', account, visits],
    queryFn: ({ signal }) => namesOf(visits, signal),
    enabled: visits.length > 0,
  });
  return {
    things: visits.length > 0 ? data : [],
    clear: () => {
      if (account) writeVisits(account, []);
      setVisits([]);
    },
  };
}

async function namesOf(visits: readonly Visit[], signal: AbortSignal): Promise<HitView[]> {
  const ids = visits.filter(({ by }) => by === 'id').map(({ id }) => id);
  const [byId, byCode] = await Promise.all([
    ids.length > 0 ? request(RecentThingsDocument, { ids }, signal) : { nodes: [] },
    Promise.all(
      visits
        .filter(({ by }) => by === 'code')
        .map(async ({ id }) => {
          const { interface: node } = await request(RecentInterfaceDocument, { code: id }, signal);
          return [id, node] as const;
        }),
    ),
  ]);
  const nodes = new Map(ids.map((id, index) => [id, byId.nodes[index] ?? null] as const));
  const interfaces = new Map(byCode);
  const views = visits.map(({ id, by }) => {
    const node = by === 'id' ? nodes.get(id) : interfaces.get(id);
    return node ? hitView(node) : null;
  });
  const seen = new Set<string>();
  return views.filter(
    (view): view is HitView => view !== null && !seen.has(view.key) && !!seen.add(view.key),
  );
}
