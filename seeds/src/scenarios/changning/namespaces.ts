import type { SourceSystem } from '@yuanliu/graph';

/**
 * OpenLineage namespaces. Hosts end in `.changning`, which is no public domain; names are `schema.table`
 * (topics for streams).
 */
export const CITY = 'city://shanghai-data-platform';
export const WAREHOUSE = 'dameng://warehouse.changning:5236';

/** 证件号码 in 实有人口基础信息: the field that the demonstration is told around. */
export const SHOWPIECE = { namespace: WAREHOUSE, dataset: 'ods.ods_syrk_jbxx_df', field: 'zjhm' } as const;

/** Systems by code: where tables are. */
export const SYSTEMS = {
  CITY: ['市大数据资源平台', CITY],
  WH: ['长宁区大数据资源平台（数据中台）', WAREHOUSE],
  GAF: ['公安分局实有人口管理系统', 'kingbase://gaf-syrk.changning:54321'],
  FGJ: ['房屋管理信息系统', 'dameng://fgj-fwgl.changning:5237'],
  GHZY: ['不动产登记前置库', 'oracle://ghzy-bdc.changning:1521'],
  SCJG: ['市场监管登记许可系统', 'oracle://scjg-djxk.changning:1522'],
  ZWFW: ['一网通办区级受理平台', 'dameng://zwfw-sl.changning:5238'],
  MZJ: ['民政救助与为老服务系统', 'gaussdb://mzj-jzwl.changning:8000'],
  CL: ['残疾人服务管理系统', 'mysql://cl-fwgl.changning:3307'],
  RSJ: ['就业社保前置库', 'gaussdb://rsj-jysb.changning:8001'],
  JYJ: ['义务教育入学报名系统', 'mysql://jyj-rxbm.changning:3308'],
  LHSR: ['绿化市容作业监管系统', 'mysql://lhsr-zyjg.changning:3309'],
  JGW: ['建设工程管理系统', 'kingbase://jgw-gcgl.changning:54322'],
  STHJ: ['生态环境监测平台', 'postgres://sthj-jcpt.changning:5432'],
  CGZF: ['城管执法办案系统', 'kingbase://cgzf-ba.changning:54323'],
  CYZX: ['城市运行管理平台', 'postgres://cyzx-yxpt.changning:5433'],
  GDB: ['民防工程管理系统', 'kingbase://gdb-mfgc.changning:54324'],
  YJJ: ['应急管理信息系统', 'mysql://yjj-yjgl.changning:3310'],
  ZZB: ['党建信息管理系统', 'kingbase://zzb-dj.changning:54325'],
  IOT: ['物联感知消息总线', 'kafka://iot-bus.changning:9092'],
} as const satisfies Record<string, readonly [string, string]>;
export type SystemCode = keyof typeof SYSTEMS;

/** The systems as the catalogue knows them; sub-district systems are added by their module. */
export const sourceSystems: SourceSystem[] = Object.entries(SYSTEMS).map(([code, [name, uri]]) => ({
  code: `SYS-${code}`,
  name,
  uri,
}));
