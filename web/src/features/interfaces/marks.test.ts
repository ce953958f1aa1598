import { describe, expect, it } from 'vitest';
import { marksOf } from './marks';

const calm = {
  state: 'IN_USE',
  idleDays: 0,
  exceededAuthorizationCount: 0,
  expiringAuthorizationCount: 0,
  authorizations: [{ valid: true }, { valid: false }],
};

describe('marks of an interface', () => {
  it('are none when all is in order', () => {
    expect(marksOf(calm)).toEqual([]);
  });

  it('tell idle from never called, only while in use', () => {
    expect(marksOf({ ...calm, idleDays: 29 })).toEqual([]);
    expect(marksOf({ ...calm, idleDays: 30 })).toEqual([{ kind: 'idle', days: 30 }]);
    expect(marksOf({ ...calm, idleDays: null })).toEqual([{ kind: 'neverCalled' }]);
    expect(marksOf({ ...calm, state: 'PUBLISHED', idleDays: null })).toEqual([]);
  });

  it('show authorisations that outlive a suspended interface, after those that are exceeded', () => {
    expect(marksOf({ ...calm, state: 'SUSPENDED', exceededAuthorizationCount: 2 })).toEqual([
      { kind: 'exceeded', count: 2 },
      { kind: 'lingering', count: 1 },
    ]);
  });
});
