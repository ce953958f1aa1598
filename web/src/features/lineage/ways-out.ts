import type { LineageUsersQuery } from '@/lib/api/gql/graphql';

type Node = NonNullable<LineageUsersQuery['node']>;
type ApiWay = Extract<Node, { __typename: 'Interface' }>;
type ApiGrant = ApiWay['authorizations'][number];

export interface Grant {
  code: string;
  /** Null where the list is about one consumer. */
  consumer: string | null;
  state: ApiGrant['state'];
  valid: boolean;
  validTo: string;
  exceeded: boolean;
  /** Holds for what is asked about, and not only for other fields of the interface. */
  covers: boolean;
}

export interface WayOut {
  code: string;
  name: string;
  state: ApiWay['state'];
  grade: ApiWay['grade'];
  calls: number;
  grants: Grant[];
}

const ORDER = (grant: Grant) => (grant.valid ? (grant.state === 'EXPIRING' ? 0 : 1) : 2);
const byNeed = (a: Grant, b: Grant) => ORDER(a) - ORDER(b) || (a.validTo < b.validTo ? -1 : 1);

const grantOf = (grant: ApiGrant, field: string | null, consumer: string | null): Grant => ({
  code: grant.code,
  consumer,
  state: grant.state,
  valid: grant.valid,
  validTo: grant.validTo,
  exceeded: grant.exceeded,
  covers: field === null || grant.fields.some(({ id }) => id === field),
});

const wayOf = (
  way: Pick<ApiWay, 'code' | 'name' | 'state' | 'grade' | 'calls30Days'>,
  grants: Grant[],
): WayOut => ({
  code: way.code,
  name: way.name,
  state: way.state,
  grade: way.grade,
  calls: way.calls30Days,
  grants: grants.sort(byNeed),
});

/** Interfaces through which a thing leaves, most called first, each with its authorisations, those that end soon first. */
export function waysOutOf(node: Node): WayOut[] {
  const most = (a: WayOut, b: WayOut) => b.calls - a.calls || (a.code < b.code ? -1 : 1);
  if (node.__typename === 'Consumer') {
    const ways = new Map<string, WayOut>();
    for (const grant of node.authorizations) {
      const way = ways.get(grant.interface.code) ?? wayOf(grant.interface, []);
      way.grants.push(grantOf(grant, null, null));
      ways.set(way.code, way);
    }
    return [...ways.values()].sort(most);
  }
  const interfaces =
    node.__typename === 'Interface'
      ? [node]
      : node.__typename === 'Field' || node.__typename === 'Dataset'
        ? node.interfaces
        : [];
  const field = node.__typename === 'Field' ? node.id : null;
  return interfaces
    .map((way) =>
      wayOf(
        way,
        way.authorizations.map((grant) => grantOf(grant, field, grant.consumer.name)),
      ),
    )
    .sort(most);
}
