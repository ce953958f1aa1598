import {
  type Exposure,
  type Grade,
  gradeRank,
  type Interface,
  isReversible,
  MaskingMethod,
} from '@yuanliu/graph';
import { addDays, instant } from '../../../calendar.js';
import { createRng } from '../../../rng.js';
import type { SeedDataset } from '../../scenario.js';
import { landedKey } from '../datasets/subdistricts.js';
import { SUBDISTRICTS } from '../departments.js';

/** An interface as it is written down; `expose` = columns of one table, `column:METHOD` where masked on the way out. */
export interface InterfaceSpec {
  code: string;
  name: string;
  scene: string;
  provider: string;
  table: string;
  expose: string;
  state?: Interface['state'];
  /** Declared window, quota. */
  window?: readonly [number, number];
  quota?: number;
}

type Row = readonly [
  code: string,
  name: string,
  scene: string,
  provider: string,
  table: string,
  expose: string,
];
const COVERED = 'xm zjhm:COVER jzdz rklbdm jzdm';

const ROWS: readonly Row[] = [
  [
    'IF-QY-001',
    '企业专属网页画像查询',
    'SC-QYWY',
    'CN-ZWFW',
    'ads_qy_zswy_df',
    'tyshxydm qymc zcbq bjs zzs txsx lxdh:COVER',
  ],
  [
    'IF-QY-002',
    '企业基本信息查询',
    'SC-QYWY',
    'CN-SCJG',
    'dwd_fr_qy_df',
    'tyshxydm qymc frxm frzjhm:COVER zczb clrq djzt zs hydm lxdh jzdm',
  ],
  [
    'IF-QY-003',
    '企业公示信息查询',
    'SC-QYWY',
    'CN-SCJG',
    'dwd_fr_qygk_df',
    'tyshxydm qymc frxm_tm zczb clrq djzt hydm',
  ],
  ['IF-QY-004', '企业许可查询', 'SC-QYWY', 'CN-SCJG', 'dwd_fr_xk_df', 'xkzbh tyshxydm qymc xklb yxqz xkzt'],
  ['IF-QY-005', '惠企政策目录查询', 'SC-QYWY', 'CN-TCB', 'ods_zw_zcml_wf', 'zcbm zcmc zcbq_ml syhy yxqz'],
  [
    'IF-CC-001',
    '餐厨废弃物申报查询',
    'SC-CCFQ',
    'CN-LHSR',
    'ods_hb_ccsb_df',
    'csdw tyshxydm sbl ts syqy lxr sjh:COVER htqx',
  ],
  [
    'IF-CC-002',
    '餐厨申报收运比对',
    'SC-CCFQ',
    'CN-LHSR',
    'dwd_cc_sbsy_df',
    'csdw tyshxydm xkzbh sbl zl czl_cc syqy',
  ],
  [
    'IF-CC-003',
    '餐厨监管预警推送',
    'SC-CCFQ',
    'CN-LHSR',
    'ads_cc_jgyj_df',
    'csdw tyshxydm czl_cc lxr sjh jzdm fxdj',
  ],
  [
    'IF-SSM-001',
    '企业随申码亮码',
    'SC-SSM',
    'CN-ZWFW',
    'ads_qy_ssm_rt',
    'tyshxydm qymc mz:HASH mzt zzs fxdj',
  ],
  [
    'IF-SSM-002',
    '企业随申码核验记录查询',
    'SC-SSM',
    'CN-ZWFW',
    'dwd_ssm_hy_df',
    'tyshxydm qymc mzt hyjg hysj sxbmmc',
  ],
  [
    'IF-FX-001',
    '易积水点位查询',
    'SC-FTFX',
    'CN-JGW',
    'ods_fx_yjsd_yf',
    'dwbh dwmc_d dlmc jzdm jd wd cy czya zrr zrrdh:COVER',
  ],
  ['IF-FX-002', '积水监测实时值', 'SC-FTFX', 'CN-CYZX', 'ods_fx_jsjc_rt', 'dwbh ss jcsj gjj'],
  [
    'IF-FX-003',
    '防汛指挥调度',
    'SC-FTFX',
    'CN-CYZX',
    'ads_fx_zhdd_rt',
    'dwbh dwmc_d jzdm ss gjj yl zrr zrrdh azdmc krnrs',
  ],
  [
    'IF-FX-004',
    '汛期需转移人群查询',
    'SC-FTFX',
    'CN-YJJ',
    'ads_fx_zyrq_rt',
    'xm zjhm_tm lxdh jzdz jzdm nl dwbh gjj',
  ],
  ['IF-HB-001', '扬尘噪声实时值', 'SC-ZHHB', 'CN-STHJ', 'ods_hb_yczs_rt', 'sbbm klw zsz jcsj dj'],
  [
    'IF-HB-002',
    '智慧环保预警推送',
    'SC-ZHHB',
    'CN-STHJ',
    'ads_hb_yczs_rt',
    'sbbm gdmc_gd sgdw zrr zrrdh klw zsz gjj jcsj',
  ],
  ['IF-HB-003', '渣土联合监管预警', 'SC-ZHHB', 'CN-CGZF', 'ads_zd_jg_rt', 'cph ysqy zyzh clzt gjcs fxdj'],
  [
    'IF-HB-004',
    '渣土车作业轨迹查询',
    'SC-ZHHB',
    'CN-LHSR',
    'dwd_zd_zygj_rt',
    'cph ysqy gj_sj gj_jd:ROUND gj_wd:ROUND sd',
  ],
  ['IF-MF-001', '数字民防一张图', 'SC-SZMF', 'CN-GDB', 'ads_mf_sz_mf', 'gcbh gcmc gcwz gcdj psyt zgzt jzdm'],
  ['IF-MF-002', '民防检查整改统计', 'SC-SZMF', 'CN-GDB', 'dws_mf_zg_mf', 'jzdm gcs jccs zgl tjyf'],
  [
    'IF-CG-001',
    '城管案件查询',
    'SC-ZHCG',
    'CN-CGZF',
    'ods_cg_zfaj_df',
    'ah dsr dsrzjhm:COVER tyshxydm ay fadd ajzt jzdm',
  ],
  [
    'IF-CG-002',
    '智慧城管案事件看板',
    'SC-ZHCG',
    'CN-CGZF',
    'ads_cg_zhcg_df',
    'jzdm zjhm_sm3 ay ajs sjs jal_kb',
  ],
  [
    'IF-CG-003',
    '网格事件查询',
    'SC-ZHCG',
    'CN-CYZX',
    'dwd_cg_sj_rt',
    'sjh_sj sjlb wgbm jzdm dz sbsj czsj jasj',
  ],
  ['IF-CG-004', '店招店牌查询', 'SC-ZHCG', 'CN-LHSR', 'ods_cz_cph_df', 'dpbh ztmc dz jcrq jcjg'],
  [
    'IF-DJ-001',
    '新兴领域党建看板',
    'SC-XXDJ',
    'CN-SGB',
    'ads_dj_xxly_mf',
    'jzdm jzmc scztsl fgqys dzzfgl dys tjyf',
  ],
  ['IF-DJ-002', '党组织信息查询', 'SC-XXDJ', 'CN-ZZB', 'ods_dj_dzz_qf', 'dzzmc dzzlx sjxm lxdh:COVER jzdm'],
  ['IF-RK-001', '实有人口身份核验', 'SC-ZWBJ', 'CN-GAF', 'ods_syrk_jbxx_df', 'xm zjhm jzdm'],
  [
    'IF-RK-002',
    '自然人信息查询',
    'SC-JCRF',
    'CN-SJZX',
    'dwd_rk_zrr_df',
    'xm zjhm:COVER xbdm nl jzdz hjdz:K_ANON rklbdm jzdm lxdh',
  ],
  [
    'IF-RK-003',
    '人房关联查询',
    'SC-JCRF',
    'CN-SJZX',
    'dwd_rk_rfgl_df',
    'zjhm xm fwbm bzdz yhzgx rzrq jzdm wgbm',
  ],
  [
    'IF-RK-004',
    '人口分析脱敏服务',
    'SC-CYTS',
    'CN-SJZX',
    'dwd_rk_zrrtm_df',
    'zjhm_sm3 nld xbdm rklbdm jzdz_tm jzdm',
  ],
  ['IF-RK-005', '街镇人口统计', 'SC-CYTS', 'CN-SJZX', 'dws_rk_jz_df', 'jzdm jzmc rks rks60 rks14 hjrks tjrq'],
  ['IF-RK-006', '人口密文跨网传输', 'SC-ZWBJ', 'CN-SJZX', 'dwd_rk_zrrmw_df', 'zrr_id zjhm_mw:ENCRYPT jzdm'],
  [
    'IF-JC-001',
    '人房核对任务派发',
    'SC-JCRF',
    'CN-SJZX',
    'ads_jz_rfhd_df',
    'rwbh zjhm_tm xm_tm fwbm bzdz jzdm wgbm hcjg',
  ],
  [
    'IF-WL-001',
    '为老服务主动发现名单',
    'SC-WLFW',
    'CN-MZJ',
    'ads_rk_wlfw_df',
    'xm zjhm:COVER lxdh jzdz jzdm djbz fxdj',
  ],
  ['IF-WL-002', '补贴资格核验', 'SC-WLFW', 'CN-MZJ', 'dwd_rk_bzdx_mf', 'zjhm_sm3 btlx cbzt hcjg'],
  [
    'IF-ZW-001',
    '办件进度查询',
    'SC-ZWBJ',
    'CN-ZWFW',
    'dwd_zw_bj_df',
    'bjh sxmc sqrxm:COVER sqrzjhm:COVER sxbmmc slsj bjsj bjjg',
  ],
  ['IF-ZW-002', '个人专属主页', 'SC-ZWBJ', 'CN-ZWFW', 'ads_zw_grzy_df', 'zrr_id xm_tm nl bjs zzs ldrbz txsx'],
  [
    'IF-ZW-003',
    '电子证照目录查询',
    'SC-ZWBJ',
    'CN-ZWFW',
    'ods_zw_dzzz_df',
    'zzbs zzlx cyzt cyztdm:COVER yxqq yxqz',
  ],
  [
    'IF-RX-001',
    '热线诉求热点统计',
    'SC-CYTS',
    'CN-CYZX',
    'dws_rx_rd_df',
    'jzdm sqlb1 sqlb2 gds mydl pjsc tjrq',
  ],
  [
    'IF-AQ-001',
    '企业安全风险画像',
    'SC-QYWY',
    'CN-YJJ',
    'ads_qy_aqfx_wf',
    'tyshxydm qymc xks cfs tss fxf fxbq fxdj',
  ],
  ['IF-CY-001', '城运人口态势', 'SC-CYTS', 'CN-CYZX', 'ads_rk_cyjc_df', 'jzdm jzmc rks rks60 rjmj gds tjrq'],
];

/** Life cycle beside IN_USE; what is listed here has no calls in the last 30 days, but SUSPENDED until its day. */
const STATES: Record<string, Interface['state']> = {
  'IF-MF-002': 'PUBLISHED',
  'IF-CG-004': 'PUBLISHED',
  'IF-RK-006': 'SUSPENDED',
  'IF-WL-002': 'IN_REVIEW',
};
/** Called all day by design. */
const ALL_DAY = new Set(['IF-FX-002', 'IF-FX-003', 'IF-HB-001', 'IF-HB-002', 'IF-CG-003', 'IF-SSM-001']);

export const interfaceSpecs: InterfaceSpec[] = [
  ...ROWS.map(
    ([code, name, scene, provider, table, expose]): InterfaceSpec => ({
      code,
      name,
      scene,
      provider,
      table,
      expose,
      ...(STATES[code] ? { state: STATES[code] } : {}),
      window: ALL_DAY.has(code) ? [0, 24] : [8, 20],
      quota: ALL_DAY.has(code) ? 20_000 : 5_000,
    }),
  ),
  ...SUBDISTRICTS.map(
    ([code, name, , abbr]): InterfaceSpec => ({
      code: `IF-DC-${code}`,
      name: `${name}人口底册查询`,
      scene: 'SC-JCRF',
      provider: code,
      table: landedKey(abbr),
      expose: abbr === 'jsl' || abbr === 'bxj' ? COVERED : `${COVERED} lxdh:COVER`,
      window: [8, 20],
      quota: 1_000,
    }),
  ),
];

/** The grade of what leaves by an exposure (domain §3.3): an irreversible masking takes one level, never below L2. */
function exposedRank(grade: Grade | null, masking: MaskingMethod | null): number {
  const rank = gradeRank(grade);
  return masking !== null && !isReversible(masking) && rank > 2 ? rank - 1 : rank;
}

export function buildInterfaces(
  table: (key: string) => SeedDataset,
  now: number,
): { interfaces: Interface[]; exposures: Exposure[]; rankOf: Map<string, number> } {
  const rankOf = new Map<string, number>();
  const exposures = interfaceSpecs.flatMap((spec) =>
    spec.expose.split(' ').map((token): Exposure => {
      const [path, method] = token.split(':');
      const field = table(spec.table).fields.find((f) => f.path === path);
      if (!field || path === undefined) throw new Error(`${spec.code}: ${spec.table}.${path} does not exist`);
      const masking = method === undefined ? null : MaskingMethod.parse(method);
      rankOf.set(spec.code, Math.max(rankOf.get(spec.code) ?? 0, exposedRank(field.grade, masking)));
      return {
        interface: spec.code,
        field: field.id,
        alias: path,
        masking,
        reversible: masking !== null && isReversible(masking),
      };
    }),
  );
  const interfaces = interfaceSpecs.map((spec): Interface => {
    const rng = createRng(`interface/${spec.code}`);
    const state = spec.state ?? 'IN_USE';
    return {
      code: spec.code,
      name: spec.name,
      description: `按条件查询「${table(spec.table).title}」，由区大数据资源平台统一网关提供，返回合成演示数据。`,
      state,
      provider: spec.provider,
      scene: spec.scene,
      path: `/exchange/${spec.code.toLowerCase()}/v1`,
      method: 'POST',
      windowFrom: spec.window?.[0] ?? 8,
      windowTo: spec.window?.[1] ?? 20,
      dailyQuota: spec.quota ?? null,
      publishedAt: state === 'IN_REVIEW' ? null : instant(addDays(now, -rng.int(60, 700)) + 10 * 3_600_000),
      synthetic: true,
    };
  });
  return { interfaces, exposures, rankOf };
}
