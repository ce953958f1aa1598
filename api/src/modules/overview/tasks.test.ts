import { describe, expect, it } from 'vitest';
import { type Situation, tasksOf } from './tasks.js';

const situation: Situation = {
  interfaces: {
    active: 5,
    idle: 2,
    suspended: 1,
    other: 0,
    total: 8,
    interfacesExpiring: 3,
    interfacesExceeded: 4,
    authorizationsValid: 9,
    authorizationsExpiring: 3,
    authorizationsEnded: 1,
    authorizationsExceeded: 6,
  },
  closures: [
    { overdue: 1, broken: 0 },
    { overdue: 1, broken: 1 },
  ],
  lateDatasets: 7,
  ungradedFields: 0,
  refusedEvents: 0,
};
const kinds = (role: Parameters<typeof tasksOf>[0]) => tasksOf(role, situation).map(({ kind }) => kind);

describe('what waits for a role', () => {
  it('is what there is of what the role looks after, wrong things first', () => {
    expect(tasksOf('GOVERNANCE', situation)).toEqual([
      { kind: 'BROKEN_BACKFLOW', count: 1, urgent: true },
      { kind: 'OVERDUE_BACKFLOW', count: 2, urgent: true },
      { kind: 'EXCEEDED_AUTHORIZATIONS', count: 4, urgent: true },
      { kind: 'LATE_DATASETS', count: 7, urgent: false },
      { kind: 'EXPIRING_AUTHORIZATIONS', count: 3, urgent: false },
      { kind: 'IDLE_INTERFACES', count: 2, urgent: false },
      { kind: 'SUSPENDED_INTERFACES', count: 1, urgent: false },
    ]);
  });

  it('leaves out what others look after', () => {
    expect(kinds('SUBDISTRICT')).toEqual(['BROKEN_BACKFLOW', 'OVERDUE_BACKFLOW', 'LATE_DATASETS']);
    expect(kinds('AUDITOR')).not.toContain('LATE_DATASETS');
    expect(kinds('APPLICATION')).not.toContain('OVERDUE_BACKFLOW');
  });
});
