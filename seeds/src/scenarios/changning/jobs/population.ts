import { collectedKey, landedKey } from '../datasets/subdistricts.js';
import { SUBDISTRICTS } from '../departments.js';
import type { CoarseJobSpec, JobSpec } from '../lineage-dsl.js';

/** Collected in ten units, gathered, reported up, merged, and back: the loops around 实有人口基础信息. */
const loops: JobSpec[] = [
  ...SUBDISTRICTS.map(
    ([code, name, , abbr]): JobSpec => ({
      name: `ods.gather_rfcj_${abbr}`,
      title: `${name}人房采集上报`,
      out: 'ods_jz_rfcj_di',
      from: `${collectedKey(abbr)} s`,
      select: `
        *s
        jzdz = trim(s.jzdz)
        jzdm = '${code}'`,
      where: "s.hcjg <> '退回'",
    }),
  ),
  {
    name: 'city.report_rfsb',
    title: '人房信息上报市级归集',
    out: 'jz_rfsb_310105',
    from: 'ods_jz_rfcj_di a',
    joins: ['left join ods_kj_jzqh_yf q on a.jzdm = q.jzdm'],
    select: '*a',
    where: "a.scbz = '0'",
  },
  {
    name: 'city.merge_syrk',
    title: '市级实有人口归并',
    out: 'rk_syrk',
    from: 'jz_rfsb_310105 r',
    joins: ['left join rk_hj h on r.zjhm = h.zjhm'],
    select: `
      *r
      xm = coalesce(h.xm, r.xm)
      mzdm = h.mzdm
      hjdz = coalesce(h.hjdz, r.hjdz)
      rklbdm = case when h.zjhm is null then '02' else '01' end`,
  },
  {
    name: 'city.merge_rfgl',
    title: '市级人房关联校核',
    out: 'rf_gl',
    from: 'jz_rfsb_310105 r',
    joins: ['join rk_syrk p on r.zjhm = p.zjhm'],
    select: `
      *r
      cjr = '区级归集'`,
  },
  {
    name: 'ods.merge_syrk_jbxx',
    title: '实有人口三路归并',
    out: 'ods_syrk_jbxx_df',
    from: 'ods_syrk_sjhl_di c',
    joins: [
      'left join ods_gaf_rkjz_df g on c.zjhm = g.zjhm',
      'left join ods_jz_rfcj_di r on c.zjhm = r.zjhm',
    ],
    select: `
      *c
      zjhm = coalesce(c.zjhm, g.zjhm, r.zjhm)
      xm = coalesce(c.xm, g.xm)
      jzdz = coalesce(r.jzdz, g.jzdz, c.jzdz)
      fwbm = coalesce(r.fwbm, c.fwbm)
      jzdm = coalesce(r.jzdm, c.jzdm)
      lxdh = coalesce(r.lxdh, c.lxdh)
      cjsj = r.cjsj`,
    where: "c.scbz = '0'",
    // The third way, what sub-districts collect house by house, came later; it took over the telephone number.
    before: {
      select: `
        zjhm = coalesce(c.zjhm, g.zjhm)
        jzdz = coalesce(g.jzdz, c.jzdz)
        fwbm = c.fwbm
        jzdm = c.jzdm
        lxdh = coalesce(g.lxdh, c.lxdh)`,
      until: 90,
    },
  },
  ...(['hyl', 'xhl', 'xjz'] as const).map(
    (abbr): JobSpec => ({
      name: `jz.verify_rf_${abbr}`,
      title: `${SUBDISTRICTS.find((s) => s[3] === abbr)?.[1]}底册核对回填`,
      out: collectedKey(abbr),
      from: `${landedKey(abbr)} l`,
      select: `
        *l
        yhzgx = null
        rzrq = null
        cjr = '底册预填'
        cjsj = current_timestamp
        wgbm = null
        hcjg = '待核'`,
      where: "l.rklbdm <> '09'",
    }),
  ),
];

const detail: JobSpec[] = [
  {
    name: 'dwd.build_rk_zrr',
    title: '自然人主档加工',
    out: 'dwd_rk_zrr_df',
    from: 'ods_syrk_jbxx_df a',
    joins: ['left join dwd_fw_fwda_wf f on a.fwbm = f.fwbm'],
    select: `
      *a
      zrr_id = HASH(a.zjhm)
      nl = AGE(a.csrq)
      jzdz = coalesce(f.bzdz, a.jzdz)
      jzdm = coalesce(f.jzdm, a.jzdm)`,
    where: "a.scbz = '0'",
  },
  {
    name: 'dwd.build_rk_rfgl',
    title: '人房关联加工',
    out: 'dwd_rk_rfgl_df',
    from: 'ods_rf_gl_df r',
    joins: ['join dwd_rk_zrr_df p on r.zjhm = p.zjhm', 'left join dwd_fw_fwda_wf f on r.fwbm = f.fwbm'],
    select: `
      *r
      zrr_id = p.zrr_id
      xm = p.xm
      bzdz = f.bzdz
      zh = f.zh
      sh = f.sh
      jzdm = f.jzdm
      wgbm = f.wgbm`,
    where: "r.scbz = '0'",
  },
  {
    name: 'dwd.mask_rk_zrr',
    title: '自然人主档脱敏',
    out: 'dwd_rk_zrrtm_df',
    from: 'dwd_rk_zrr_df p',
    select: `
      *p
      zjhm_sm3 = HASH(p.zjhm)
      zjhm_tm = COVER_ID(p.zjhm)
      xm_tm = COVER_NAME(p.xm)
      lxdh_tm = COVER_PHONE(p.lxdh)
      jzdz_tm = GENERAL_ADDR(p.jzdz)
      nld = AGE_BAND(p.csrq)`,
  },
  {
    name: 'dwd.encrypt_rk_zrr',
    title: '自然人主档加密',
    out: 'dwd_rk_zrrmw_df',
    from: 'dwd_rk_zrr_df p',
    select: `
      *p
      zjhm_mw = ENCRYPT(p.zjhm)`,
  },
  {
    name: 'dwd.build_rk_lnr',
    title: '老年人服务对象加工',
    out: 'dwd_rk_lnr_df',
    from: 'dwd_rk_zrr_df p',
    joins: [
      'left join ods_mz_lnbt_mf b on p.zjhm = b.zjhm',
      'left join ods_cl_cjrxx_mf c on p.zjhm = c.zjhm',
      'left join dwd_rk_rfgl_df r on p.zjhm = r.zjhm',
    ],
    select: `
      *p
      btlx = b.btlx
      btje = b.btje
      cjdj = c.cjdj
      djbz = case when r.yhzgx = '02' then '1' else '0' end`,
    where: 'p.nl >= 60',
  },
  {
    name: 'dwd.check_rk_bz',
    title: '补贴发放核对',
    out: 'dwd_rk_bzdx_mf',
    from: 'ods_mz_lnbt_mf b',
    joins: [
      'left join ods_sb_cbjf_mf s on b.zjhm = s.zjhm',
      'left join ods_cl_cjrxx_mf c on b.zjhm = c.zjhm',
      'left join ods_syrk_jbxx_df p on b.zjhm = p.zjhm',
    ],
    select: `
      *b
      zjhm_sm3 = HASH(b.zjhm)
      xm_tm = COVER_NAME(b.xm)
      cbzt = s.cbzt
      cjdj = c.cjdj
      hcjg = case when p.zjhm is null then '查无实有人口' when s.cbzt = '01' then '在保' else '正常' end`,
  },
  {
    name: 'dwd.build_zw_bj',
    title: '办件明细加工',
    out: 'dwd_zw_bj_df',
    from: 'ods_zw_spbj_df b',
    joins: ['left join dwd_rk_zrr_df p on b.sqrzjhm = p.zjhm'],
    select: `
      *b
      zrr_id = p.zrr_id
      jzdm = p.jzdm`,
    where: "b.scbz = '0'",
  },
  {
    name: 'dwd.mask_rx_gd',
    title: '热线工单脱敏',
    out: 'dwd_rx_gd_df',
    from: 'ods_rx_12345gd_df g',
    select: `
      *g
      zjhm_sm3 = HASH(g.zjhm)
      xm_tm = COVER_NAME(g.sqxm)
      lxdh_tm = COVER_PHONE(g.lddh)`,
    where: "g.scbz = '0'",
  },
  {
    name: 'dwd.check_jy_rxfw',
    title: '入学资格房屋核验',
    out: 'dwd_jy_rxfw_yf',
    from: 'ods_jy_rxxx_yf e',
    joins: [
      'left join ods_bdc_cqzy_wf q on e.fwbm = q.fwbm',
      'left join ods_syrk_jbxx_df p on e.et_zjhm = p.zjhm',
      'left join dwd_fw_fwda_wf f on e.fwbm = f.fwbm',
    ],
    select: `
      *e
      hyjg = case when q.qlrzjhm is null then '租赁' when p.fwbm = e.fwbm then '一致' else '待核' end
      jzdm = f.jzdm`,
  },
];

const summary: JobSpec[] = [
  {
    name: 'dws.sum_rk_jz',
    title: '街镇人口统计',
    out: 'dws_rk_jz_df',
    from: 'dwd_rk_zrr_df p',
    joins: ['join ods_kj_jzqh_yf q on p.jzdm = q.jzdm'],
    select: `
      jzdm = p.jzdm
      jzmc = max(q.jzmc)
      rks = count(distinct p.zjhm)
      rks60 = count(distinct case when p.nl >= 60 then p.zjhm end)
      rks14 = count(distinct case when p.nl < 14 then p.zjhm end)
      hjrks = count(distinct case when p.rklbdm = '01' then p.zjhm end)`,
    group: 'p.jzdm',
  },
  {
    name: 'dws.sum_rk_jw',
    title: '居委人口统计',
    out: 'dws_rk_jw_mf',
    from: 'dwd_rk_zrr_df p',
    joins: ['join dwd_fw_fwda_wf f on p.fwbm = f.fwbm', 'left join dwd_rk_lnr_df l on p.zrr_id = l.zrr_id'],
    select: `
      jwdm = f.jwdm
      jzdm = f.jzdm
      rks = count(distinct p.zjhm)
      rks60 = count(distinct l.zjhm)
      djlrs = count(distinct case when l.djbz = '1' then l.zjhm end)`,
    group: 'f.jwdm, f.jzdm',
  },
  {
    name: 'dws.sum_fw_jz',
    title: '街镇房屋居住统计',
    out: 'dws_fw_jz_wf',
    from: 'dwd_fw_fwda_wf f',
    joins: ['left join dwd_rk_rfgl_df r on f.fwbm = r.fwbm'],
    select: `
      jzdm = f.jzdm
      fws = count(distinct f.fwbm)
      rks = count(distinct r.zjhm)
      rjmj = sum(f.jzmj) / nullif(count(distinct r.zjhm), 0)
      czl = avg(case when f.jzzt = '出租' then 1 else 0 end)`,
    group: 'f.jzdm',
  },
  {
    name: 'dws.sum_rk_nl',
    title: '人口年龄结构统计',
    out: 'dws_rk_nl_mf',
    from: 'dwd_rk_zrrtm_df m',
    select: `
      jzdm = m.jzdm
      nld_tj = m.nld
      rks_tj = count(distinct m.zjhm_sm3)`,
    group: 'm.jzdm, m.nld',
  },
  {
    name: 'dws.sum_zw_sx',
    title: '事项办理效能统计',
    out: 'dws_zw_sx_df',
    from: 'dwd_zw_bj_df b',
    select: `
      *b
      sxmc = max(b.sxmc)
      bjs_tj = count(distinct b.bjh)
      bjl = avg(case when b.bjsj is not null then 1 else 0 end)
      pjsc = avg(hours_between(b.slsj, b.bjsj))`,
    group: 'b.sxbm',
  },
  {
    name: 'dws.sum_rx_rd',
    title: '热线诉求热点统计',
    out: 'dws_rx_rd_df',
    from: 'dwd_rx_gd_df g',
    select: `
      *g
      gds = count(distinct g.gdbh)
      mydl = avg(case when g.myd = '满意' then 1 else 0 end)
      pjsc = avg(hours_between(g.ldsj, g.jasj))`,
    group: 'g.jzdm, g.sqlb1, g.sqlb2',
  },
];

const application: JobSpec[] = [
  {
    name: 'ads.find_rk_wlfw',
    title: '为老服务主动发现',
    out: 'ads_rk_wlfw_df',
    from: 'dwd_rk_lnr_df l',
    select: `
      *l
      cjrbz = case when l.cjdj is not null then '1' else '0' end
      zdgzbz = case when l.nl >= 80 then '1' when l.djbz = '1' then '1' else '0' end
      fxdj = case when l.djbz = '1' then '高' else '中' end`,
    where: "l.djbz = '1' or l.nl >= 80",
  },
  {
    name: 'ads.task_jz_rfhd',
    title: '人房核对任务生成',
    out: 'ads_jz_rfhd_df',
    from: 'dwd_rk_rfgl_df r',
    joins: ['join ods_syrk_jbxx_df p on r.zjhm = p.zjhm'],
    select: `
      *r
      rwbh = concat('RF', row_number() over (partition by r.wgbm order by r.rzrq))
      zjhm_tm = COVER_ID(r.zjhm)
      xm_tm = COVER_NAME(r.xm)
      hcjg = case when r.fwbm <> p.fwbm then '房屋不一致' else '街镇不一致' end`,
    where: 'r.fwbm <> p.fwbm or r.jzdm <> p.jzdm',
    // Collectors have to recognise the number at the door: covered instead of hashed.
    before: { select: 'zjhm_tm = HASH(r.zjhm)', until: 45 },
  },
  {
    name: 'ads.show_rk_cyjc',
    title: '城运人口态势加工',
    out: 'ads_rk_cyjc_df',
    from: 'dws_rk_jz_df p',
    joins: ['left join dws_fw_jz_wf f on p.jzdm = f.jzdm', 'left join dws_rx_rd_df g on p.jzdm = g.jzdm'],
    select: `
      *p
      rks = max(p.rks)
      rks60 = max(p.rks60)
      rjmj = max(f.rjmj)
      gds = sum(g.gds)`,
    group: 'p.jzdm, p.jzmc',
  },
  {
    name: 'ads.show_zw_grzy',
    title: '个人专属主页画像',
    out: 'ads_zw_grzy_df',
    from: 'dwd_rk_zrr_df p',
    joins: [
      'left join dwd_zw_bj_df b on p.zrr_id = b.zrr_id',
      'left join ods_zw_dzzz_df z on p.zjhm = z.cyztdm',
    ],
    select: `
      zrr_id = p.zrr_id
      xm_tm = COVER_NAME(p.xm)
      nl = p.nl
      jzdm = p.jzdm
      bjs = count(distinct b.bjh)
      zzs = count(distinct z.zzbs)
      ldrbz = case when p.nl >= 60 then '1' else '0' end
      txsx = listagg(case when z.yxqz < add_days(current_date, 30) then z.zzlx end)`,
    group: 'p.zrr_id, p.xm, p.nl, p.jzdm',
  },
];

export const populationJobs: JobSpec[] = [...loops, ...detail, ...summary, ...application];
export const populationCoarseJobs: CoarseJobSpec[] = [
  {
    name: 'model.train_rk_dj',
    title: '独居识别模型训练（仅知道表）',
    inputs: ['dwd_rk_rfgl_df', 'dwd_rk_lnr_df'],
    out: 'ads_rk_wlfw_df',
    since: 210,
  },
];
