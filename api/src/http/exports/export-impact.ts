import { Code, DatasetId, DatasetLayer, Grade, NotFound, Ring } from '@yuanliu/graph';
import type { ImpactListFilter, LineageReader, VertexRef } from '@yuanliu/graph/lineage-index';
import { z } from 'zod';
import { append } from '../../append.js';
import type { Context } from '../../context.js';
import { keysOf, parseVertexId } from '../../ids.js';
import { describeStart } from '../../lineage/describe-start.js';
import { describeVertices } from '../../lineage/describe-vertices.js';
import { readImpactFilter } from '../../modules/impact/impact-filter.type.js';
import { impactSummary } from './impact-summary.js';
import { flag, Locale, listOf, tableRoutes } from './send-table.js';
import type { Cell } from './table-file.js';

const CHUNK = 1000;

const FIELDS = {
  'zh-CN':
    '命名空间 数据集名 数据集标题 字段 字段标题 级别 个人信息 提供部门 分层 环 距离 仅经回流 粗粒度 图谱版本',
  en: 'namespace dataset dataset_title field field_title grade personal_information department layer ring distance via_backflow coarse snapshot_version',
};
const DATASETS = {
  'zh-CN': '命名空间 数据集名 数据集标题 提供部门 分层 库 字段数 环 距离 仅经回流 粗粒度',
  en: 'namespace dataset dataset_title department layer library fields ring distance via_backflow coarse',
};
const ACCESS = {
  'zh-CN': '接口代码 接口 环 使用方代码 使用方 授权 用途 法律依据 有效期自 有效期至 授权状态',
  en: 'interface_code interface ring consumer_code consumer authorization purpose legal_basis valid_from valid_to state',
};
const SHEETS = {
  'zh-CN': { fields: '字段', datasets: '数据集', access: '接口与授权' },
  en: { fields: 'Fields', datasets: 'Datasets', access: 'Interfaces' },
};

const Query = z.object({
  id: z.string({ error: 'is missing' }).min(1),
  ring: listOf(Ring),
  grade: listOf(Grade),
  ungraded: flag,
  department: listOf(z.string()),
  library: listOf(z.string()),
  noLibrary: flag,
  layer: listOf(DatasetLayer),
  distance: z.coerce.number().int().min(0).optional(),
  datasetId: z.string().optional(),
  viaBackflow: z
    .enum(['true', 'false'])
    .optional()
    .transform((text) => text && text === 'true'),
  locale: Locale,
});

/**
 * GET /export/impact.csv|xlsx?id=…&locale=…: every impacted field behind the numbers of `impact`, all rings unless
 * named, or those of one list; the workbook also says what was asked, and holds datasets, interfaces and authorisations.
 */
export const impactRoutes = tableRoutes('impact', Query, async (context, asked) => {
  const ref = parseVertexId(asked.id);
  const index = context.graph.lineage.current();
  const start = await describeStart(context, index, ref);
  if (start === null) throw new NotFound('thing', asked.id);
  const { locale } = asked;
  const filter = readImpactFilter({ ...asked, ring: asked.ring ?? Ring.options }, '');
  const sheets = SHEETS[locale];
  return {
    name: `impact-${ref.id}-v${index.version}`,
    snapshotVersion: index.version,
    cover: () => impactSummary(context, index, ref, start.label, locale),
    sheets: [
      {
        name: sheets.fields,
        columns: FIELDS[locale].split(' '),
        rows: () => fieldRows(context, index, ref, filter),
      },
      {
        name: sheets.datasets,
        columns: DATASETS[locale].split(' '),
        rows: () => datasetRows(context, index, ref, filter),
      },
      {
        name: sheets.access,
        columns: ACCESS[locale].split(' '),
        rows: () => accessRows(context, index, ref),
      },
    ],
  };
});

async function* fieldRows(
  context: Context,
  index: LineageReader,
  ref: VertexRef,
  filter: ImpactListFilter,
): AsyncGenerator<Cell[]> {
  const { graph, viewer } = context;
  let seen = 0;
  for (;;) {
    const page = await index.impactedFields(ref, { filter, offset: seen, limit: CHUNK });
    const fields = await describeVertices(
      context,
      page.rows.map((row) => ({
        ...row,
        ref: { kind: 'FIELD', id: row.id } as const,
        upstreamCount: 0,
        downstreamCount: 0,
      })),
    );
    const ids = keysOf(DatasetId, [...new Set(page.rows.map((row) => row.dataset))]);
    const datasets = new Map((await graph.dataset.findMany(viewer, ids)).map((d) => [d.id as string, d]));
    for (const field of fields) {
      const dataset = datasets.get(field.dataset ?? '');
      yield [
        dataset?.namespace ?? '',
        dataset?.name ?? '',
        dataset?.title ?? '',
        field.name,
        field.label === field.name ? '' : field.label,
        field.grade ?? '',
        field.personalInfo ?? '',
        field.departmentName ?? '',
        field.layer ?? '',
        field.ring,
        field.distance,
        field.viaBackflow ? 1 : 0,
        field.coarse ? 1 : 0,
        index.version,
      ];
    }
    seen += page.rows.length;
    if (seen >= page.total || page.rows.length === 0) return;
  }
}

async function* datasetRows(
  context: Context,
  index: LineageReader,
  ref: VertexRef,
  filter: ImpactListFilter,
): AsyncGenerator<Cell[]> {
  const { graph, viewer } = context;
  let seen = 0;
  for (;;) {
    const page = await index.impactedDatasets(ref, { filter, offset: seen, limit: CHUNK });
    const counts = new Map(page.rows.map((row) => [row.id, row.fieldCount]));
    const nodes = await describeVertices(
      context,
      page.rows.map((row) => ({
        ...row,
        ref: { kind: 'DATASET', id: row.id } as const,
        upstreamCount: 0,
        downstreamCount: 0,
      })),
    );
    const ids = keysOf(
      DatasetId,
      page.rows.map((row) => row.id),
    );
    const datasets = new Map((await graph.dataset.findMany(viewer, ids)).map((d) => [d.id as string, d]));
    for (const node of nodes) {
      yield [
        datasets.get(node.ref.id)?.namespace ?? '',
        node.name,
        node.label,
        node.departmentName ?? '',
        node.layer ?? '',
        node.libraryName ?? '',
        counts.get(node.ref.id) ?? 0,
        node.ring,
        node.distance,
        node.viaBackflow ? 1 : 0,
        node.coarse ? 1 : 0,
      ];
    }
    seen += page.rows.length;
    if (seen >= page.total || page.rows.length === 0) return;
  }
}

/** One row for each authorisation; an interface that nobody is authorised for has one row of its own. */
async function* accessRows(
  { graph, viewer }: Context,
  index: LineageReader,
  ref: VertexRef,
): AsyncGenerator<Cell[]> {
  const { interfaces, consumers } = await index.impactEnds(ref);
  const held = new Map<string, string[]>();
  for (const { authorizations } of consumers) {
    for (const { code, interface: on } of authorizations) append(held, on, code);
  }
  const [rows, grants, readers] = await Promise.all([
    graph.interface.findMany(
      viewer,
      keysOf(
        Code,
        interfaces.map(({ code }) => code),
      ),
    ),
    graph.authorization.findMany(viewer, keysOf(Code, [...new Set([...held.values()].flat())])),
    graph.consumer.findMany(
      viewer,
      keysOf(
        Code,
        consumers.map(({ code }) => code),
      ),
    ),
  ]);
  const names = new Map([...rows, ...readers].map((row) => [row.code as string, row.name]));
  const byCode = new Map(grants.map((grant) => [grant.code as string, grant]));
  for (const { code, ring } of interfaces) {
    const own = [code, names.get(code) ?? '', ring];
    const codes = held.get(code) ?? [];
    if (codes.length === 0) yield [...own, '', '', '', '', '', '', '', ''];
    for (const grant of codes.flatMap((each) => byCode.get(each) ?? [])) {
      yield [
        ...own,
        grant.consumer,
        names.get(grant.consumer) ?? '',
        grant.code,
        grant.purpose,
        grant.legalBasis,
        grant.validFrom,
        grant.validTo,
        grant.state,
      ];
    }
  }
}
