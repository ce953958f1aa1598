import { Ring } from '@yuanliu/graph';
import type { ImpactEnds } from '@yuanliu/graph/lineage-index';

export interface AccessCountShape {
  ring: Ring;
  interfaceCount: number;
  consumerCount: number;
  authorizationCount: number;
}

/**
 * Interfaces, consumers and authorisations by ring, strongest first, each counted once: an authorisation stands in
 * the ring of the interface that it is on, or of its consumer when the start is that interface.
 */
export function accessByRing({ interfaces, consumers }: ImpactEnds): AccessCountShape[] {
  const ringOf = new Map(interfaces.map(({ code, ring }) => [code, ring]));
  const grants = new Map(
    consumers.flatMap(({ ring, authorizations }) =>
      authorizations.map((grant) => [grant.code, ringOf.get(grant.interface) ?? ring] as const),
    ),
  );
  return Ring.options.map((ring) => ({
    ring,
    interfaceCount: interfaces.filter((row) => row.ring === ring).length,
    consumerCount: consumers.filter((row) => row.ring === ring).length,
    authorizationCount: [...grants.values()].filter((own) => own === ring).length,
  }));
}
