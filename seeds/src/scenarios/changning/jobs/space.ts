import type { CoarseJobSpec, JobSpec } from '../lineage-dsl.js';

/** Processing over space, sensing and city order. */
export const spaceJobs: JobSpec[] = [
  {
    name: 'dwd.build_fw_fwda',
    title: '房屋主档加工',
    out: 'dwd_fw_fwda_wf',
    from: 'ods_fw_syfw_wf f',
    joins: [
      'left join ods_dz_bzdz_wf d on f.bzdzbm = d.bzdzbm',
      'left join ods_fw_zzxq_mf x on f.xqbh = x.xqbh',
      'left join ods_bdc_cqzy_wf q on f.fwbm = q.fwbm',
    ],
    select: `
      *f
      bzdz = d.bzdz
      xqmc = x.xqmc
      bdcdyh = q.bdcdyh
      jwdm = d.jwdm
      jzdm = coalesce(d.jzdm, f.jzdm)
      wgbm = d.wgbm`,
    where: "f.scbz = '0'",
  },
  {
    name: 'dwd.build_zd_zygj',
    title: '渣土车作业轨迹加工',
    out: 'dwd_zd_zygj_rt',
    from: 'ods_zd_ztgj_rt g',
    joins: ['join ods_zd_ztc_df c on g.zdh = c.zdh'],
    select: `
      *g
      cph = c.cph
      ysqy = c.ysqy
      tyshxydm = c.tyshxydm`,
    where: 'g.sd >= 0',
  },
  {
    name: 'dwd.build_hb_yczs',
    title: '扬尘噪声读数加工',
    out: 'dwd_hb_yczs_df',
    from: 'ods_hb_yczs_rt v',
    joins: ['join ods_hb_yczsd_mf p on v.sbbm = p.sbbm'],
    select: `
      *v
      zdmc = p.zdmc
      gdbm = p.gdbm
      zrdw = p.zrdw
      jzdm = p.jzdm`,
    where: "v.yxbz = '1'",
  },
  {
    name: 'dwd.build_fx_dwss',
    title: '防汛点位水情加工',
    out: 'dwd_fx_dwss_rt',
    from: 'ods_fx_jsjc_rt j',
    joins: [
      'join ods_fx_yjsd_yf d on j.dwbh = d.dwbh',
      'left join ods_fx_bzyx_rt b on j.jcsj = b.jcsj',
      'left join ssyl y on j.jcsj = y.jcsj',
      'left join sqxx s on j.jcsj = s.jcsj',
    ],
    select: `
      *j
      dwmc_d = d.dwmc_d
      dlmc = d.dlmc
      jzdm = d.jzdm
      yl = y.yl
      sw = coalesce(b.sw, s.sw)
      ktzt = b.ktzt
      zrr = d.zrr
      zrrdh = d.zrrdh`,
  },
  {
    name: 'dwd.build_cg_sj',
    title: '网格事件加工',
    out: 'dwd_cg_sj_rt',
    from: 'ods_cg_wgsj_rt e',
    joins: ['left join ods_kj_jzqh_yf q on e.wgbm = q.wgbm'],
    select: `
      *e
      jwdm = q.jwdm
      jzdm = coalesce(q.jzdm, e.jzdm)`,
  },
  {
    name: 'dwd.mask_cg_aj',
    title: '城管案件脱敏',
    out: 'dwd_cg_aj_df',
    from: 'ods_cg_zfaj_df a',
    select: `
      *a
      zjhm_sm3 = HASH(a.dsrzjhm)
      dsr_tm = COVER_NAME(a.dsr)`,
    where: "a.scbz = '0'",
  },
  {
    name: 'dwd.build_mf_gcjc',
    title: '民防工程检查加工',
    out: 'dwd_mf_gcjc_mf',
    from: 'ods_mf_mfgc_qf g',
    joins: ['left join ods_mf_mfjc_mf j on g.gcbh = j.gcbh'],
    select: `
      *g
      jcrq = j.jcrq
      jcwt = j.jcwt
      zgzt = j.zgzt`,
  },
  {
    name: 'dws.sum_zd_cl',
    title: '渣土车作业统计',
    out: 'dws_zd_cl_df',
    from: 'dwd_zd_zygj_rt g',
    select: `
      *g
      cls = count(distinct g.cph)
      gjcs = count(case when g.pbzt = '敞开' then g.zdh end)
      pjsd = avg(g.sd)`,
    group: 'g.ysqy, g.tyshxydm',
  },
  {
    name: 'dws.sum_hb_gd',
    title: '工地扬尘噪声日报',
    out: 'dws_hb_gd_df',
    from: 'dwd_hb_yczs_df v',
    select: `
      *v
      zrdw_gd = max(v.zrdw)
      klw_zd = max(v.klw)
      zsz_pj = avg(v.zsz)
      gjcs = count(case when v.dj = '超限' then v.sbbm end)`,
    group: 'v.gdbm',
  },
  {
    name: 'dws.sum_fx_jz',
    title: '街镇汛情统计',
    out: 'dws_fx_jz_rt',
    from: 'dwd_fx_dwss_rt d',
    select: `
      *d
      gjcs = count(case when d.gjj <> '无' then d.dwbh end)
      zdss = max(d.ss)
      ljyl = sum(d.yl)`,
    group: 'd.jzdm',
  },
  {
    name: 'dws.sum_cg_wg',
    title: '网格事件统计',
    out: 'dws_cg_wg_df',
    from: 'dwd_cg_sj_rt e',
    select: `
      *e
      sjs = count(distinct e.sjh_sj)
      jas = count(e.jasj)
      jal = avg(case when e.jasj is not null then 1 else 0 end)
      pjsc = avg(hours_between(e.sbsj, e.jasj))`,
    group: 'e.jzdm, e.sjlb',
  },
  {
    name: 'dws.sum_cg_aj',
    title: '城管案件统计',
    out: 'dws_cg_aj_mf',
    from: 'dwd_cg_aj_df a',
    select: `
      *a
      ay_tj = a.ay
      ajs = count(distinct a.ah)
      cfje_hj = sum(a.cfje)`,
    group: 'a.jzdm, a.ay',
  },
  {
    name: 'dws.sum_mf_zg',
    title: '民防检查整改统计',
    out: 'dws_mf_zg_mf',
    from: 'dwd_mf_gcjc_mf m',
    select: `
      *m
      gcs = count(distinct m.gcbh)
      jccs = count(m.jcrq)
      zgl = avg(case when m.zgzt = '已整改' then 1 else 0 end)`,
    group: 'm.jzdm',
  },
  {
    name: 'ads.show_fx_zhdd',
    title: '防汛指挥调度',
    out: 'ads_fx_zhdd_rt',
    from: 'dwd_fx_dwss_rt d',
    joins: ['left join ods_yj_fxwz_mf a on d.jzdm = a.jzdm'],
    select: `
      *d
      azdmc = a.azdmc
      krnrs = a.krnrs`,
    where: "d.gjj <> '无'",
  },
  {
    name: 'ads.find_fx_zyrq',
    title: '汛期需转移人群',
    out: 'ads_fx_zyrq_rt',
    from: 'dwd_rk_lnr_df l',
    joins: ['join dwd_fx_dwss_rt d on l.jzdm = d.jzdm'],
    select: `
      *l
      zjhm_tm = COVER_ID(l.zjhm)
      dwbh = d.dwbh
      gjj = d.gjj`,
    where: "d.gjj in ('橙', '红')",
    since: 190,
  },
  {
    name: 'ads.warn_hb_yczs',
    title: '智慧环保预警',
    out: 'ads_hb_yczs_rt',
    from: 'dwd_hb_yczs_df v',
    joins: ['join ods_jg_jzgd_wf g on v.gdbm = g.gdbm', 'left join kqzl k on v.jcsj = k.jcsj'],
    select: `
      *v
      gdmc_gd = g.gdmc_gd
      sgdw = g.sgdw
      zrr = g.zrr
      zrrdh = g.zrrdh
      gjj = case when v.klw > 2 * k.pm10 then '红' else '黄' end`,
    where: "v.dj = '超限'",
  },
  {
    name: 'ads.warn_zd_jg',
    title: '渣土联合监管预警',
    out: 'ads_zd_jg_rt',
    from: 'dwd_zd_zygj_rt t',
    joins: [
      'join ods_zd_ztc_df c on t.cph = c.cph',
      'left join ods_jg_jzgd_wf g on t.gj_jd = g.jd and t.gj_wd = g.wd',
      'left join ods_zd_xcjd_mf x on t.gj_jd = x.jd and t.gj_wd = x.wd',
    ],
    select: `
      cph = t.cph
      ysqy = t.ysqy
      zyzh = c.zyzh
      clzt = c.clzt
      gjcs = count(case when t.pbzt = '敞开' then t.gj_sj end)
      fxdj = case when c.yxqz < current_date then '高' else '低' end`,
    group: 't.cph, t.ysqy, c.zyzh, c.clzt, c.yxqz',
  },
  {
    name: 'ads.show_mf_sz',
    title: '数字民防一张图',
    out: 'ads_mf_sz_mf',
    from: 'ods_mf_mfgc_qf g',
    joins: ['left join dwd_mf_gcjc_mf m on g.gcbh = m.gcbh'],
    select: `
      *g
      zgzt = m.zgzt`,
  },
  {
    name: 'ads.show_cg_zhcg',
    title: '智慧城管案事件看板',
    out: 'ads_cg_zhcg_df',
    from: 'dws_cg_aj_mf a',
    joins: ['left join dws_cg_wg_df w on a.jzdm = w.jzdm', 'left join dwd_cg_aj_df d on a.jzdm = d.jzdm'],
    select: `
      jzdm = a.jzdm
      zjhm_sm3 = d.zjhm_sm3
      ay = a.ay_tj
      ajs = sum(a.ajs)
      sjs = sum(w.sjs)
      jal_kb = avg(w.jal)`,
    group: 'a.jzdm, a.ay_tj, d.zjhm_sm3',
    // New: reads of the board before this day saw no digest of a person.
    since: 12,
  },
];

export const spaceCoarseJobs: CoarseJobSpec[] = [
  {
    name: 'script.patch_cg_dpxc',
    title: '店招防台巡查补录（脚本，仅知道表）',
    inputs: ['ods_cz_cph_df'],
    out: 'dwd_cg_sj_rt',
    since: 95,
  },
  {
    name: 'script.import_rx_sthj',
    title: '生态环境类工单导入（脚本，仅知道表）',
    inputs: ['gd12345'],
    out: 'dwd_rx_gd_df',
    since: 320,
  },
  {
    name: 'model.forecast_fx_js',
    title: '积水预测模型（仅知道表）',
    inputs: ['dwd_fx_dwss_rt', 'qx', 'psxt'],
    out: 'ads_fx_zhdd_rt',
    since: 140,
  },
];
