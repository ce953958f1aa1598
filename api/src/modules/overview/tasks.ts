import type { BackflowClosure, InterfaceSummary, Role } from '@yuanliu/graph';

export const TASK_KINDS = [
  'BROKEN_BACKFLOW',
  'OVERDUE_BACKFLOW',
  'EXCEEDED_AUTHORIZATIONS',
  'REFUSED_EVENTS',
  'LATE_DATASETS',
  'EXPIRING_AUTHORIZATIONS',
  'IDLE_INTERFACES',
  'SUSPENDED_INTERFACES',
  'UNGRADED_FIELDS',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export interface Task {
  kind: TaskKind;
  count: number;
  /** Something is wrong now, not only worth a look. */
  urgent: boolean;
}

const WRONG: readonly TaskKind[] = [
  'BROKEN_BACKFLOW',
  'OVERDUE_BACKFLOW',
  'EXCEEDED_AUTHORIZATIONS',
  'REFUSED_EVENTS',
];

/** What each role looks after. */
const OF_ROLE: Record<Role, readonly TaskKind[]> = {
  GOVERNANCE: TASK_KINDS,
  OPERATIONS: [
    'REFUSED_EVENTS',
    'LATE_DATASETS',
    'BROKEN_BACKFLOW',
    'OVERDUE_BACKFLOW',
    'IDLE_INTERFACES',
    'SUSPENDED_INTERFACES',
  ],
  AUDITOR: ['EXCEEDED_AUTHORIZATIONS', 'EXPIRING_AUTHORIZATIONS', 'IDLE_INTERFACES', 'SUSPENDED_INTERFACES'],
  APPLICATION: ['EXCEEDED_AUTHORIZATIONS', 'EXPIRING_AUTHORIZATIONS', 'IDLE_INTERFACES', 'LATE_DATASETS'],
  SUBDISTRICT: ['BROKEN_BACKFLOW', 'OVERDUE_BACKFLOW', 'LATE_DATASETS', 'UNGRADED_FIELDS'],
};

/** Roles that look after the things of their own department only. */
export const LOCAL_ROLES: readonly Role[] = ['APPLICATION', 'SUBDISTRICT'];

export interface Situation {
  interfaces: InterfaceSummary;
  closures: readonly Pick<BackflowClosure, 'overdue' | 'broken'>[];
  lateDatasets: number;
  ungradedFields: number;
  refusedEvents: number;
}

/** What waits for a role: only what there is, wrong things first. Interfaces are counted, not authorisations: they are the list behind. */
export function tasksOf(role: Role, situation: Situation): Task[] {
  const sum = (of: 'overdue' | 'broken') => situation.closures.reduce((total, row) => total + row[of], 0);
  const counts: Record<TaskKind, number> = {
    BROKEN_BACKFLOW: sum('broken'),
    OVERDUE_BACKFLOW: sum('overdue'),
    EXCEEDED_AUTHORIZATIONS: situation.interfaces.interfacesExceeded,
    REFUSED_EVENTS: situation.refusedEvents,
    LATE_DATASETS: situation.lateDatasets,
    EXPIRING_AUTHORIZATIONS: situation.interfaces.interfacesExpiring,
    IDLE_INTERFACES: situation.interfaces.idle,
    SUSPENDED_INTERFACES: situation.interfaces.suspended,
    UNGRADED_FIELDS: situation.ungradedFields,
  };
  return TASK_KINDS.filter((kind) => OF_ROLE[role].includes(kind) && counts[kind] > 0).map((kind) => ({
    kind,
    count: counts[kind],
    urgent: WRONG.includes(kind),
  }));
}
