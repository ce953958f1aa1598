import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { DatasetId, InvalidInput, NotFound, Ring } from '@yuanliu/graph';
import type { LineageIndex, VertexRef } from '@yuanliu/graph/lineage-index';
import { stringify } from 'csv-stringify';
import { z } from 'zod';
import type { Context } from '../context.js';
import { keysOf, parseVertexId } from '../ids.js';
import { describeVertices } from '../lineage/describe-vertices.js';
import type { RouteContext } from '../server.js';
import { contextOf } from './request-context.js';

const CHUNK = 1000;

const HEADERS = {
  'zh-CN': [
    '命名空间',
    '数据集名',
    '数据集标题',
    '字段',
    '字段标题',
    '级别',
    '个人信息',
    '提供部门',
    '分层',
    '环',
    '距离',
    '仅经回流',
    '粗粒度',
    '图谱版本',
  ],
  en: [
    'namespace',
    'dataset',
    'dataset title',
    'field',
    'field title',
    'grade',
    'personal information',
    'department',
    'layer',
    'ring',
    'distance',
    'via backflow',
    'coarse',
    'snapshot version',
  ],
};

const Query = z.object({
  id: z.string({ error: 'is missing' }).min(1),
  ring: z
    .string()
    .optional()
    .transform((v) => v?.split(','))
    .pipe(z.array(Ring).optional()),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});

/** GET /export/impact.csv?id=…&ring=…&locale=…: every impacted field, streamed; what the `impact` field shows as numbers. */
export async function exportImpact(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
): Promise<void> {
  const query = Query.safeParse(Object.fromEntries(route.url.searchParams));
  if (!query.success) {
    throw new InvalidInput(query.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })));
  }
  const { id, ring, locale } = query.data;
  const ref = parseVertexId(id);
  const context = await contextOf(request, route);
  const index = route.graph.lineage.current();
  if (!index.has(ref)) throw new NotFound('thing', id);

  response.writeHead(200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="impact-${ref.id.replace(/[^\w.-]/g, '_')}-v${index.version}.csv"`,
    'x-yuanliu-snapshot-version': String(index.version),
    'cache-control': 'no-store',
  });
  // `escape_formulas` quotes what a spreadsheet would run: cells that begin with = + - @ tab or return.
  const csv = stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    header: true,
    columns: HEADERS[locale],
  });
  await pipeline(rows(context, index, ref, ring), csv, response);
}

async function* rows(context: Context, index: LineageIndex, ref: VertexRef, ring: Ring[] | undefined) {
  const { graph, viewer } = context;
  for (let offset = 0; ; offset += CHUNK) {
    const page = index.impactedFields(ref, { filter: ring ? { ring } : {}, offset, limit: CHUNK });
    const fields = await describeVertices(
      context,
      page.rows.map((row) => ({
        ...row,
        ref: { kind: 'FIELD', id: row.id },
        upstreamCount: 0,
        downstreamCount: 0,
      })),
    );
    const ids = [...new Set(page.rows.map((row) => row.dataset))];
    const datasets = new Map(
      (await graph.dataset.findMany(viewer, keysOf(DatasetId, ids))).map((d) => [d.id as string, d]),
    );
    for (const [i, field] of fields.entries()) {
      const dataset = datasets.get(page.rows[i]?.dataset ?? '');
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
    if (offset + page.rows.length >= page.total || page.rows.length === 0) return;
  }
}
