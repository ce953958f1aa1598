import { describe, expect, it } from 'vitest';
import { type Identity, identityGroups, nameParts } from './identity-groups';

const accounts: Identity[] = [
  { code: 'sub', name: '华阳路街道·数据专员', role: 'SUBDISTRICT', department: { shortName: '华阳路街道' } },
  { code: 'gov', name: '区数据局·治理专员', role: 'GOVERNANCE', department: { shortName: '区数据局' } },
  { code: 'rev', name: '区数据局·定级审核', role: 'GOVERNANCE', department: { shortName: '区数据局' } },
];
const codes = (typed: string) =>
  identityGroups(accounts, typed, (role) => (role === 'GOVERNANCE' ? '数据治理' : '街镇')).map((group) => [
    group.role,
    ...group.accounts.map(({ code }) => code),
  ]);

describe('the identities', () => {
  it('stand by role', () => {
    expect(codes('')).toEqual([
      ['GOVERNANCE', 'gov', 'rev'],
      ['SUBDISTRICT', 'sub'],
    ]);
  });

  it('are found by every word, be it name, role or code', () => {
    expect(codes('数据局 审核')).toEqual([['GOVERNANCE', 'rev']]);
    expect(codes('街镇')).toEqual([['SUBDISTRICT', 'sub']]);
    expect(codes('GOV')).toEqual([['GOVERNANCE', 'gov']]);
    expect(codes('审计')).toEqual([]);
  });
});

it('takes a name apart', () => {
  expect(nameParts('区数据局·治理专员')).toEqual({ place: '区数据局', post: '治理专员' });
  expect(nameParts('admin')).toEqual({ place: null, post: 'admin' });
});
