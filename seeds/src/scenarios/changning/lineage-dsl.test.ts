import { describe, expect, test } from 'vitest';
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

describe('one description of a step', () => {
  test('gives statement and flows of each kind', () => {
    const job = build({});
    expect(job.sql).toContain("WHERE m.xbdm = '1'\nGROUP BY m.jzdm");
    expect(job.flows.map((f) => `${f.from.field} ${f.type}/${f.subtype} ${f.toField ?? '(whole)'}`)).toEqual([
      'jzdm DIRECT/IDENTITY jzdm',
      'nld DIRECT/IDENTITY nld_tj',
      'zjhm_sm3 DIRECT/AGGREGATION rks_tj',
      'rklbdm INDIRECT/CONDITIONAL rks_tj',
      'xbdm INDIRECT/FILTER (whole)',
      'jzdm INDIRECT/GROUP_BY (whole)',
    ]);
  });

  test('masks by its macros and says how', () => {
    const masked = catalogue.jobs.find((j) => j.name === 'dwd.mask_rk_zrr');
    const cover = masked?.flows.find((f) => f.toField === 'zjhm_tm');
    expect(cover).toMatchObject({ masking: 'COVER', description: 'masking=COVER; 保留前 6 后 4 位' });
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
