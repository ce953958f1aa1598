import type { ImpactOfInterfaceQuery, ImpactPageQuery } from '@/lib/api/gql/graphql';
import type { RingKey } from '@/ui/ring-chip';

export type InterfaceRow = NonNullable<ImpactPageQuery['impact']>['interfaces'][number];
export type ConsumerRow = InterfaceRow['consumers'][number];
export type AuthorizationRow = ConsumerRow['authorizations'][number];

/** The interfaces of one ring with numbers that add up over the rings. */
export interface RingBranch {
  ring: RingKey;
  interfaces: InterfaceRow[];
  /** Consumers for whom this is the strongest ring. */
  consumerCount: number;
  /** Consumers that stand here too, but count with another ring. */
  countedElsewhere: number;
  authorizationCount: number;
}

export interface AccessTotals {
  interfaces: number;
  consumers: number;
  authorizations: number;
}

export interface AccessTree {
  branches: RingBranch[];
  /** What values reach, in the clear or masked: the numbers of the sentence. */
  reached: AccessTotals;
  /** What is merely influenced and counted nowhere else. */
  influenced: AccessTotals;
  /** Consumers as the interfaces list them, one listed under two interfaces counted twice. */
  consumersListed: number;
}

const STRONGEST_FIRST: readonly RingKey[] = ['CLEARTEXT', 'MASKED', 'INFLUENCED'];

/**
 * Interfaces by ring, strongest first. An authorisation counts with the interface that it is on, a consumer once, with
 * the strongest ring of all that it may read, so that the numbers of the rings add up to the totals.
 */
export function accessTree(rows: readonly InterfaceRow[]): AccessTree {
  const branches = STRONGEST_FIRST.map((ring): RingBranch => {
    const interfaces = rows.filter((row) => row.ring === ring);
    const readers = interfaces.flatMap((row) => row.consumers);
    const here = new Set(readers.map(({ consumer }) => consumer.id));
    const own = new Set(readers.filter((reader) => reader.ring === ring).map(({ consumer }) => consumer.id));
    return {
      ring,
      interfaces: interfaces.sort(byWeight),
      consumerCount: own.size,
      countedElsewhere: here.size - own.size,
      authorizationCount: sum(interfaces.map(authorizationsOf)),
    };
  });
  const reached = branches.filter(({ ring }) => ring !== 'INFLUENCED');
  return {
    branches: branches.filter(({ interfaces }) => interfaces.length > 0),
    reached: totals(reached),
    influenced: totals(branches.filter(({ ring }) => ring === 'INFLUENCED')),
    consumersListed: sum(reached.flatMap(({ interfaces }) => interfaces.map((row) => row.consumers.length))),
  };
}

/** Authorisations of all consumers of an interface. */
export function authorizationsOf(row: InterfaceRow): number {
  return sum(row.consumers.map(({ authorizations }) => authorizations.length));
}

/** An interface from which the question starts, as the one row of its tree. */
export function interfaceAsRow({ node, impact }: ImpactOfInterfaceQuery): InterfaceRow | null {
  if (node?.__typename !== 'Interface' || !impact) return null;
  const { exposures, ...facts } = node;
  return {
    ring: 'CLEARTEXT',
    viaBackflow: false,
    fields: exposures.map(({ field }) => field),
    interface: facts,
    consumers: impact.consumers,
  };
}

function totals(branches: readonly RingBranch[]): AccessTotals {
  return {
    interfaces: sum(branches.map(({ interfaces }) => interfaces.length)),
    consumers: sum(branches.map(({ consumerCount }) => consumerCount)),
    authorizations: sum(branches.map(({ authorizationCount }) => authorizationCount)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Most consumers first, then by code. */
const byWeight = (a: InterfaceRow, b: InterfaceRow) =>
  b.consumers.length - a.consumers.length || a.interface.code.localeCompare(b.interface.code);
