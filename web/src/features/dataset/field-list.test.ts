import { describe, expect, it } from 'vitest';
import { type FieldRow, filterFields, sortFields } from './field-list';

const field = (path: string, more: Partial<FieldRow> = {}): FieldRow => ({
  id: path,
  path,
  ordinal: 0,
  type: null,
  title: '',
  description: '',
  grade: null,
  personalInfo: 'NONE',
  personalInfoKind: null,
  upstreamCount: 0,
  downstreamCount: 0,
  ...more,
});
const all = { text: '', grade: '', personal: '' } as const;
const rows = [
  field('zjhm', {
    title: '证件号码',
    grade: 'L4',
    personalInfo: 'SENSITIVE',
    downstreamCount: 3,
    ordinal: 1,
  }),
  field('xm', { title: '姓名', grade: 'L2', personalInfo: 'GENERAL', downstreamCount: 9, ordinal: 2 }),
  field('cjsj', { title: '采集时间', ordinal: 3 }),
];
const paths = (fields: FieldRow[]) => fields.map(({ path }) => path);

describe('the fields of a dataset', () => {
  it('are found by name, column or kind, whatever the case', () => {
    expect(paths(filterFields(rows, { ...all, text: '证件' }))).toEqual(['zjhm']);
    expect(paths(filterFields(rows, { ...all, text: 'XM' }))).toEqual(['xm']);
  });

  it('are narrowed by grade, not graded ones included, and by personal information', () => {
    expect(paths(filterFields(rows, { ...all, grade: 'NONE' }))).toEqual(['cjsj']);
    expect(paths(filterFields(rows, { ...all, grade: 'L4', personal: 'GENERAL' }))).toEqual([]);
  });

  it('are ordered by neighbours, most first', () => {
    expect(paths(sortFields(rows, 'downstream'))).toEqual(['xm', 'zjhm', 'cjsj']);
    expect(paths(sortFields(rows, 'ordinal'))).toEqual(['zjhm', 'xm', 'cjsj']);
  });
});
