import type { WhoAccessedQuery } from '@/lib/api/gql/graphql';
import type { Scope } from './audit-params';

export type Access = NonNullable<WhoAccessedQuery['whoAccessed']>['accesses'][number];

export interface ConsumerGroup {
  consumer: Access['consumer'];
  accesses: Access[];
  calls: number;
  rows: number;
  /** False as soon as one of the accesses was not covered on some day. */
  authorized: boolean;
  ring: Access['ring'];
}

const STRENGTH = { CLEARTEXT: 0, MASKED: 1, INFLUENCED: 2 } as const;

/** The accesses that a scope asks for. */
export function inScope(accesses: readonly Access[], scope: Scope): Access[] {
  if (scope === 'self') return accesses.filter(isDirect);
  return scope === 'derived' ? accesses.filter(({ ring }) => ring !== 'INFLUENCED') : [...accesses];
}

/** The thing itself is one hop from the interface that gives it out; more hops mean derived data. */
export function isDirect(access: Access): boolean {
  return access.distance <= 1 && access.ring !== 'INFLUENCED';
}

/** Accesses by consumer, those not covered by an authorisation first, then by calls; each with its strongest ring. */
export function groupByConsumer(accesses: readonly Access[]): ConsumerGroup[] {
  const groups = new Map<string, ConsumerGroup>();
  for (const access of accesses) {
    const { consumer } = access;
    const group = groups.get(consumer.id) ?? {
      consumer,
      accesses: [],
      calls: 0,
      rows: 0,
      authorized: true,
      ring: access.ring,
    };
    group.accesses.push(access);
    group.calls += access.calls;
    group.rows += access.rows;
    group.authorized &&= access.authorizedThroughout;
    if (STRENGTH[access.ring] < STRENGTH[group.ring]) group.ring = access.ring;
    groups.set(consumer.id, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.authorized) - Number(b.authorized) ||
      b.calls - a.calls ||
      a.consumer.name.localeCompare(b.consumer.name, 'zh'),
  );
}
