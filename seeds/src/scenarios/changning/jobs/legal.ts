import type { CoarseJobSpec, JobSpec } from '../lineage-dsl.js';

/** Processing over legal persons. */
export const legalJobs: JobSpec[] = [
  {
    name: 'dwd.build_fr_qy',
    title: '企业主档加工',
    out: 'dwd_fr_qy_df',
    from: 'ods_fr_qydj_df q',
    joins: ['left join dwd_rk_zrr_df p on q.frzjhm = p.zjhm'],
    select: `
      *q
      zrr_id = p.zrr_id
      qyzt = case when q.djzt = '存续' then '在营' else '退出' end`,
    where: "q.scbz = '0'",
  },
  {
    name: 'dwd.mask_fr_qygk',
    title: '企业主档公示脱敏',
    out: 'dwd_fr_qygk_df',
    from: 'dwd_fr_qy_df q',
    select: `
      *q
      frxm_tm = COVER_NAME(q.frxm)
      lxdh_tm = COVER_PHONE(q.lxdh)`,
  },
  {
    name: 'dwd.merge_fr_xk',
    title: '许可归一',
    out: 'dwd_fr_xk_df',
    from: 'ods_fr_jyxk_df x',
    joins: [
      'left join ods_fr_spjyxk_df s on x.xkzbh = s.xkzbh_gk',
      'left join dwd_fr_qy_df q on x.tyshxydm = q.tyshxydm',
    ],
    select: `
      *x
      qymc = coalesce(q.qymc, x.ztmc, s.ztmc)
      xklb = case when s.xkzbh_gk is not null then '食品经营' else x.xklb end
      yxqz = coalesce(s.yxqz, x.yxqz)
      jzdm = q.jzdm`,
  },
  {
    name: 'dwd.merge_fr_cf',
    title: '处罚归一',
    out: 'dwd_fr_cf_df',
    from: 'ods_fr_xzcf_df c',
    joins: [
      'left join ods_cg_zfaj_df a on c.tyshxydm = a.tyshxydm',
      'left join dwd_fr_qy_df q on c.tyshxydm = q.tyshxydm',
    ],
    select: `
      *c
      qymc = coalesce(q.qymc, c.ztmc)
      cfje = coalesce(c.cfje, a.cfje)
      ay = a.ay`,
  },
  {
    name: 'dwd.merge_fr_cf_sj',
    title: '市级信用处罚补充',
    out: 'dwd_fr_cf_df',
    from: 'xycf c',
    select: `
      *c
      qymc = c.ztmc
      cfje = null
      ay = c.cfsy`,
    where: "c.cfjg like '%长宁%'",
  },
  {
    name: 'dwd.build_fr_gq',
    title: '股权关系加工',
    out: 'dwd_fr_gq_wf',
    from: 'ods_fr_gdcz_wf g',
    joins: ['left join dwd_rk_zrr_df p on g.gdzjhm = p.zjhm'],
    select: `
      *g
      zrr_id = coalesce(p.zrr_id, '')
      czbl = g.rjczb / nullif(sum(g.rjczb) over (partition by g.tyshxydm), 0)`,
  },
  {
    name: 'dwd.match_cc_sbsy',
    title: '餐厨申报收运比对',
    out: 'dwd_cc_sbsy_df',
    from: 'ods_hb_ccsb_df s',
    joins: [
      'left join ods_hb_ccsy_df y on s.tyshxydm = y.tyshxydm',
      'left join ods_fr_spjyxk_df x on s.tyshxydm = x.tyshxydm',
    ],
    select: `
      *s
      xkzbh = x.xkzbh_gk
      zl = coalesce(y.zl, 0)
      czl_cc = (s.sbl - y.zl) / nullif(s.sbl, 0)`,
  },
  {
    name: 'dwd.build_ssm_hy',
    title: '随申码核验加工',
    out: 'dwd_ssm_hy_df',
    from: 'ods_ssm_hyjl_rt h',
    joins: [
      'left join ods_ssm_qyssm_rt m on h.tyshxydm = m.tyshxydm',
      'left join dwd_fr_qy_df q on h.tyshxydm = q.tyshxydm',
    ],
    select: `
      *h
      qymc = q.qymc
      mz = HASH(m.mz)
      mzt = m.mzt`,
  },
  {
    name: 'dws.sum_fr_jz',
    title: '街镇企业统计',
    out: 'dws_fr_jz_df',
    from: 'dwd_fr_qygk_df q',
    select: `
      *q
      scztsl = count(distinct q.tyshxydm)
      zczb_hj = sum(q.zczb)`,
    where: "q.djzt = '存续'",
    group: 'q.jzdm, q.hydm',
  },
  {
    name: 'dws.sum_fr_fxyz',
    title: '企业风险因子汇总',
    out: 'dws_fr_fxyz_wf',
    from: 'dwd_fr_qy_df q',
    joins: [
      'left join dwd_fr_xk_df x on q.tyshxydm = x.tyshxydm',
      'left join dwd_fr_cf_df c on q.tyshxydm = c.tyshxydm',
      'left join ods_fr_cpjc_df j on q.tyshxydm = j.tyshxydm',
      'left join ts12315 t on q.qymc = t.tsdx',
    ],
    select: `
      *q
      xks = count(distinct x.xkzbh)
      cfs = count(distinct c.cfwsh)
      tss = count(t.tssj)
      jccs = count(j.jcrq)
      wgs = count(case when j.zgzt <> '已整改' then j.jcwt end)`,
    group: 'q.tyshxydm, q.qymc',
  },
  {
    name: 'dws.sum_cc_jz',
    title: '街镇餐厨收运统计',
    out: 'dws_cc_jz_df',
    from: 'dwd_cc_sbsy_df s',
    select: `
      *s
      csdws = count(distinct s.tyshxydm)
      sbl_hj = sum(s.sbl)
      zl_hj = sum(s.zl)`,
    group: 's.jzdm',
  },
  {
    name: 'dws.sum_sp_aq',
    title: '食品安全监管统计',
    out: 'dws_sp_aq_wf',
    from: 'dwd_fr_xk_df x',
    joins: [
      'left join ods_fr_cpjc_df j on x.xkzbh = j.xkzbh',
      'left join dwd_fr_cf_df c on x.tyshxydm = c.tyshxydm',
    ],
    select: `
      *x
      xks = count(distinct x.xkzbh)
      jccs_tj = count(j.jcrq)
      cfs_tj = count(distinct c.cfwsh)
      zgl = avg(case when j.zgzt = '已整改' then 1 else 0 end)`,
    where: "x.xklb = '食品经营'",
    group: 'x.jzdm',
  },
  {
    name: 'dws.sum_dj_fg',
    title: '党建覆盖统计',
    out: 'dws_dj_fg_mf',
    from: 'ods_dj_xxly_mf x',
    joins: ['left join ods_dj_dzz_qf d on x.jzdm = d.jzdm'],
    select: `
      jzdm = x.jzdm
      fgqys = sum(x.fgqys)
      shzzs = sum(x.shzzs)
      ddzjs = sum(x.ddzjs)
      lhzjs = sum(x.lhzjs)
      dzzfgl = avg(x.dzzfgl)
      dys = sum(d.dys)`,
    group: 'x.jzdm',
  },
  {
    name: 'city.report_dj_xxly',
    title: '新兴领域党建上报市级',
    out: 'xxly_hz',
    from: 'ods_dj_xxly_mf x',
    select: '*x',
    where: "x.scbz = '0'",
  },
  {
    name: 'ads.show_qy_zswy',
    title: '企业专属网页画像',
    out: 'ads_qy_zswy_df',
    from: 'dwd_fr_qy_df q',
    joins: [
      'left join dwd_zw_bj_df b on q.tyshxydm = b.tyshxydm',
      'left join dwd_fr_xk_df x on q.tyshxydm = x.tyshxydm',
      'left join ods_zw_zcml_wf z on q.hydm = z.syhy',
    ],
    select: `
      *q
      zcbq = listagg(distinct z.zcbq_ml)
      bjs = count(distinct b.bjh)
      zzs = count(distinct x.xkzbh)
      txsx = listagg(case when x.yxqz < add_days(current_date, 30) then x.xklb end)`,
    group: 'q.tyshxydm, q.qymc, q.lxdh',
  },
  {
    name: 'ads.show_qy_ssm',
    title: '企业随申码亮码服务',
    out: 'ads_qy_ssm_rt',
    from: 'ods_ssm_qyssm_rt m',
    joins: [
      'join dwd_fr_qy_df q on m.tyshxydm = q.tyshxydm',
      'left join dwd_fr_xk_df x on m.tyshxydm = x.tyshxydm',
      'left join ads_qy_aqfx_wf f on m.tyshxydm = f.tyshxydm',
    ],
    select: `
      tyshxydm = m.tyshxydm
      qymc = q.qymc
      mz = m.mz
      mzt = m.mzt
      hycs = max(m.hycs)
      zzs = count(distinct x.xkzbh)
      fxdj = max(f.fxdj)`,
    group: 'm.tyshxydm, q.qymc, m.mz, m.mzt',
  },
  {
    name: 'ads.score_qy_aqfx',
    title: '企业安全风险评分',
    out: 'ads_qy_aqfx_wf',
    from: 'dws_fr_fxyz_wf y',
    select: `
      *y
      fxf = 0.3 * y.cfs + 0.4 * y.wgs + 0.3 * y.tss - 0.1 * y.xks
      fxbq = case when y.cfs > 3 then '多次处罚' when y.tss > 10 then '投诉集中' else '一般' end
      fxdj = case when y.cfs > 3 then '高' else '低' end`,
  },
  {
    name: 'ads.warn_cc_jgyj',
    title: '餐厨监管预警',
    out: 'ads_cc_jgyj_df',
    from: 'dwd_cc_sbsy_df s',
    select: `
      *s
      fxdj = case when s.czl_cc > 0.5 then '高' else '中' end`,
    where: 's.czl_cc > 0.2',
  },
  {
    name: 'ads.show_dj_xxly',
    title: '新兴领域党建看板',
    out: 'ads_dj_xxly_mf',
    from: 'dws_dj_fg_mf d',
    joins: ['left join dws_fr_jz_df f on d.jzdm = f.jzdm', 'left join ods_kj_jzqh_yf q on d.jzdm = q.jzdm'],
    select: `
      jzdm = d.jzdm
      jzmc = q.jzmc
      scztsl = sum(f.scztsl)
      fgqys = max(d.fgqys)
      dzzfgl = max(d.dzzfgl)
      dys = max(d.dys)`,
    group: 'd.jzdm, q.jzmc',
  },
];

export const legalCoarseJobs: CoarseJobSpec[] = [
  {
    name: 'model.train_qy_aqfx',
    title: '企业风险评分模型训练（仅知道表）',
    inputs: ['dws_fr_fxyz_wf', 'spcy'],
    out: 'ads_qy_aqfx_wf',
    since: 160,
  },
];
