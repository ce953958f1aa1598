import { Code, Day, NotFound } from '@yuanliu/graph';
import { z } from 'zod';
import type { Context } from '../../context.js';
import { keyOf, keysOf, parseVertexId } from '../../ids.js';
import { Locale, tableRoutes } from './send-table.js';

const COLUMNS = {
  'zh-CN':
    '使用方代码 使用方 接口代码 接口 授权 全程有授权 环 距离 调用次数 拒绝次数 行数 首次 末次 当时级别 当前级别 图谱版本',
  en: 'consumer_code consumer interface_code interface authorization authorized_throughout ring distance calls denied rows first_at last_at grade_then grade_now snapshot_version',
};
const REVERSE = {
  'zh-CN': '接口代码 接口 授权 全程有授权 字段数 调用次数 拒绝次数 行数 首次 末次 级别 图谱版本',
  en: 'interface_code interface authorization authorized_throughout fields calls denied rows first_at last_at grade snapshot_version',
};
const NAME = { 'zh-CN': '访问', en: 'access' };

const Period = z.object({ from: Day, to: Day, locale: Locale });
const given = z.string({ error: 'is missing' }).min(1);

async function namesOf(
  { graph, viewer }: Context,
  rows: readonly { consumer?: string; interface: string }[],
) {
  const codes = (values: string[]) => keysOf(Code, [...new Set(values)]);
  const [consumers, interfaces] = await Promise.all([
    graph.consumer.findMany(viewer, codes(rows.flatMap((row) => row.consumer ?? []))),
    graph.interface.findMany(viewer, codes(rows.map((row) => row.interface))),
  ]);
  return new Map([...consumers, ...interfaces].map((row) => [row.code as string, row.name]));
}

/** GET /export/access.csv|xlsx?id=…&from=…&to=…&locale=…: the rows of `whoAccessed`. */
export const accessRoutes = tableRoutes(
  'access',
  Period.extend({ id: given }),
  async (context, { id, from, to, locale }) => {
    const { graph, viewer } = context;
    const ref = parseVertexId(id);
    if (!graph.lineage.current().has(ref)) throw new NotFound('thing', id);
    const { accesses, index } = await graph.access.whoAccessed(viewer, ref, from, to);
    const names = await namesOf(context, accesses);
    const rows = accesses.map((a) => [
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
    ]);
    return {
      name: `access-${ref.id}-${from}-${to}-v${index.version}`,
      snapshotVersion: index.version,
      sheets: [{ name: NAME[locale], columns: COLUMNS[locale].split(' '), rows: () => rows }],
    };
  },
);

/** GET /export/accesses-by.csv|xlsx?consumer=…&from=…&to=…&locale=…: the rows of `accessesBy`. */
export const accessesByRoutes = tableRoutes(
  'accesses-by',
  Period.extend({ consumer: given }),
  async (context, { consumer, from, to, locale }) => {
    const { graph, viewer } = context;
    const code = keyOf(consumer, 'Consumer', 'consumer');
    const { accesses, index } = await graph.access.accessesBy(viewer, code, from, to);
    const names = await namesOf(context, accesses);
    const rows = accesses.map((a) => [
      a.interface,
      names.get(a.interface) ?? '',
      a.authorization ?? '',
      a.authorizedThroughout ? 1 : 0,
      a.fields.length,
      a.calls,
      a.denied,
      a.rows,
      a.firstAt,
      a.lastAt,
      a.grade ?? '',
      index.version,
    ]);
    return {
      name: `accesses-by-${code}-${from}-${to}-v${index.version}`,
      snapshotVersion: index.version,
      sheets: [{ name: NAME[locale], columns: REVERSE[locale].split(' '), rows: () => rows }],
    };
  },
);
