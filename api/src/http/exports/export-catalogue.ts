import {
  Code,
  cursorAt,
  DatasetId,
  DatasetLayer,
  FieldId,
  FreshnessState,
  freshnessOf,
  Grade,
  HitKind,
  PersonalInfo,
  SharingType,
  UpdateFrequency,
} from '@yuanliu/graph';
import { z } from 'zod';
import type { Context } from '../../context.js';
import { keysOf } from '../../ids.js';
import { loadHits } from '../../modules/search/load-hits.js';
import { namesOfOwners } from './names-of-owners.js';
import { flag, Locale, listOf, tableRoutes } from './send-table.js';
import type { Cell } from './table-file.js';

const CHUNK = 1000;

const COLUMNS = {
  'zh-CN':
    '种类 名称 代码或列名 所属数据集 提供部门 库 级别 个人信息 共享类型 共享条件 共享依据 更新周期 新鲜度 数据更新时间 字段数 摘要',
  en: 'kind title name dataset department library grade personal_information sharing_type sharing_condition sharing_basis update_frequency freshness data_updated_at fields abstract',
};
const SHEET = { 'zh-CN': '目录', en: 'Catalogue' };

const Query = z.object({
  text: z.string().max(200).default(''),
  kind: listOf(HitKind),
  department: listOf(Code),
  library: listOf(Code),
  grade: listOf(Grade),
  ungraded: flag,
  sharingType: listOf(SharingType),
  updateFrequency: listOf(UpdateFrequency),
  freshness: listOf(FreshnessState),
  layer: listOf(DatasetLayer),
  theme: listOf(z.string()),
  personalInfo: listOf(PersonalInfo),
  sort: z.enum(['RELEVANCE', 'TITLE', 'UPDATED', 'GRADE', 'FIELDS']).default('RELEVANCE'),
  locale: Locale,
});
type Asked = z.output<typeof Query>;

/** GET /export/catalogue.csv|xlsx?text=…&kind=…: every hit of `search` under the same filter and order. */
export const catalogueRoutes = tableRoutes('catalogue', Query, async (context, asked) => {
  const { version } = context.graph.lineage.current();
  const { locale } = asked;
  return {
    name: `catalogue-v${version}`,
    snapshotVersion: version,
    sheets: [{ name: SHEET[locale], columns: COLUMNS[locale].split(' '), rows: () => rows(context, asked) }],
  };
});

async function* rows(context: Context, { text, sort, locale: _, ...filter }: Asked): AsyncGenerator<Cell[]> {
  const { graph, viewer } = context;
  let after: string | null = null;
  for (;;) {
    const found = await graph.search.search(viewer, { text, sort, filter, first: CHUNK, after });
    const hits = await loadHits(context, found.hits);
    const fields = hits.flatMap(({ kind, id }) => (kind === 'FIELD' ? [id] : []));
    const owners = new Map(
      (await graph.field.findMany(viewer, keysOf(FieldId, fields))).map((field) => [
        field.id as string,
        field.dataset,
      ]),
    );
    const datasets = new Map(
      (await graph.dataset.findMany(viewer, keysOf(DatasetId, [...new Set(owners.values())]))).map((d) => [
        d.id as string,
        d,
      ]),
    );
    const { departments, libraries } = await namesOfOwners(context, [
      ...datasets.values(),
      ...hits.flatMap(({ row }) => ('provider' in row ? [row] : [])),
    ]);
    for (const { kind, row, id } of hits) {
      const field = kind === 'FIELD' && 'path' in row && 'ordinal' in row ? row : null;
      const dataset = 'namespace' in row ? row : (datasets.get(owners.get(id) ?? '') ?? null);
      const provider = dataset?.provider ?? ('provider' in row ? row.provider : null);
      yield [
        kind,
        'title' in row && row.title ? row.title : 'name' in row ? row.name : id,
        field?.path ?? ('namespace' in row ? `${row.namespace} ${row.name}` : 'code' in row ? row.code : ''),
        field ? (dataset?.title ?? '') : '',
        provider ? (departments.get(provider) ?? provider) : '',
        dataset?.library ? (libraries.get(dataset.library) ?? dataset.library) : '',
        (field ?? ('namespace' in row ? row : null))?.grade ?? '',
        (field ?? ('namespace' in row ? row : null))?.personalInfo ?? '',
        dataset?.sharingType ?? '',
        dataset?.sharingCondition ?? '',
        dataset?.sharingBasis ?? '',
        dataset?.updateFrequency ?? '',
        dataset ? freshnessOf(dataset, Date.now()).state : '',
        dataset?.dataUpdatedAt ?? '',
        'namespace' in row ? row.fieldCount : '',
        'abstract' in row ? row.abstract : 'description' in row ? row.description : '',
      ];
    }
    if (found.hits.length < CHUNK) return;
    after = cursorAt(found.offset + found.hits.length - 1);
  }
}
