import { describe, expect, it } from 'vitest';
import { type BackflowLink, Code, type Delivery, datasetIdOf } from '../model/index.js';
import { closureOf } from './closure.js';

const [a, b, c] = ['a', 'b', 'c'].map((name) => datasetIdOf('pg', name)) as [
  ReturnType<typeof datasetIdOf>,
  ReturnType<typeof datasetIdOf>,
  ReturnType<typeof datasetIdOf>,
];
const link = (code: string, more: Partial<BackflowLink>): BackflowLink => ({
  code: Code.parse(code),
  name: code,
  from: c,
  to: c,
  serves: Code.parse('HY'),
  collected: a,
  state: 'LANDED',
  mode: 'TABLE',
  cadence: 'DAILY',
  mapping: [],
  regionFilter: '',
  legalBasis: '',
  expiresOn: null,
  ...more,
});
const delivery = (of: string, rowsLanded: number): Delivery => ({
  id: `${of}-1`,
  link: Code.parse(of),
  state: 'LANDED',
  dueOn: '2026-11-01',
  collectedAt: null,
  sentAt: '2026-11-01T00:00:00.000Z',
  landedAt: '2026-11-01T12:00:00.000Z',
  rowsSent: 100,
  rowsLanded,
  rowsRejected: 0,
  note: '',
});
const closure = (reported: Parameters<typeof closureOf>[1], links: BackflowLink[], deliveries: Delivery[]) =>
  closureOf(
    Code.parse('HY'),
    reported,
    links,
    (code) => deliveries.filter((row) => row.link === code),
    '2026-11-24',
  );

describe('the closure of a unit', () => {
  it('divides what has landed again by everything that was reported, each dataset once', () => {
    const row = closure([a, b], [link('L1', {}), link('L2', {})], [delivery('L1', 90), delivery('L2', 10)]);
    expect(row).toMatchObject({
      closureRate: 0.5,
      rowsSent: 200,
      rowsLanded: 100,
      landingRate: 0.5,
      daysToReturn: 0.5,
      onTimeRate: 1,
    });
  });

  it('does not count links that are broken or brought nothing', () => {
    const row = closure(
      [a],
      [link('L1', { state: 'BROKEN' }), link('L2', { state: 'OVERDUE', collected: b })],
      [delivery('L1', 90), delivery('L2', 0)],
    );
    expect(row).toMatchObject({ closureRate: 0, broken: 1, overdue: 1 });
    expect(row.reported).toHaveLength(2);
  });

  it('has no rate where nothing was reported', () => {
    expect(closure([], [link('L1', { collected: null })], [])).toMatchObject({
      closureRate: null,
      landingRate: null,
      onTimeRate: null,
    });
  });
});
