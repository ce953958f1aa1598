import { describe, expect, it } from 'vitest';
import { ranked } from './pick';

const field = (id: string, downstreamCount: number, score = 2.3) => ({
  score,
  node: {
    __typename: 'Field' as const,
    id,
    path: 'zjhm',
    fieldTitle: '证件号码',
    grade: null,
    downstreamCount,
    dataset: { title: id, provider: null },
  },
});
const dataset = {
  score: 2.6,
  node: { __typename: 'Dataset' as const, id: 'd', title: 'd', grade: null, provider: null },
};
const order = (...hits: Parameters<typeof ranked>[0]) =>
  ranked(hits).map((node) => ('id' in node ? node.id : ''));

describe('things to choose', () => {
  it('put the fields from which most flows on first and leave the rest where it was', () => {
    expect(order(field('few', 1), dataset, field('many', 17), field('some', 3))).toEqual([
      'many',
      'd',
      'some',
      'few',
    ]);
  });

  it('put a better match before a busier field', () => {
    expect(order(field('as typed', 1, 2.15), field('alike', 17, 2.1), field('busier', 40, 2.11))).toEqual([
      'as typed',
      'busier',
      'alike',
    ]);
  });
});
