import { EDGE_KIND, EDGE_SUBTYPE, MASKING, YES_NO } from './codes.js';
import type { Column } from './column.js';

const must = { of: 'ITEM', required: true } as const;
const may = { of: 'ITEM', required: false } as const;
const whole = { zh: '空表示整个数据集（表级血缘）', en: 'Empty means the whole dataset (table lineage)' };
const none = { zh: '', en: '' };

/** The columns of a lineage file, one row a flow; in the order of the template. */
export const LINEAGE_COLUMNS = [
  {
    key: 'fromNamespace',
    zh: '源命名空间',
    en: 'Source namespace',
    ...must,
    shape: { is: 'NAME', most: 500 },
    help: none,
  },
  {
    key: 'fromDataset',
    zh: '源数据集',
    en: 'Source dataset',
    ...must,
    shape: { is: 'NAME', most: 1000 },
    help: { zh: '数据集名，须已在目录中', en: 'Must be in the catalogue' },
    also: ['源表', '来源表'],
  },
  {
    key: 'fromField',
    zh: '源字段',
    en: 'Source field',
    ...may,
    shape: { is: 'NAME', most: 1000 },
    help: whole,
    also: ['来源字段'],
  },
  {
    key: 'toNamespace',
    zh: '目标命名空间',
    en: 'Target namespace',
    ...must,
    shape: { is: 'NAME', most: 500 },
    help: none,
  },
  {
    key: 'toDataset',
    zh: '目标数据集',
    en: 'Target dataset',
    ...must,
    shape: { is: 'NAME', most: 1000 },
    help: { zh: '数据集名，须已在目录中', en: 'Must be in the catalogue' },
    also: ['目标表'],
  },
  {
    key: 'toField',
    zh: '目标字段',
    en: 'Target field',
    ...may,
    shape: { is: 'NAME', most: 1000 },
    help: whole,
  },
  {
    key: 'kind',
    zh: '血缘类型',
    en: 'Kind',
    ...may,
    shape: { is: 'CODES', codes: EDGE_KIND },
    help: {
      zh: '直接：值流向目标；间接：只决定行、分组或顺序。空按转换方式判断',
      en: 'Direct: values move; indirect: they only decide rows, groups or order. Empty: by the transformation',
    },
  },
  {
    key: 'subtype',
    zh: '转换方式',
    en: 'Transformation',
    ...must,
    shape: { is: 'CODES', codes: EDGE_SUBTYPE },
    help: {
      zh: '原样、转换、聚合（直接）；关联、过滤、分组、排序、窗口、条件（间接）',
      en: 'Identity, transformation, aggregation (direct); join, filter, group by, sort, window, conditional (indirect)',
    },
    also: ['转换类型'],
  },
  {
    key: 'masking',
    zh: '脱敏方法',
    en: 'Masking',
    ...may,
    shape: { is: 'CODES', codes: MASKING },
    help: { zh: '空表示没有脱敏', en: 'Empty means none' },
    also: ['脱敏'],
  },
  {
    key: 'backflow',
    zh: '是否回流',
    en: 'Backflow',
    ...may,
    shape: { is: 'CODES', codes: YES_NO },
    help: { zh: '空为否', en: 'Empty means no' },
    also: ['回流'],
  },
  {
    key: 'validFrom',
    zh: '生效日期',
    en: 'Valid from',
    ...may,
    shape: { is: 'DAY' },
    help: {
      zh: '数据开始这样流动的日期；空为登记当日',
      en: 'Since when the data flow so; empty: the day of registration',
    },
  },
  {
    key: 'evidence',
    zh: '依据',
    en: 'Evidence',
    ...must,
    shape: { is: 'TEXT', most: 1500 },
    help: { zh: '谁说的、凭什么：脚本、台账、会议纪要', en: 'Who says so and why: script, ledger, minutes' },
    also: ['证据'],
  },
] as const satisfies readonly Column[];

export type LineageKey = (typeof LINEAGE_COLUMNS)[number]['key'];
