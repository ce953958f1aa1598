import {
  EXPIRING_WITHIN_DAYS,
  holdsOn,
  type InterfaceFilter,
  idleDays,
  isExceeded,
  isExpiring,
} from '../model/index.js';
import type { InterfaceFacts } from './list-facts.js';

/** Authorisations that hold on a day and end within some days of it. */
export function expiringOf(
  { grants }: Pick<InterfaceFacts, 'grants'>,
  day: string,
  within: number = EXPIRING_WITHIN_DAYS,
): number {
  return grants.filter((grant) => isExpiring(grant, day, within)).length;
}

/** Authorisations that hold on a day though the interface now gives out more than was approved. */
export function exceededOf({ grants, grade }: Pick<InterfaceFacts, 'grants' | 'grade'>, day: string): number {
  return grants.filter((grant) => holdsOn(grant, day) && isExceeded(grant, grade)).length;
}

/** Interfaces that consumers of some departments may or might call, with their authorisations only; all for null. */
export function usedBy(
  rows: readonly InterfaceFacts[],
  departments: readonly string[] | null,
): InterfaceFacts[] {
  if (departments === null) return [...rows];
  return rows
    .map((row) => ({
      ...row,
      grants: row.grants.filter(({ operatedBy }) => operatedBy !== null && departments.includes(operatedBy)),
    }))
    .filter(({ grants }) => grants.length > 0);
}

/** The conditions of a filter beside its text, one by one, so that a facet can leave its own out. */
export const CONDITIONS = {
  state: ({ state }, filter) => filter.state === null || filter.state.includes(state),
  department: ({ provider }, filter) =>
    filter.department === null || (provider !== null && filter.department.includes(provider)),
  scene: ({ scene }, filter) => filter.scene === null || (scene !== null && filter.scene.includes(scene)),
  grade: ({ grade }, filter) =>
    (filter.grade === null && !filter.ungraded) ||
    (grade === null ? filter.ungraded : (filter.grade ?? []).includes(grade)),
  idle: (row, filter, day) => {
    if (filter.idleDays === null) return true;
    const idle = idleDays(row.lastAt, day);
    return row.state === 'IN_USE' && (idle === null || idle >= filter.idleDays);
  },
  expiring: (row, filter, day) =>
    filter.expiringWithinDays === null || expiringOf(row, day, filter.expiringWithinDays) > 0,
  exceeded: (row, filter, day) => !filter.exceeded || exceededOf(row, day) > 0,
} satisfies Record<string, (row: InterfaceFacts, filter: InterfaceFilter, day: string) => boolean>;

/** All conditions, or all but one. */
export function passes(
  row: InterfaceFacts,
  filter: InterfaceFilter,
  { day }: { day: string },
  but?: keyof typeof CONDITIONS,
): boolean {
  return (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).every(
    (name) => name === but || CONDITIONS[name](row, filter, day),
  );
}
