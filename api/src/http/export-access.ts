import type { IncomingMessage, ServerResponse } from 'node:http';
import { Code, Day, NotFound } from '@yuanliu/graph';
import { z } from 'zod';
import { keysOf, parseVertexId } from '../ids.js';
import type { RouteContext } from '../server.js';
import { sendCsv } from './csv.js';
import { readQuery } from './read-query.js';
import { contextOf } from './request-context.js';

const COLUMNS = {
  'zh-CN':
    '使用方代码 使用方 接口代码 接口 授权 全程有授权 环 距离 调用次数 拒绝次数 行数 首次 末次 当时级别 当前级别 图谱版本',
  en: 'consumer_code consumer interface_code interface authorization authorized_throughout ring distance calls denied rows first_at last_at grade_then grade_now snapshot_version',
};

const Query = z.object({
  id: z.string({ error: 'is missing' }).min(1),
  from: Day,
  to: Day,
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
});

/** GET /export/access.csv?id=…&from=…&to=…&locale=…: the rows of `whoAccessed`. */
export async function exportAccess(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
): Promise<void> {
  const { id, from, to, locale } = readQuery(Query, route.url);
  const ref = parseVertexId(id);
  const { graph, viewer } = await contextOf(request, route);
  if (!graph.lineage.current().has(ref)) throw new NotFound('thing', id);
  const { accesses, index } = await graph.access.whoAccessed(viewer, ref, from, to);
  const codes = (key: 'consumer' | 'interface') => keysOf(Code, [...new Set(accesses.map((a) => a[key]))]);
  const [consumers, interfaces] = await Promise.all([
    graph.consumer.findMany(viewer, codes('consumer')),
    graph.interface.findMany(viewer, codes('interface')),
  ]);
  const names = new Map([...consumers, ...interfaces].map((row) => [row.code, row.name]));
  await sendCsv(response, {
    name: `access-${ref.id}-${from}-${to}-v${index.version}`,
    columns: COLUMNS[locale].split(' '),
    snapshotVersion: index.version,
    rows: accesses.map((a) => [
      a.consumer,
      names.get(a.consumer) ?? '',
      a.interface,
      names.get(a.interface) ?? '',
      a.authorization ?? '',
      a.authorizedThroughout ? 1 : 0,
      a.ring,
      a.distance,
      a.calls,
      a.denied,
      a.rows,
      a.firstAt,
      a.lastAt,
      a.gradeThen ?? '',
      a.gradeNow ?? '',
      index.version,
    ]),
  });
}
