import * as codes from './codes.js';
import type { CellShape, Column } from './column.js';

const text = (most: number): CellShape => ({ is: 'TEXT', most });
const of = (map: codes.CodeWords): CellShape => ({ is: 'CODES', codes: map });
const known = (what: 'department' | 'library' | 'source'): CellShape => ({ is: 'KNOWN', what });

type Rest = { also?: readonly string[] };
const make =
  (on: Column['of'], required: boolean) =>
  <K extends string>(
    key: K,
    zh: string,
    en: string,
    shape: CellShape,
    help: [zh: string, en: string],
    rest: Rest = {},
  ): Column<K> => ({
    key,
    zh,
    en,
    of: on,
    required,
    shape,
    help: { zh: help[0], en: help[1] },
    ...rest,
  });
const must = make('DATASET', true);
const may = make('DATASET', false);
const itemMust = make('ITEM', true);
const itemMay = make('ITEM', false);

/** The columns of catalogue registration (domain §4), one row an information item; in the order of the template. */
export const CATALOGUE_COLUMNS = [
  must('namespace', '命名空间', 'Namespace', { is: 'NAME', most: 500 }, [
    '数据所在的库，如 postgres://warehouse:5432；每行都填',
    'Where the data are, such as postgres://warehouse:5432; in every row',
  ]),
  must(
    'name',
    '数据集名',
    'Dataset name',
    { is: 'NAME', most: 1000 },
    ['表的英文全名，如 cn.dwd.syrk；每行都填', 'Full technical name of the table; in every row'],
    { also: ['表名', '数据集英文名', 'dataset'] },
  ),
  must('resourceCode', '信息资源代码', 'Resource code', text(60), [
    '如 307012 01/000123；没有新码时填现有编码',
    'Such as 307012 01/000123',
  ]),
  must('title', '信息资源名称', 'Title', text(50), ['不超过 50 字', 'At most 50 characters']),
  must('abstract', '摘要', 'Abstract', text(256), ['信息资源摘要，不超过 256 字', 'At most 256 characters'], {
    also: ['信息资源摘要'],
  }),
  may('keywords', '关键词', 'Keywords', { is: 'LIST', most: 40 }, [
    '多个用顿号、逗号或分号隔开',
    'Several between commas or semicolons',
  ]),
  must('theme', '主题分类', 'Theme', of(codes.THEME), ['国家主题之一', 'One of the national themes']),
  must(
    'resourceType',
    '资源类型',
    'Resource type',
    of(codes.RESOURCE_TYPE),
    ['基础、主题、部门', 'Base, theme or department'],
    { also: ['基础/主题/部门'] },
  ),
  must(
    'provider',
    '提供方',
    'Provider',
    known('department'),
    ['单位的全称、简称或代码，须已登记', 'Name, short name or code of a registered department'],
    { also: ['信息资源提供方'] },
  ),
  may(
    'providerCode',
    '提供方代码',
    'Provider code',
    known('department'),
    ['与提供方一致；可空', 'Agrees with the provider; may be empty'],
    { also: ['信息资源提供方代码'] },
  ),
  may('internalUnit', '内部部门', 'Internal unit', text(100), ['没有时填“无”', 'Write “none” if none'], {
    also: ['提供方内部部门'],
  }),
  must('sourceDepartment', '数据来源部门', 'Source department', text(100), [
    '可与提供方不同',
    'May differ from the provider',
  ]),
  must(
    'responsibleDepartment',
    '责任部门',
    'Responsible department',
    text(100),
    ['数据责任部门', 'Who answers for the data'],
    { also: ['融合数据责任部门'] },
  ),
  may('maintainer', '资源维护单位', 'Maintainer', text(100), ['', '']),
  must(
    'format',
    '格式',
    'Format',
    text(100),
    [
      '如 数据库、电子表格、矢量、文档、流；csv、json、xlsx、api',
      'Such as database, table, vector, document, stream; csv, json, xlsx, api',
    ],
    { also: ['信息资源格式'] },
  ),
  must('secrecy', '涉密属性', 'Secrecy', of(codes.SECRECY), [
    '只登记非涉密数据',
    'Only data that are not secret are registered',
  ]),
  must('sharingType', '共享类型', 'Sharing type', of(codes.SHARING_TYPE), ['', '']),
  must('sharingCondition', '共享条件', 'Sharing condition', text(1000), [
    '无条件共享填“无条件”；有条件写明具体条件；不予共享写明法律或政策依据',
    'Unconditional: 无条件; conditional: the condition; not shared: the law or policy',
  ]),
  may('sharingBasis', '共享依据', 'Sharing basis', text(1000), [
    '不予共享的法律或政策；也可写在共享条件里',
    'Law or policy; may stand in the sharing condition',
  ]),
  must('sharingMethod', '共享方式', 'Sharing method', text(100), [
    '如 库表、文件、接口',
    'Such as table, file, interface',
  ]),
  must('openType', '开放属性', 'Open type', of(codes.OPEN_TYPE), ['', '']),
  must('openCondition', '开放条件', 'Open condition', text(1000), [
    '无条件开放填“无条件”；其余写明条件或理由',
    'Unconditional: 无条件; else condition or reason',
  ]),
  must('updateFrequency', '更新周期', 'Update frequency', of(codes.UPDATE_FREQUENCY), [
    '信息项不同时取最快的',
    'The fastest of the items',
  ]),
  must('issued', '发布日期', 'Issued', { is: 'DAY' }, ['如 2026-11-24', 'Such as 2026-11-24']),
  must('modified', '更新日期', 'Modified', { is: 'DAY' }, [
    '数据最近更新的日期',
    'Day of the last update of the data',
  ]),
  must('regionalSupplement', '区域补充目录', 'Regional supplement', of(codes.YES_NO), [
    '是否属于区域补充目录（上海市数据条例第 28 条）',
    'Whether the district adds it to the catalogue',
  ]),
  may('cityCatalogueRef', '市级目录编号', 'City catalogue number', text(60), [
    '回流数据填写',
    'For returned data',
  ]),
  may('relatedCodes', '关联资源代码', 'Related codes', text(500), ['', '']),
  may('spatial', '空间范围', 'Spatial coverage', text(100), ['', '']),
  may('temporal', '时间范围', 'Temporal coverage', text(100), ['', '']),
  may('rowCount', '数据量', 'Rows', { is: 'COUNT' }, ['行数，整数', 'A whole number of rows']),
  may('byteSize', '数据大小', 'Size', text(60), ['如 12 MB', 'Such as 12 MB']),
  may('tableCount', '表数', 'Tables', { is: 'COUNT' }, ['整数', 'A whole number']),
  may('acquisition', '获取途径', 'Acquisition', text(200), [
    '观测、调查、实验、交换；其他须说明',
    'Observation, survey, experiment, exchange, or what else',
  ]),
  may('contact', '联系方式', 'Contact', text(100), [
    '公开的单位电话或邮箱，不填个人号码',
    'Of the unit, never of a person',
  ]),
  may('agreement', '数据协议', 'Agreement', text(200), ['', '']),
  may('layer', '数据层', 'Layer', of(codes.LAYER), [
    'ODS、DWD、DWS、ADS、源头或落地',
    'Source, ODS, DWD, DWS, ADS or landing',
  ]),
  may('subject', '数据主体', 'Subject', of(codes.SUBJECT), [
    '自然人、法人、空间地理或混合',
    'Persons, legal persons, space or mixed',
  ]),
  may(
    'library',
    '所属库',
    'Library',
    known('library'),
    ['基础要素库或专题库的名称或代码，须已登记', 'Name or code of a registered library'],
    { also: ['基础库', '专题库'] },
  ),
  may('source', '来源系统', 'Source system', known('source'), [
    '系统的名称或代码，须已登记',
    'Name or code of a registered system',
  ]),
  itemMust(
    'path',
    '字段名',
    'Field',
    { is: 'NAME', most: 1000 },
    [
      '列的英文名；嵌套字段用点连接。只登记数据集时整行信息项留空',
      'Technical name of the column; leave all columns of the item empty to register only the dataset',
    ],
    { also: ['信息项英文名', '字段英文名', '列名'] },
  ),
  itemMust('itemTitle', '信息项名称', 'Item title', text(200), ['列的中文名', 'Chinese name of the column'], {
    also: ['字段中文名'],
  }),
  itemMust('type', '数据类型', 'Data type', { is: 'DATA_TYPE' }, [
    '字符型、数值型、日期型等，或 varchar(18) 这样的数据库类型',
    'Text, numeric, date …, or a type of a database such as varchar(18)',
  ]),
  itemMay('length', '数据长度', 'Length', text(20), ['如 18 或 10,2', 'Such as 18 or 10,2'], {
    also: ['长度'],
  }),
  itemMay('description', '信息项说明', 'Description', text(20_000), ['', '']),
  itemMust(
    'grade',
    '安全等级',
    'Grade',
    of(codes.GRADE),
    [
      '核心、重要、L4、L3、L2、L1；数据集取各信息项的最高级（就高从严）',
      'Core, important, L4 … L1; a dataset has the highest of its items',
    ],
    { also: ['信息项安全等级', '数据级别', '分级'] },
  ),
  itemMay('personalInfo', '个人信息', 'Personal information', of(codes.PERSONAL_INFO), [
    '无、一般、敏感；空：已登记的不变，新的为无',
    'None, general or sensitive; empty: as it is, none for a new one',
  ]),
  itemMay('personalInfoKind', '个人信息类别', 'Kind of personal information', text(60), [
    '如 居民身份证号；有个人信息时填',
    'Such as 居民身份证号',
  ]),
  itemMay('ordinal', '序号', 'Order', { is: 'COUNT' }, [
    '信息项在数据集里的次序；空为文件里的次序',
    'Place in the dataset; empty: as in the file',
  ]),
] as const satisfies readonly Column[];

export type CatalogueKey = (typeof CATALOGUE_COLUMNS)[number]['key'];
