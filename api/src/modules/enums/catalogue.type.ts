import type * as model from '@yuanliu/graph';
import type { z } from 'zod';
import { enumOf } from '../../enum-of.js';

type Values<Z extends z.ZodType> = Record<z.infer<Z> & string, string>;

export const Grade = enumOf(
  'Grade',
  'Grade of data, strictest first (GB/T 43697-2024 §6.5; L1–L4 its annex H). Null elsewhere: not yet graded.',
  {
    CORE: '核心数据',
    IMPORTANT: '重要数据',
    L4: '一般数据 4 级',
    L3: '一般数据 3 级',
    L2: '一般数据 2 级',
    L1: '一般数据 1 级',
  } satisfies Values<typeof model.Grade>,
);

export const DepartmentKind = enumOf('DepartmentKind', 'Kind of organisation.', {
  CITY: '市级部门或平台',
  DISTRICT: '区',
  DEPARTMENT: '委办局',
  SUBDISTRICT: '街道',
  TOWN: '镇',
} satisfies Values<typeof model.DepartmentKind>);

export const LibraryKind = enumOf('LibraryKind', 'Kind of library.', {
  BASE: '基础要素库',
  TOPIC: '业务场景专题库',
} satisfies Values<typeof model.LibraryKind>);

export const LibraryAxis = enumOf('LibraryAxis', 'The axis a library is about.', {
  LEGAL_PERSON: '法人',
  NATURAL_PERSON: '自然人',
  SPACE: '空间地理',
} satisfies Values<typeof model.LibraryAxis>);

export const DatasetLayer = enumOf('DatasetLayer', 'Layer of the warehouse in which a dataset stands.', {
  SOURCE: '源系统',
  ODS: '贴源层',
  DWD: '明细层',
  DWS: '汇总层',
  ADS: '应用层',
  LANDING: '街镇落地表',
} satisfies Values<typeof model.DatasetLayer>);

export const SharingType = enumOf('SharingType', 'How data are shared between government units.', {
  UNCONDITIONAL: '无条件共享',
  CONDITIONAL: '有条件共享',
  NOT_SHARED: '不予共享',
} satisfies Values<typeof model.SharingType>);

export const OpenType = enumOf('OpenType', 'How data are opened to the public.', {
  UNCONDITIONAL: '无条件开放',
  CONDITIONAL: '有条件开放',
  NOT_OPEN: '不予开放',
} satisfies Values<typeof model.OpenType>);

export const UpdateFrequency = enumOf('UpdateFrequency', 'Promised update cycle (更新周期).', {
  REALTIME: '实时',
  DAILY: '每日',
  WEEKLY: '每周',
  TEN_DAYS: '每旬',
  MONTHLY: '每月',
  QUARTERLY: '每季度',
  HALF_YEARLY: '每半年',
  YEARLY: '每年',
  IRREGULAR: '不定期',
  NEVER: '不更新',
} satisfies Values<typeof model.UpdateFrequency>);

export const PersonalInfo = enumOf('PersonalInfo', 'Whether a field or dataset holds personal information.', {
  NONE: '不含个人信息',
  GENERAL: '一般个人信息',
  SENSITIVE: '敏感个人信息',
} satisfies Values<typeof model.PersonalInfo>);

export const ResourceType = enumOf('ResourceType', 'Kind of government information resource.', {
  BASE: '基础信息资源',
  THEME: '主题信息资源',
  DEPARTMENT: '部门信息资源',
} satisfies Values<typeof model.ResourceType>);

export const DataSubject = enumOf('DataSubject', 'What a dataset is about.', {
  PERSON: '自然人',
  LEGAL_PERSON: '法人',
  SPACE: '空间地理',
  MIXED: '多类主体',
} satisfies Values<typeof model.DataSubject>);

export const DatasetSort = enumOf('DatasetSort', 'Order of a list of datasets.', {
  RELEVANCE: 'Best match first; without a text as TITLE.',
  TITLE: 'By title.',
  UPDATED: 'Last data update first.',
  GRADE: 'Strictest grade first.',
  FIELDS: 'Most fields first.',
});

export const FreshnessState = enumOf('FreshnessState', 'Whether the promised cycle is kept.', {
  FRESH: 'Kept.',
  LATE: 'Older than promised, with grace.',
  UNKNOWN: 'No promise, or no known update.',
} satisfies Values<typeof model.FreshnessState>);
