import { describe, expect, it } from 'vitest';
import { Code, InterfaceFilter } from '../model/index.js';
import { facetsOf } from './facets.js';
import type { InterfaceFacts } from './list-facts.js';
import { passes, usedBy } from './passes.js';
import { inOrder } from './sort-facts.js';

const on = { day: '2026-11-24' };
const grant = (more: Partial<InterfaceFacts['grants'][number]> = {}): InterfaceFacts['grants'][number] => ({
  consumer: Code.parse('APP'),
  operatedBy: Code.parse('MZ'),
  state: 'AUTHORIZED',
  validFrom: '2026-01-01',
  validTo: '2027-01-01',
  approvedGrade: 'L3',
  ...more,
});
const facts = (code: string, more: Partial<InterfaceFacts> = {}): InterfaceFacts => ({
  code: Code.parse(code),
  name: code,
  state: 'IN_USE',
  provider: Code.parse('GA'),
  scene: null,
  grade: 'L3',
  calls: 10,
  lastAt: '2026-11-23T17:00:00.000Z',
  grants: [grant()],
  ...more,
});
const chosen = (rows: InterfaceFacts[], filter: Parameters<typeof InterfaceFilter.parse>[0]) =>
  rows.filter((row) => passes(row, InterfaceFilter.parse(filter), on)).map(({ code }) => code);

describe('choosing interfaces', () => {
  it('calls idle what is in use and was not called for so many days of China, never called included', () => {
    const rows = [
      facts('NOW', { lastAt: '2026-11-23T17:00:00.000Z' }),
      facts('OLD', { lastAt: '2026-10-25T15:59:00.000Z' }),
      facts('NEVER', { lastAt: null }),
      facts('STOPPED', { lastAt: null, state: 'SUSPENDED' }),
    ];
    expect(chosen(rows, { idleDays: 30 })).toEqual(['OLD', 'NEVER']);
    expect(chosen(rows, { idleDays: 31 })).toEqual(['NEVER']);
  });

  it('calls expiring what holds and ends within so many days', () => {
    const rows = [
      facts('SOON', { grants: [grant({ validTo: '2026-12-24' })] }),
      facts('LATER', { grants: [grant({ validTo: '2026-12-25' })] }),
      facts('ENDED', { grants: [grant({ validTo: '2026-11-24' })] }),
      facts('TAKEN', { grants: [grant({ validTo: '2026-12-01', state: 'REVOKED' })] }),
    ];
    expect(chosen(rows, { expiringWithinDays: 30 })).toEqual(['SOON']);
  });

  it('calls exceeded what gives out more than a holding authorisation was approved for', () => {
    const rows = [
      facts('MORE', { grade: 'L4' }),
      facts('SAME'),
      facts('UNKNOWN', { grade: 'L4', grants: [grant({ approvedGrade: null })] }),
      facts('OVER', { grade: 'L4', grants: [grant({ state: 'EXPIRED' })] }),
    ];
    expect(chosen(rows, { exceeded: true })).toEqual(['MORE']);
  });

  it('counts only the authorisations of the departments that are named', () => {
    const rows = [
      facts('A', { grants: [grant(), grant({ operatedBy: Code.parse('WJ'), validTo: '2026-12-01' })] }),
      facts('B', { grants: [grant({ operatedBy: null })] }),
    ];
    const mine = usedBy(rows, ['MZ']);
    expect(mine.map(({ code, grants }) => [code, grants.length])).toEqual([['A', 1]]);
    expect(chosen(mine, { expiringWithinDays: 30 })).toEqual([]);
  });

  it('counts each facet under the conditions of the others', () => {
    const rows = [
      facts('A'),
      facts('B', { state: 'SUSPENDED' }),
      facts('C', { grade: null, state: 'SUSPENDED' }),
    ];
    const facets = facetsOf(rows, InterfaceFilter.parse({ state: ['SUSPENDED'] }), on);
    const of = (name: string) => facets.find((facet) => facet.name === name)?.values;
    expect(of('state')).toEqual([
      { value: 'SUSPENDED', count: 2 },
      { value: 'IN_USE', count: 1 },
    ]);
    expect(of('grade')).toEqual([
      { value: 'L3', count: 1 },
      { value: 'NONE', count: 1 },
    ]);
  });

  it('orders over all of them and keeps equal ones by name', () => {
    const rows = [facts('A', { calls: 5 }), facts('B', { calls: 9 }), facts('C', { calls: 5, lastAt: null })];
    const codes = (...args: [Parameters<typeof inOrder>[1], boolean]) =>
      inOrder(rows, ...args).map(({ code }) => code);
    expect(codes('CALLS', true)).toEqual(['B', 'A', 'C']);
    expect(codes('CALLS', false)).toEqual(['A', 'C', 'B']);
    expect(codes('IDLE', true)).toEqual(['C', 'A', 'B']);
  });
});
