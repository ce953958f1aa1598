import { describe, expect, it } from 'vitest';
import type { QuickSearchQuery } from '@/lib/api/gql/graphql';
import { searchGroups } from './search-groups';

type Edge = QuickSearchQuery['fields']['edges'][number];
const none = { totalCount: 0, edges: [] };
const department = (score: number): Edge => ({
  node: {
    score,
    highlights: [{ property: 'name', text: '\u0001城运\u0002中心' }],
    node: { __typename: 'Department', id: 'd1', code: 'CN-CYZX', shortName: '区城运中心', datasetCount: 3 },
  },
});
const field = (score: number): Edge => ({
  node: {
    score,
    highlights: [{ property: 'column', text: '\u0001zjhm\u0002' }],
    node: {
      __typename: 'Field',
      id: 'f1',
      path: 'zjhm',
      fieldTitle: '证件号码',
      grade: 'L4',
      personalInfo: 'SENSITIVE',
      dataset: { id: 's1', title: '人口' },
    },
  },
});

describe('what was found', () => {
  it('comes by kind, the kind with the best hit first', () => {
    const found: QuickSearchQuery = {
      datasets: none,
      fields: { totalCount: 9, edges: [field(2)] },
      interfaces: none,
      departments: { totalCount: 1, edges: [department(5)] },
    };
    const groups = searchGroups(found, 'zj');
    expect(groups.map(({ kind, total, more }) => ({ kind, total, more }))).toEqual([
      { kind: 'Department', total: 1, more: null },
      { kind: 'Field', total: 9, more: '/catalogue?q=zj&kind=FIELD' },
    ]);
    expect(groups[0]?.hits[0]).toMatchObject({
      title: '\u0001城运\u0002中心',
      href: '/catalogue?department=CN-CYZX',
    });
    expect(groups[1]?.hits[0]).toMatchObject({ title: '证件号码', context: '人口 · zjhm', grade: 'L4' });
  });
});
