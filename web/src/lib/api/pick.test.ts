import { describe, expect, it } from 'vitest';
import { ranked } from './pick';

const field = (id: string, downstreamCount: number) => ({
  __typename: 'Field' as const,
  id,
  path: 'zjhm',
  fieldTitle: '证件号码',
  grade: null,
  downstreamCount,
  dataset: { title: id, provider: null },
});
const dataset = { __typename: 'Dataset' as const, id: 'd', title: 'd', grade: null, provider: null };

describe('things to choose', () => {
  it('put the fields from which most flows on first and leave the rest where it was', () => {
    const order = ranked([field('few', 1), dataset, field('many', 17), field('some', 3)]).map((node) =>
      'id' in node ? node.id : '',
    );
    expect(order).toEqual(['many', 'd', 'some', 'few']);
  });
});
