import type { IncomingMessage, ServerResponse } from 'node:http';
import { DatasetId, NotFound, Ring } from '@yuanliu/graph';
import type { LineageIndex, VertexRef } from '@yuanliu/graph/lineage-index';
import { z } from 'zod';
import type { Context } from '../context.js';
import { keysOf, parseVertexId } from '../ids.js';
import { describeVertices } from '../lineage/describe-vertices.js';
import type { RouteContext } from '../server.js';
import { sendCsv } from './csv.js';
import { readQuery } from './read-query.js';
import { contextOf } from './request-context.js';

const CHUNK = 1000;

const COLUMNS = {
  'zh-CN':
    '命名空间 数据集名 数据集标题 字段 字段标题 级别 个人信息 提供部门 分层 环 距离 仅经回流 粗粒度 图谱版本',
  en: 'namespace dataset dataset_title field field_title grade personal_information department layer ring distance via_backflow coarse snapshot_version',
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

/** GET /export/impact.csv?id=…&ring=…&locale=…: every impacted field behind the numbers of `impact`, all rings unless named. */
export async function exportImpact(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
): Promise<void> {
  const { id, ring, locale } = readQuery(Query, route.url);
  const ref = parseVertexId(id);
  const context = await contextOf(request, route);
  const index = route.graph.lineage.current();
  if (!index.has(ref)) throw new NotFound('thing', id);
  await sendCsv(response, {
    name: `impact-${ref.id}-v${index.version}`,
    columns: COLUMNS[locale].split(' '),
    snapshotVersion: index.version,
    rows: rows(context, index, ref, ring),
  });
}

async function* rows(context: Context, index: LineageIndex, ref: VertexRef, ring: Ring[] | undefined) {
  const { graph, viewer } = context;
  let seen = 0;
  for (;;) {
    const page = index.impactedFields(ref, { filter: ring ? { ring } : {}, offset: seen, limit: CHUNK });
    const vertices = page.rows.map((row) => ({ ...row, ref: { kind: 'FIELD', id: row.id } as const }));
    const counts = { upstreamCount: 0, downstreamCount: 0 };
    const fields = await describeVertices(
      context,
      vertices.map((vertex) => ({ ...vertex, ...counts })),
    );
    const ids = keysOf(
      DatasetId,
      page.rows.map((row) => row.dataset),
    );
    const found = await graph.dataset.findMany(viewer, [...new Set(ids)]);
    const datasets = new Map(found.map((d) => [d.id as string, d]));
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
