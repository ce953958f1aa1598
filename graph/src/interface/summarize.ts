import type { Db } from '../db/index.js';
import { type Code, holdsOn, IDLE_AFTER_DAYS, idleDays, type Viewer } from '../model/index.js';
import type { InterfaceFacts } from './list-facts.js';
import { type Candidates, listCandidates } from './list-interfaces.js';
import { exceededOf, expiringOf, usedBy } from './passes.js';

export interface InterfaceSummary {
  /** In use and called within the idle days. */
  active: number;
  /** In use, yet without a call for {@link IDLE_AFTER_DAYS} days. */
  idle: number;
  suspended: number;
  other: number;
  total: number;
  /** Interfaces with an authorisation of each kind, so that the number opens its list; then authorisations. */
  interfacesExpiring: number;
  interfacesExceeded: number;
  authorizationsValid: number;
  authorizationsExpiring: number;
  authorizationsEnded: number;
  authorizationsExceeded: number;
}

const sum = (rows: readonly InterfaceFacts[], of: (row: InterfaceFacts) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

/** Interfaces by use and authorisations by validity today; only what consumers of a department call when one is named. */
export async function summarizeInterfaces(
  db: Db,
  _viewer: Viewer,
  department: Code | null = null,
  candidates?: Candidates,
): Promise<InterfaceSummary> {
  const { facts, day } = candidates ?? (await listCandidates(db));
  const rows = usedBy(facts, department === null ? null : [department]);
  const inUse = rows.filter(({ state }) => state === 'IN_USE');
  const idle = inUse.filter((row) => (idleDays(row.lastAt, day) ?? IDLE_AFTER_DAYS) >= IDLE_AFTER_DAYS);
  const suspended = rows.filter(({ state }) => state === 'SUSPENDED').length;
  const valid = sum(rows, ({ grants }) => grants.filter((grant) => holdsOn(grant, day)).length);
  return {
    active: inUse.length - idle.length,
    idle: idle.length,
    suspended,
    other: rows.length - inUse.length - suspended,
    total: rows.length,
    interfacesExpiring: rows.filter((row) => expiringOf(row, day) > 0).length,
    interfacesExceeded: rows.filter((row) => exceededOf(row, day) > 0).length,
    authorizationsValid: valid,
    authorizationsExpiring: sum(rows, (row) => expiringOf(row, day)),
    authorizationsEnded: sum(rows, ({ grants }) => grants.length) - valid,
    authorizationsExceeded: sum(rows, (row) => exceededOf(row, day)),
  };
}
