import type { GradeKey } from '@/ui/tokens';
import type { EdgeFacts, LineageAnswer, NodeFacts, PersonalInfo } from '../lineage-types';
import { answer, edge, node } from './answer';

/** The twelve boxes of the design's first picture: every kind of box, edge, grade and mark at least once. */

type FieldNote = [name: string, label: string, grade: GradeKey | null, personalInfo?: PersonalInfo];

function dataset(
  id: string,
  label: string,
  departmentName: string,
  grade: GradeKey,
  fields: FieldNote[],
  fieldCount = fields.length,
): NodeFacts[] {
  const box = node({
    id,
    kind: 'DATASET',
    label,
    departmentName,
    departmentCode: departmentName,
    grade,
    fieldCount,
  });
  return [
    box,
    ...fields.map(([name, fieldLabel, fieldGrade, personalInfo = 'NONE']) =>
      node({
        id: `${id}.${name}`,
        kind: 'FIELD',
        label: fieldLabel,
        name,
        datasetId: id,
        departmentName,
        departmentCode: departmentName,
        grade: fieldGrade,
        personalInfo,
      }),
    ),
  ];
}

const nodes: NodeFacts[] = [
  ...dataset('truck', '渣土车车辆信息', '绿化市容局', 'L4', [
    ['plate', '车牌号码', 'L3', 'GENERAL'],
    ['firm', '运输企业代码', 'L2'],
    ['track', '行驶轨迹', 'L4', 'SENSITIVE'],
    ['dump', '消纳点编码', 'L2'],
  ]),
  ...dataset('firm', '企业注册登记信息', '市场监管局', 'L3', [
    ['code', '统一社会信用代码', 'L2'],
    ['name', '企业名称', 'L1'],
    ['legal', '法定代表人', 'L3', 'GENERAL'],
    ['addr', '注册地址', 'L1'],
  ]),
  ...dataset('street', '街道人房采集回流表', '江苏路街道', 'L4', [
    ['name', '姓名', 'L3', 'GENERAL'],
    ['zjhm', '证件号码', 'L4', 'SENSITIVE'],
    ['house', '房屋编码', 'L2'],
    ['addr', '居住地址', 'L3', 'GENERAL'],
    ['date', '采集日期', 'L1'],
  ]),
  ...dataset(
    'person',
    '实有人口基础信息',
    '公安分局',
    'L4',
    [
      ['name', '姓名', 'L3', 'GENERAL'],
      ['zjhm', '证件号码', 'L4', 'SENSITIVE'],
      ['phone', '联系电话', 'L3', 'GENERAL'],
      ['addr', '户籍地址', 'L3', 'GENERAL'],
      ['kind', '人员类别', 'L2'],
      ['time', '更新时间', 'L1'],
    ],
    23,
  ),
  ...dataset('water', '易积水点位', '建设管理委', 'CORE', [], 11),
  ...dataset('legal', '法人标准信息', '区数据局', 'L3', [
    ['code', '统一社会信用代码', 'L2'],
    ['name', '企业名称', 'L1'],
    ['legal', '法定代表人', 'L3', 'GENERAL'],
    ['risk', '企业风险等级', 'L3'],
  ]),
  ...dataset('pairing', '人房关联', '房管局', 'L4', [
    ['zjhm', '证件号码', 'L4', 'SENSITIVE'],
    ['name', '姓名', 'L3', 'GENERAL'],
    ['house', '房屋编码', 'L2'],
    ['addr', '居住地址', 'L3', 'GENERAL'],
    ['way', '居住方式', 'L2'],
    ['time', '更新时间', 'L1'],
  ]),
  ...dataset('risk', '城市运行风险专题', '区城运中心', 'L4', [
    ['name', '企业名称', 'L1'],
    ['risk', '企业风险等级', 'L3'],
    ['plate', '车牌号码', 'L3', 'GENERAL'],
    ['track', '行驶轨迹', 'L4', 'SENSITIVE'],
    ['count', '在途车辆数', null],
  ]),
  ...dataset('homes', '社区人房专题', '区城运中心', 'L2', [
    ['street', '街道代码', 'L1'],
    ['house', '房屋编码', 'L2'],
    ['zjhm', '证件号码（掩码）', 'L2', 'GENERAL'],
    ['way', '居住方式', 'L2'],
    ['count', '常住人数', 'L1'],
  ]),
  node({
    id: 'if-truck',
    kind: 'INTERFACE',
    label: '在途车辆查询接口',
    departmentName: '区数据发展中心',
    grade: 'L3',
  }),
  node({
    id: 'if-home',
    kind: 'INTERFACE',
    label: '人房核验接口',
    departmentName: '区数据发展中心',
    grade: 'L2',
  }),
  node({ id: 'app', kind: 'CONSUMER', label: '城市运行管理平台', departmentName: '区城运中心', grade: 'L3' }),
];

const flow = (pairs: string, facts: Partial<EdgeFacts> = {}): EdgeFacts[] =>
  pairs.split(' ').map((pair) => {
    const [from, to] = pair.split('>') as [string, string];
    return edge(from, to, facts);
  });

const edges: EdgeFacts[] = [
  ...flow(
    'truck.plate>risk.plate truck.track>risk.track firm.code>legal.code firm.name>legal.name firm.legal>legal.legal',
  ),
  ...flow(
    'truck.firm>legal.code firm.addr>legal.risk truck.track>risk.count person.kind>pairing.way street.zjhm>pairing.zjhm pairing.zjhm>homes.count homes.way>if-home',
    {
      kind: 'INDIRECT',
    },
  ).map((e) => (e.to === 'if-home' ? { ...e, role: 'EXPOSES' as const } : e)),
  ...flow(
    'legal.name>risk.name legal.risk>risk.risk person.name>pairing.name person.zjhm>pairing.zjhm person.time>pairing.time street.house>pairing.house street.addr>pairing.addr',
  ),
  ...flow('pairing.house>homes.house pairing.way>homes.way'),
  ...flow('pairing.zjhm>homes.zjhm', { masking: 'HASH' }),
  ...flow('water>risk', { coarse: true }),
  ...flow('risk.risk>if-truck risk.count>if-truck homes.zjhm>if-home homes.house>if-home', {
    role: 'EXPOSES',
  }),
  ...flow('risk.plate>if-truck', { role: 'EXPOSES', masking: 'COVER' }),
  ...flow('if-truck>app if-home>app', { role: 'AUTHORIZES' }),
  ...flow('homes.zjhm>street.zjhm homes.house>street.house homes.way>street.addr homes.count>street.date', {
    backflow: true,
  }),
];

export const changning: LineageAnswer = answer('person.zjhm', nodes, edges);
