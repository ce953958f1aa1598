import {
  type DatasetMetadata,
  datasetIdOf,
  fieldIdOf,
  type PersonalInfo,
  type UpdateFrequency,
} from '@yuanliu/graph';
import { addDays, instant } from '../../calendar.js';
import { sampleOf } from '../../identifiers.js';
import { createRng, type Rng } from '../../rng.js';
import type { SeedDataset, SeedField } from '../scenario.js';
import { columnOf, EXCHANGE_COLUMNS } from './columns.js';
import { CITY, SYSTEMS, type SystemCode, WAREHOUSE } from './namespaces.js';

type Sharing = readonly ['U'] | readonly ['C', condition: string] | readonly ['N', basis: string];

/** A dataset as its module writes it down. */
export interface DatasetSpec {
  /** `schema.table`, or `SYS:schema.table` when it is not in the warehouse. */
  name: string;
  title: string;
  abstract: string;
  layer: NonNullable<DatasetMetadata['layer']>;
  provider: string;
  library: string;
  subject: NonNullable<DatasetMetadata['subject']>;
  theme: string;
  freq: UpdateFrequency;
  rows: number;
  share: Sharing;
  /** Open attribute; closed unless said. */
  open?: 'U' | 'C';
  /** Columns, see {@link columnOf}. */
  fields: string;
  keywords?: string;
  /** Days since the data were last refreshed when that is more than the cycle promises. */
  late?: number;
  /** Columns without a grade, or all. */
  ungraded?: string | true;
  /** Where an ODS table is loaded from: the source table is made with the same business columns. */
  source?: string;
  spatial?: string;
  temporal?: string;
}

const CYCLE_HOURS: Record<UpdateFrequency, number> = {
  REALTIME: 0.5,
  DAILY: 24,
  WEEKLY: 7 * 24,
  TEN_DAYS: 10 * 24,
  MONTHLY: 30 * 24,
  QUARTERLY: 90 * 24,
  HALF_YEARLY: 180 * 24,
  YEARLY: 360 * 24,
  IRREGULAR: 400 * 24,
  NEVER: 2000 * 24,
};
const THEME_CODES: Record<string, string> = {
  综合政务: '01',
  经济管理: '02',
  国土资源能源: '03',
  工业交通: '04',
  城乡建设环境保护: '06',
  农业水利: '07',
  商业贸易: '09',
  气象水文测绘地震: '11',
  政法监察: '13',
  科技教育: '14',
  文化卫生体育: '15',
  劳动人事: '17',
  民政社区: '18',
  综合党团: '21',
};

/** System code and name of a spec's `name`. */
export function placeOf(name: string): { system: string; namespace: string; name: string; key: string } {
  const colon = name.indexOf(':');
  const system = colon < 0 ? 'WH' : name.slice(0, colon);
  const table = colon < 0 ? name : name.slice(colon + 1);
  const key = table.slice(table.lastIndexOf('.') + 1);
  const known = SYSTEMS[system as SystemCode];
  return {
    system: `SYS-${system}`,
    namespace: known ? known[1] : `mysql://jz-${system.toLowerCase()}.changning:3306`,
    name: table,
    key,
  };
}

function fieldsOf(spec: DatasetSpec, id: SeedDataset['id'], rng: Rng): SeedField[] {
  const exchange =
    spec.layer === 'SOURCE' ? [] : spec.layer === 'ODS' ? EXCHANGE_COLUMNS : (['ywrq', 'gxsj'] as const);
  const tokens = [...spec.fields.trim().split(/\s+/), ...exchange];
  const unnamed = new Set(spec.ungraded === true ? [] : (spec.ungraded?.split(' ') ?? []));
  const unique = [...new Map(tokens.map((token) => [token.split('=')[0], token])).values()];
  return unique.map((token, ordinal) => {
    const column = columnOf(token);
    const sample = sampleOf(column.kind, rng);
    return {
      id: fieldIdOf(id, column.path),
      dataset: id,
      path: column.path,
      ordinal,
      type: column.type,
      title: column.title,
      description: sample === null ? '' : `样例：${sample}（合成数据，非真实主体）`,
      grade: spec.ungraded === true || unnamed.has(column.path) ? null : column.grade,
      personalInfo: column.personalInfo as PersonalInfo,
      personalInfoKind: column.personalInfo === 'NONE' ? null : column.kind,
      synthetic: true,
    };
  });
}

function sharing(
  spec: DatasetSpec,
): Pick<DatasetMetadata, 'sharingType' | 'sharingCondition' | 'sharingBasis' | 'openType' | 'openCondition'> {
  const [kind, text = ''] = spec.share;
  const openType = spec.open === 'U' ? 'UNCONDITIONAL' : spec.open === 'C' ? 'CONDITIONAL' : 'NOT_OPEN';
  const openCondition =
    openType === 'CONDITIONAL'
      ? '实名注册并说明用途，经提供方审核后开放接口。'
      : openType === 'NOT_OPEN'
        ? '不开放'
        : '无条件';
  if (kind === 'U') {
    return {
      sharingType: 'UNCONDITIONAL',
      sharingCondition: '无条件',
      sharingBasis: '',
      openType,
      openCondition,
    };
  }
  if (kind === 'C') {
    return { sharingType: 'CONDITIONAL', sharingCondition: text, sharingBasis: '', openType, openCondition };
  }
  return {
    sharingType: 'NOT_SHARED',
    sharingCondition: '不予共享',
    sharingBasis: text,
    openType,
    openCondition,
  };
}

/** Catalogue entry and fields of a spec, as of `now`. */
export function buildDataset(spec: DatasetSpec, serial: number, now: number): SeedDataset {
  const rng = createRng(`dataset/${spec.name}`);
  const place = placeOf(spec.name);
  const id = datasetIdOf(place.namespace, place.name);
  const hours = spec.late === undefined ? CYCLE_HOURS[spec.freq] * (0.2 + 0.7 * rng.next()) : spec.late * 24;
  const list = spec.library.replaceAll(/[^A-Z]/g, '').length;
  return {
    id,
    key: place.key,
    namespace: place.namespace,
    name: place.name,
    provider: spec.provider,
    library: spec.library,
    source: place.system,
    title: spec.title,
    abstract: spec.abstract,
    layer: spec.layer,
    resourceCode: `3${THEME_CODES[spec.theme] ?? '01'}${String(100 + list)}${place.namespace === CITY ? '00' : '05'}/${String(serial).padStart(6, '0')}`,
    theme: spec.theme,
    resourceType: spec.library.startsWith('B-')
      ? 'BASE'
      : place.namespace === WAREHOUSE
        ? 'THEME'
        : 'DEPARTMENT',
    subject: spec.subject,
    keywords: (spec.keywords ?? '').split(' ').filter((word) => word !== ''),
    ...sharing(spec),
    updateFrequency: spec.freq,
    dataUpdatedAt: instant(addDays(now, 0) - Math.round(hours * 3600) * 1000),
    rowCount: spec.rows,
    spatial: spec.spatial ?? '长宁区',
    temporal: spec.temporal ?? '2019 年至今',
    contact: '数据责任人：信息化联络员（演示）',
    synthetic: true,
    fields: fieldsOf(spec, id, rng),
  };
}

/** The source table of an ODS spec: the same business columns in the system of its department. */
export function sourceSpecOf(spec: DatasetSpec): DatasetSpec | null {
  if (spec.source === undefined) return null;
  const system = SYSTEMS[placeOf(spec.source).system.slice(4) as SystemCode]?.[0] ?? '';
  const { source: _source, ...rest } = spec;
  return {
    ...rest,
    name: spec.source,
    title: `${spec.title}（${system}）`,
    abstract: `${system}的业务表，每批增量交换至区大数据资源平台形成「${spec.title}」。`,
    layer: 'SOURCE',
    share: spec.share[0] === 'U' ? ['U'] : ['C', '经区大数据资源平台交换后共享，不直接对外提供。'],
  };
}
