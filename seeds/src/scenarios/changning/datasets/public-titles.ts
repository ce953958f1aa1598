import { UpdateFrequency } from '@yuanliu/graph';
import type { DatasetSpec } from '../dataset-spec.js';

/**
 * Titles that the city's portal and public challenges really show (domain §5.1); fields in our own words:
 * table | title | provider | library | theme | cycle | rows | sharing | fields | abstract.
 */
const ROWS = `
open.gd12345|12345工单办理|SH-STHJ|T-SMRX|城乡建设环境保护|DAILY|224801|C|sqdz sqxm sqlb1 wrqx=污染所在区:C bglx=报告类型:C ldsj fbsj=发布时间:T sqnr|生态环境类热线工单，含诉求地址、分类与内容；有条件共享，不向个人开放。
open.stdw_yp|杨浦区生态环境点位数据|SH-DSJ|T-ZHHB|城乡建设环境保护|YEARLY|232|U|dwmc_d dwdz=点位地址:C jd wd dwlx=点位类型:C jcrq ds1=读数一:N ds2=读数二:N|杨浦区生态环境监测点位及读数。
open.zsjc|噪声监测|SH-STHJ|T-ZHHB|城乡建设环境保护|REALTIME|18230400|U|zdbm jcsj leq l10=统计声级L10:N l50=统计声级L50:N l90=统计声级L90:N lmax=最大声级:N lmin=最小声级:N fs=风速:N sdu=湿度:N qy=气压:N qw=温度:N yl gxsj scbz|噪声自动监测站的分钟读数与气象要素。
open.ybddjg|医保定点医疗机构表|SH-DSJ|B-FR|文化卫生体育|MONTHLY|1402|U|jgmc=机构名称:C jslb=结算类别:C jgdz=机构地址:C szq=所在区:C|医保定点医疗机构名单（市医保部门）。
open.sqxx|水情信息|SH-SWJ|B-GZ|农业水利|REALTIME|11500000|U|zdbm zdmc jcsj yl sw cw|52 个测站每 10 至 15 分钟的雨量、水位与潮位。
open.bz_hp|泵站信息表（黄浦区）|SH-DSJ|T-FTFX|农业水利|YEARLY|34|C|bzbm bzmc bzdz=泵站地址:C szq=所在区:C|黄浦区泵站名录。
open.bz_xh|泵站信息表（徐汇区）|SH-DSJ|T-FTFX|农业水利|YEARLY|41|C|bzbm bzmc bzdz=泵站地址:C szq=所在区:C|徐汇区泵站名录。
open.bz_pd|泵站信息表（浦东新区）|SH-DSJ|T-FTFX|农业水利|YEARLY|187|C|bzbm bzmc bzdz=泵站地址:C szq=所在区:C|浦东新区泵站名录。
open.psxt|排水系统基本信息|SH-SWJ|T-FTFX|农业水利|YEARLY|372|C|xtbm=系统编码:C xtmc=系统名称:C:L2 fwmj=服务面积:N bzbm|排水系统名称、服务面积与所属泵站。
open.yljg_sj|松江区医疗机构信息|SH-DSJ|B-FR|文化卫生体育|YEARLY|412|U|jgmc=机构名称:C jgdz=机构地址:C jglb=机构类别:C|松江区医疗机构名录。
open.nyzcz_qp|青浦区农业历年总产值|SH-DSJ|B-KJ|农业水利|YEARLY|24|U|nf=年份:C nyzcz=农业总产值:N|青浦区农业总产值统计。
open.ncjc_qp|青浦区农村基层组织情况|SH-DSJ|B-KJ|农业水利|YEARLY|24|U|nf=年份:C cjs=村级数:I hs|青浦区农村基层组织统计。
open.wszz_qp|青浦区卫生组织情况|SH-DSJ|B-KJ|文化卫生体育|YEARLY|24|U|nf=年份:C jgs=机构数:I cws=床位数:I|青浦区卫生组织统计。
soda.dljtzs|道路交通指数|SH-DSJ|B-GZ|工业交通|REALTIME|5240000|U|ldmc=路段名称:C zs_jt=交通指数:N fbsj=发布时间:T|快速路与地面道路的交通指数。
soda.spsy|食品溯源数据|SH-DSJ|T-SPAQ|商业贸易|DAILY|840000|C|scpc scqy scrq=生产日期:D ypmc hyxx=货源信息:C:L2|食品批次、生产企业与生产日期。
soda.yzhs_xk|食厨油脂回收许可证|SH-DSJ|T-CCFQ|城乡建设环境保护|MONTHLY|96|C|xkzbh syqy yxqz|食厨废弃油脂收运许可。
soda.yzhs_jl|食厨油脂回收记录|SH-DSJ|T-CCFQ|城乡建设环境保护|DAILY|310000|C|tbh=桶编号:C yzlx=油脂种类:C zl jysj=交易时间:T csdw|油脂回收的桶号、种类、重量与时间。
soda.yqdk|园区灯控数据|SH-DSJ|B-GZ|信息产业|REALTIME|960000|U|djbm=灯具编码:C dzt=灯具状态:C cjsj_d=采集时刻:T|园区照明灯具状态。
soda.xyxk|企业信用平台行政许可|SH-DSJ|B-XY|经济管理|DAILY|2140000|C|ztmc tyshxydm xkzbh xkrq=许可日期:D fzjg|信用平台归集的行政许可。
soda.xycf|企业信用平台行政处罚|SH-DSJ|B-XY|经济管理|DAILY|618000|C|ztmc tyshxydm cfwsh cfrq cfsy cfjg=处罚机关:C|信用平台归集的行政处罚。
soda.pcscj|派出所出警数据|SH-DSJ|T-ZHCG|政法监察|DAILY|1320000|C|cjsj_j=出警时间:T cjdd=出警地点（概化）:C:L3 jqlb=警情类别:C:L2|脱敏的出警时间、地点与类别。
soda.jtsg|交通事故|SH-DSJ|B-GZ|工业交通|DAILY|96000|C|sgsj=事故时间:T sgdd=事故地点:C:L2 sgyy=事故原因:C:L2|交通事故时间、地点与原因。
soda.yktsk|一卡通刷卡|SH-DSJ|B-GZ|工业交通|DAILY|680000000|C|kh_sm3=卡号摘要:C:L3:G:去标识化主键 sksj=刷卡时间:T:L3 xl=线路:C zdmc je_k=金额:N|公共交通刷卡记录，卡号已摘要。
soda.ts12315|12315投诉举报|SH-DSJ|T-SPAQ|商业贸易|DAILY|412000|C|tsdx=投诉对象:C tslb=投诉类别:C:L2 tssj=投诉时间:T cljg=处理结果:C:L2 tsr_xm=投诉人姓名:C:L2:G:姓名 tsr_dh=投诉人电话:C:L3:G:手机号码|消费投诉举报的对象、类别与处理结果。
soda.gscf|工商行政处罚信息|SH-DSJ|B-XY|经济管理|DAILY|184000|U|cfdsr=当事人名称:C cfyj cfjd=处罚决定:C cfrq|公示的工商行政处罚。
soda.qsczc|强生出租车|SH-DSJ|B-GZ|工业交通|REALTIME|1150000000|C|cl_sm3=车辆摘要:C:L3 wzsj=定位时间:T:L3 wzjd=定位经度:N:L3 wzwd=定位纬度:N:L3 sd zkzt=载客状态:C|出租车定位与载客状态（企业提供）。
soda.cdz|充电桩|SH-DSJ|B-GZ|工业交通|DAILY|42000|U|zmc=站名称:C gl=功率:N zzt=桩状态:C|公共充电桩位置与状态（企业提供）。
soda.hl|航旅数据|SH-DSJ|B-GZ|工业交通|DAILY|1200000|U|hbh=航班号:C jhsj=计划时间:T sjsj=实际时间:T|航班计划与实际时间。
soda.qx|气象数据|SH-DSJ|T-FTFX|气象水文测绘地震|REALTIME|3420000|U|zdbm jcsj qw=温度:N sdu=湿度:N fs=风速:N yl|自动气象站逐时要素。
soda.ssyl|实时雨量|SH-SWJ|T-FTFX|农业水利|REALTIME|9870000|U|zdbm zdmc jd wd yl jcsj|雨量测站实时读数。
soda.scsz|水厂水质|SH-SWJ|B-GZ|农业水利|DAILY|64000|U|scmc=水厂名称:C zd=浑浊度:N yl_l=余氯:N sd_s=色度:N jcrq|出厂水水质。
soda.gwsz|管网水质|SH-SWJ|B-GZ|农业水利|DAILY|128000|U|dwmc_d zd=浑浊度:N yl_l=余氯:N sd_s=色度:N jcrq|管网水水质。
soda.kqzl|空气质量|SH-STHJ|T-ZHHB|城乡建设环境保护|REALTIME|438000|U|zdmc aqi pm25 pm10 jcsj|空气质量监测站小时值。
soda.wry|重点污染源基本信息|SH-STHJ|T-ZHHB|城乡建设环境保护|YEARLY|1860|U|qymc pfk=排放口:C wrylx=污染源类型:C szq=所在区:C tyshxydm|重点污染源单位与排放口。
soda.wryjc|重点污染源监督性监测|SH-STHJ|T-ZHHB|城乡建设环境保护|QUARTERLY|42600|U|qymc pfk=排放口:C jcxm=监测项目:C jcz=监测值:N bzxz=标准限值:N jcrq|重点污染源监督性监测结果。
soda.spcy|食品抽样|SH-DSJ|T-SPAQ|商业贸易|WEEKLY|214000|U|ypmc bcydw scqy cysl jcjg_s=检验结论:C|食品抽样检验结果。
soda.spltqy|食品流通企业信息|SH-DSJ|T-SPAQ|商业贸易|DAILY|218000|U|xkzbh_gk=许可证编号（公示）:C fzjg yxqz jyz=经营者:C jydz_gk=经营地址（公示）:C tyshxydm jyxm|食品流通企业许可公示信息。
soda.ncpsy|食用农产品流通溯源|SH-DSJ|T-SPAQ|商业贸易|DAILY|1640000|C|scpc scmc=市场名称:C cd=产地:C hyxx=货源信息:C:L2|食用农产品批次与产地。
soda.cycf|餐饮处罚|SH-DSJ|T-SPAQ|商业贸易|DAILY|36000|U|dpmc=店铺名称:C xkzbh_gk=许可证编号（公示）:C cfyy=处罚原因:C cfrq|餐饮单位处罚公示。
soda.cyjc|餐饮检查|SH-DSJ|T-SPAQ|商业贸易|DAILY|286000|U|dpmc=店铺名称:C xkzbh_gk=许可证编号（公示）:C jcjl=检查结论:C jcrq|餐饮单位检查公示。
soda.mbdc|摩拜单车|SH-DSJ|B-GZ|工业交通|DAILY|102000000|C|ddh=订单号摘要:C:L3 kssj=开始时间:T:L3 qdjd=起点经度:N:L3 qdwd=起点纬度:N:L3|共享单车骑行样本（企业提供）。
soda.pdgj|浦东公交|SH-DSJ|B-GZ|工业交通|REALTIME|86000000|C|xl=线路:C gjcl=公交车辆:C:L3 wzsj=定位时间:T:L3 wzjd=定位经度:N:L3 wzwd=定位纬度:N:L3|浦东公交定位样本（企业提供）。
`;
const OLD = new Set(['soda.yqdk', 'soda.mbdc', 'open.nyzcz_qp']);
const UNGRADED = new Set(['soda.hl', 'soda.scsz', 'soda.gwsz', 'open.wszz_qp', 'open.ncjc_qp']);
const LEGAL = new Set(['B-FR', 'B-XY', 'T-SPAQ']);

function specOf(line: string): DatasetSpec {
  const [table, title, provider, library, theme, freq, rows, share, fields, abstract] = line.split('|');
  if (!table || !title || !provider || !library || !theme || !fields || !abstract) {
    throw new Error(`not a public title: ${line}`);
  }
  return {
    name: `CITY:${table}`,
    title,
    abstract,
    layer: 'SOURCE',
    provider,
    library,
    subject: LEGAL.has(library) ? 'LEGAL_PERSON' : 'SPACE',
    theme,
    freq: UpdateFrequency.parse(freq),
    rows: Number(rows),
    share: share === 'U' ? ['U'] : ['C', '登录市级门户说明用途后共享。'],
    open: share === 'U' ? 'U' : 'C',
    fields,
    spatial: '上海市',
    ...(OLD.has(table) ? { late: 900 } : {}),
    ...(UNGRADED.has(table) ? { ungraded: true as const } : {}),
  };
}

export const publicTitles: DatasetSpec[] = ROWS.trim().split('\n').map(specOf);
