import type { Department } from '@yuanliu/graph';

type Row = readonly [code: string, name: string, shortName: string];

/** District bodies (domain §6). */
const DISTRICT_BODIES: readonly Row[] = [
  ['CN-FB', '长宁区人民政府办公室', '区府办'],
  ['CN-FGW', '长宁区发展和改革委员会', '区发展改革委'],
  ['CN-SWW', '长宁区商务委员会', '区商务委'],
  ['CN-JYJ', '长宁区教育局', '区教育局'],
  ['CN-KW', '长宁区科学技术委员会', '区科委'],
  ['CN-MZB', '长宁区民族和宗教事务办公室', '区民宗办'],
  ['CN-GAF', '上海市公安局长宁分局', '公安分局'],
  ['CN-MZJ', '长宁区民政局', '区民政局'],
  ['CN-SFJ', '长宁区司法局', '区司法局'],
  ['CN-CZJ', '长宁区财政局', '区财政局'],
  ['CN-RSJ', '长宁区人力资源和社会保障局', '区人社局'],
  ['CN-JGW', '长宁区建设和管理委员会', '区建设管理委'],
  ['CN-GHZY', '长宁区规划和自然资源局', '区规划资源局'],
  ['CN-STHJ', '长宁区生态环境局', '区生态环境局'],
  ['CN-WLJ', '长宁区文化和旅游局', '区文化旅游局'],
  ['CN-WJW', '长宁区卫生健康委员会', '区卫生健康委'],
  ['CN-TYJR', '长宁区退役军人事务局', '区退役军人局'],
  ['CN-YJJ', '长宁区应急管理局', '区应急局'],
  ['CN-SCJG', '长宁区市场监督管理局', '区市场监管局'],
  ['CN-TYJ', '长宁区体育局', '区体育局'],
  ['CN-YBJ', '长宁区医疗保障局', '区医保局'],
  ['CN-LHSR', '长宁区绿化和市容管理局', '区绿化市容局'],
  ['CN-FGJ', '长宁区住房保障和房屋管理局', '区房管局'],
  ['CN-GDB', '长宁区国防动员办公室', '区国动办'],
  ['CN-TCB', '长宁区投资促进办公室', '区投促办'],
  ['CN-SWJ', '国家税务总局上海市长宁区税务局', '区税务局'],
  ['CN-DAJ', '长宁区档案局', '区档案局'],
  ['CN-YCJ', '上海市烟草专卖局长宁分局', '区烟草局'],
  ['CN-XCB', '中共长宁区委宣传部', '区委宣传部'],
  ['CN-TQW', '共青团长宁区委员会', '团区委'],
  ['CN-CL', '长宁区残疾人联合会', '区残联'],
  ['CN-WXB', '中共长宁区委网络安全和信息化委员会办公室', '区委网信办'],
  ['CN-SJJ', '长宁区数据局', '区数据局'],
  ['CN-SJZX', '长宁区数据发展中心', '区数据发展中心'],
  ['CN-CYZX', '长宁区城市运行管理中心', '区城运中心'],
  ['CN-CGZF', '长宁区城市管理行政执法局', '区城管执法局'],
  ['CN-ZZB', '中共长宁区委组织部', '区委组织部'],
  ['CN-SGB', '中共长宁区委社会工作部', '区委社会工作部'],
  ['CN-ZWFW', '长宁区政务服务办公室', '区政务服务办'],
];
const CITY_BODIES: readonly Row[] = [
  ['SH-DSJ', '上海市大数据中心', '市大数据中心'],
  ['SH-STHJ', '上海市生态环境局', '市生态环境局'],
  ['SH-SWJ', '上海市水务局', '市水务局'],
];
/** Code, name, short name, abbreviation used in names of systems and tables. */
export const SUBDISTRICTS = [
  ['310105001', '华阳路街道', '华阳路', 'hyl'],
  ['310105002', '江苏路街道', '江苏路', 'jsl'],
  ['310105004', '新华路街道', '新华路', 'xhl'],
  ['310105005', '周家桥街道', '周家桥', 'zjq'],
  ['310105006', '天山路街道', '天山路', 'tsl'],
  ['310105008', '仙霞新村街道', '仙霞新村', 'xxxc'],
  ['310105009', '虹桥街道', '虹桥', 'hq'],
  ['310105010', '程家桥街道', '程家桥', 'cjq'],
  ['310105011', '北新泾街道', '北新泾', 'bxj'],
  ['310105102', '新泾镇', '新泾', 'xjz'],
] as const;

const alias = (name: string, to: string | null) => ({ name, from: null, to });
/** Reforms merge and rename: other names under which events and papers may call a department. */
const ALIASES: Record<string, Department['aliases']> = {
  'CN-SJJ': [alias('长宁区大数据局', null), alias('长宁区科学技术委员会（区信息化委员会）', '2024-06-30')],
  'CN-SJZX': [alias('长宁区大数据中心', '2024-06-30')],
  'CN-SCJG': [alias('长宁区工商行政管理局', '2018-12-31'), alias('长宁区食品药品监督管理局', '2018-12-31')],
  'CN-GDB': [alias('长宁区民防办公室', null)],
  'CN-STHJ': [alias('长宁区环境保护局', '2019-02-28')],
  'CN-GHZY': [alias('长宁区规划和土地管理局', '2019-02-28')],
  'CN-YJJ': [alias('长宁区安全生产监督管理局', '2019-02-28')],
};

const body =
  (kind: Department['kind'], partOf: string) =>
  ([code, name, shortName]: Row): Department => ({
    code,
    name,
    shortName,
    kind,
    partOf,
    areaCode: null,
    aliases: ALIASES[code] ?? [],
  });

/** City, district, its bodies, nine sub-districts and one town. */
export const departments: Department[] = [
  {
    code: '310000',
    name: '上海市',
    shortName: '上海市',
    kind: 'CITY',
    partOf: null,
    areaCode: '310000',
    aliases: [],
  },
  ...CITY_BODIES.map(body('CITY', '310000')),
  {
    code: '310105',
    name: '上海市长宁区',
    shortName: '长宁区',
    kind: 'DISTRICT',
    partOf: '310000',
    areaCode: '310105',
    aliases: [],
  },
  ...DISTRICT_BODIES.map(body('DEPARTMENT', '310105')),
  ...SUBDISTRICTS.map(
    ([code, name, shortName]): Department => ({
      code,
      name: `长宁区${name}`,
      shortName: name,
      kind: name.endsWith('镇') ? 'TOWN' : 'SUBDISTRICT',
      partOf: '310105',
      areaCode: code,
      aliases: shortName === '新泾' ? [] : [alias(`${name}办事处`, null)],
    }),
  ),
];
