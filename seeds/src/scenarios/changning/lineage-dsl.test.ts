import { describe, expect, test } from 'vitest';
import { sqlFlows } from '../../sql-flows.js';
import { buildCatalogue, type Catalogue } from './catalogue.js';
import { buildJob } from './lineage-dsl.js';

const catalogue: Catalogue = buildCatalogue(Date.parse('2026-11-23T16:00:00Z'));
const base = { name: 'x', title: 'x', out: 'dws_rk_nl_mf', from: 'dwd_rk_zrrtm_df m' };
const build = (spec: object) =>
  buildJob(
    {
      ...base,
      select: `
        jzdm = m.jzdm
        nld_tj = m.nld
        rks_tj = count(distinct case when m.rklbdm = '01' then m.zjhm_sm3 end)`,
      where: "m.xbdm = '1'",
      group: 'm.jzdm',
      ...spec,
    },
    catalogue.table,
  );

describe('a step, written down briefly', () => {
  test('gives a statement from which flows of each kind are read', () => {
    const job = build({});
    expect(job.sql).toContain("WHERE m.xbdm = '1'\nGROUP BY m.jzdm");
    expect(
      sqlFlows(catalogue, job).map(
        ({ field, kind, subtype, toField }) => `${field} ${kind}/${subtype} ${toField ?? '(whole)'}`,
      ),
    ).toEqual([
      'jzdm DIRECT/IDENTITY jzdm',
      'nld DIRECT/IDENTITY nld_tj',
      'zjhm_sm3 DIRECT/AGGREGATION rks_tj',
      'rklbdm INDIRECT/CONDITIONAL rks_tj',
      'xbdm INDIRECT/FILTER (whole)',
      'jzdm INDIRECT/GROUP_BY (whole)',
    ]);
  });

  test('masks by its macros', () => {
    const masked = catalogue.jobs.find((j) => j.name === 'dwd.mask_rk_zrr');
    const maskingOf = (column: string) =>
      sqlFlows(catalogue, masked!).find(({ toField }) => toField === column)?.masking;
    expect([maskingOf('zjhm_tm'), maskingOf('zjhm_sm3')]).toEqual(['COVER', 'HASH']);
    expect(masked?.sql).toContain("concat(left(p.zjhm, 6), '********', right(p.zjhm, 4)) as zjhm_tm");
    expect(masked?.sql).toContain('sm3(concat(p.zjhm, :salt)) as zjhm_sm3');
  });

  test('refuses tables, columns and outputs that are not there', () => {
    expect(() => build({ from: 'nothing m' })).toThrow('no dataset nothing');
    expect(() => build({ where: 'm.nothing = 1' })).toThrow('m.nothing does not exist');
    expect(() => build({ select: 'jzdm = m.jzdm' })).toThrow('nothing fills dws_rk_nl_mf.nld_tj');
    expect(() => build({ select: '*m\nnld_tj = m.nld\nrks_tj = 1\nmore = 1' })).toThrow('has no more');
  });
});
