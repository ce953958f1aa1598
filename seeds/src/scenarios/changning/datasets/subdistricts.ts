import type { SourceSystem } from '@yuanliu/graph';
import type { DatasetSpec } from '../dataset-spec.js';
import { SUBDISTRICTS } from '../departments.js';

/** Persons with a collected record, made up, near the relation of the ten units to each other. */
const ROWS: Record<string, number> = {
  hyl: 61_200,
  jsl: 43_900,
  xhl: 58_300,
  zjq: 47_600,
  tsl: 59_800,
  xxxc: 66_400,
  hq: 38_200,
  cjq: 24_700,
  bxj: 37_500,
  xjz: 89_100,
};

export const subdistrictSystems: SourceSystem[] = SUBDISTRICTS.map(([, name, , abbr]) => ({
  code: `SYS-JZ_${abbr.toUpperCase()}`,
  name: `${name}社区治理平台`,
  uri: `mysql://jz-jz_${abbr}.changning:3306`,
}));

export const collectedKey = (abbr: string): string => `${abbr}_rf_cj`;
export const landedKey = (abbr: string): string => `${abbr}_rk_hl`;

/** Each of the ten units has the table it collects in and the table in which the returned data land. */
export const subdistricts: DatasetSpec[] = SUBDISTRICTS.flatMap(([code, name, , abbr]): DatasetSpec[] => {
  const shared = {
    provider: code,
    library: 'T-JCRF',
    subject: 'PERSON',
    theme: '民政社区',
    spatial: name,
  } as const;
  const rows = ROWS[abbr] ?? 40_000;
  return [
    {
      ...shared,
      name: `JZ_${abbr.toUpperCase()}:sqzl.${collectedKey(abbr)}`,
      title: `${name}人房采集登记`,
      abstract: `${name}网格员上门采集的人员与房屋信息，按日上报区级平台。`,
      layer: 'SOURCE',
      freq: 'DAILY',
      rows,
      share: ['C', '经区级平台汇聚上报，不直接对外提供。'],
      keywords: '采集 人房 上门',
      fields: 'xm zjhm xbdm csrq hjdz jzdz fwbm yhzgx rzrq lxdh cjr cjsj wgbm hcjg',
      ...(abbr === 'cjq' ? { late: 6 } : {}),
    },
    {
      ...shared,
      name: `JZ_${abbr.toUpperCase()}:sqzl.${landedKey(abbr)}`,
      title: `${name}人口回流底册`,
      abstract: `市、区归并后返还${name}的本辖区人口底册，供核对、走访与服务使用。`,
      layer: 'LANDING',
      freq: abbr === 'hyl' || abbr === 'xxxc' || abbr === 'xjz' ? 'WEEKLY' : 'MONTHLY',
      rows: Math.round(rows * 1.08),
      share: ['C', '仅限本街镇内部使用，不得转供第三方。'],
      keywords: '回流 落地 底册',
      fields:
        abbr === 'jsl' || abbr === 'bxj'
          ? 'xm zjhm xbdm csrq jzdz rklbdm fwbm jzdm'
          : 'xm zjhm xbdm mzdm csrq jzdz hjdz rklbdm fwbm jzdm lxdh',
      ...(abbr === 'cjq' ? { late: 74 } : abbr === 'zjq' || abbr === 'bxj' ? { late: 43 } : {}),
    },
  ];
});
