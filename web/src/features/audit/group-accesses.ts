import type { WhoAccessedQuery } from '@/lib/api/gql/graphql';
import type { Scope } from './audit-params';
import { type Coverage, coverageOf, isBreach, joinCoverage } from './coverage';

export type Access = NonNullable<WhoAccessedQuery['whoAccessed']>['accesses'][number];

export interface ConsumerGroup {
  consumer: Access['consumer'];
  accesses: Access[];
  calls: number;
  denied: number;
  rows: number;
  interfaces: number;
  lastAt: string;
  coverage: Coverage;
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

/** Accesses by consumer, those read outside an authorisation first, then by calls; each with its strongest ring. */
export function groupByConsumer(accesses: readonly Access[]): ConsumerGroup[] {
  const groups = new Map<string, Access[]>();
  for (const access of accesses) {
    const known = groups.get(access.consumer.id);
    if (known) known.push(access);
    else groups.set(access.consumer.id, [access]);
  }
  return [...groups.values()]
    .flatMap(summary)
    .sort(
      (a, b) =>
        Number(isBreach(b.coverage)) - Number(isBreach(a.coverage)) ||
        b.calls - a.calls ||
        a.consumer.name.localeCompare(b.consumer.name, 'zh'),
    );
}

function summary(accesses: Access[]): ConsumerGroup[] {
  const [first] = accesses;
  if (!first) return [];
  const total = (of: 'calls' | 'denied' | 'rows') => accesses.reduce((sum, access) => sum + access[of], 0);
  const breachFirst = [...accesses].sort(
    (a, b) => Number(isBreach(coverageOf(b))) - Number(isBreach(coverageOf(a))),
  );
  return [
    {
      consumer: first.consumer,
      accesses: breachFirst,
      calls: total('calls'),
      denied: total('denied'),
      rows: total('rows'),
      interfaces: new Set(accesses.map((access) => access.interface.id)).size,
      lastAt:
        accesses
          .map((access) => access.lastAt)
          .sort()
          .at(-1) ?? first.lastAt,
      coverage: joinCoverage(accesses.map(coverageOf)),
      ring: accesses.map(({ ring }) => ring).reduce((a, b) => (STRENGTH[a] <= STRENGTH[b] ? a : b)),
    },
  ];
}
