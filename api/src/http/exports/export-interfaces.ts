import { Code, cursorAt, Grade, InterfaceSort, InterfaceState, idleDays } from '@yuanliu/graph';
import { z } from 'zod';
import { today } from '../../calendar.js';
import type { Context } from '../../context.js';
import { parseVertexId } from '../../ids.js';
import { authorizationsOfInterface } from '../../loaders/authorization.js';
import { exposuresOfInterface, gradeOfInterface, usageOfInterface } from '../../loaders/interface.js';
import { namesOfOwners } from './names-of-owners.js';
import { flag, Locale, listOf, tableRoutes } from './send-table.js';
import type { Cell } from './table-file.js';

const CHUNK = 500;

const COLUMNS = {
  'zh-CN':
    '接口代码 接口 状态 最高级别 提供部门 场景 方法 路径 开放字段数 使用方数 近30日调用 最近调用 闲置天数 说明',
  en: 'code name state highest_grade department scene method path exposed_fields consumers calls_30_days last_call_at idle_days description',
};
const SHEET = { 'zh-CN': '接口', en: 'Interfaces' };
const days = z.coerce.number().int().min(0).max(3660).optional();

const Query = z.object({
  state: listOf(InterfaceState),
  department: listOf(Code),
  scene: listOf(Code),
  grade: listOf(Grade),
  ungraded: flag,
  idleDays: days,
  expiringWithinDays: days,
  exceeded: flag,
  usedBy: listOf(Code),
  exposes: z.string().optional(),
  text: z.string().max(200).optional(),
  sort: InterfaceSort.default('NAME'),
  descending: flag,
  locale: Locale,
});
type Asked = z.output<typeof Query>;

/** GET /export/interfaces.csv|xlsx?state=…: every row of `interfaces` under the same filter and order. */
export const interfaceRoutes = tableRoutes('interfaces', Query, async (context, asked) => {
  const { version } = context.graph.lineage.current();
  const { locale } = asked;
  return {
    name: `interfaces-v${version}`,
    snapshotVersion: version,
    sheets: [{ name: SHEET[locale], columns: COLUMNS[locale].split(' '), rows: () => rows(context, asked) }],
  };
});

async function* rows(
  context: Context,
  { sort, descending, locale: _, ...asked }: Asked,
): AsyncGenerator<Cell[]> {
  const { graph, viewer } = context;
  const filter = { ...asked, exposes: asked.exposes ? parseVertexId(asked.exposes, 'exposes').id : null };
  const day = today();
  let after: string | null = null;
  for (;;) {
    const page = await graph.interface.list(viewer, { filter, sort, descending, first: CHUNK, after });
    const { departments } = await namesOfOwners(context, page.rows);
    const scenes = await graph.useScene.findMany(
      viewer,
      page.rows.flatMap(({ scene }) => scene ?? []),
    );
    const sceneNames = new Map(scenes.map(({ code, name }) => [code as string, name]));
    const measured = await Promise.all(
      page.rows.map(async ({ code }) => ({
        grade: await gradeOfInterface(context, code),
        exposures: await exposuresOfInterface(context, code),
        grants: await authorizationsOfInterface(context, code),
        usage: await usageOfInterface(context, code),
      })),
    );
    for (const [i, row] of page.rows.entries()) {
      const facts = measured[i];
      const lastAt = facts?.usage?.lastAt ?? null;
      yield [
        row.code,
        row.name,
        row.state,
        facts?.grade ?? '',
        row.provider ? (departments.get(row.provider) ?? row.provider) : '',
        row.scene ? (sceneNames.get(row.scene) ?? row.scene) : '',
        row.method,
        row.path,
        facts?.exposures.length ?? 0,
        new Set(facts?.grants.map(({ consumer }) => consumer)).size,
        facts?.usage?.calls ?? 0,
        lastAt ?? '',
        idleDays(lastAt, day) ?? '',
        row.description,
      ];
    }
    if (!page.hasNextPage) return;
    after = cursorAt(page.offset + page.rows.length - 1);
  }
}
