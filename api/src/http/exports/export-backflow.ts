import { z } from 'zod';
import { countLostFields } from '../../backflow/lost-fields.js';
import type { Context } from '../../context.js';
import { namesOfOwners } from './names-of-owners.js';
import { Locale, tableRoutes } from './send-table.js';
import type { Cell } from './table-file.js';

const COLUMNS = {
  'zh-CN':
    '单位 链路数 上报数据集 已返还数据集 闭环率 返还天数中位数 按期率 下发行数 落地行数 落地率 未返还字段 逾期链路 中断链路',
  en: 'department links reported_datasets returned_datasets closure_rate median_days_to_return on_time_rate rows_sent rows_landed landing_rate lost_fields overdue broken',
};
const SHEET = { 'zh-CN': '回流闭环', en: 'Backflow' };

/** GET /export/backflow.csv|xlsx?locale=…: the rows of `backflowClosure`. */
export const backflowRoutes = tableRoutes(
  'backflow',
  z.object({ locale: Locale }),
  async (context, { locale }) => {
    const { version } = context.graph.lineage.current();
    return {
      name: `backflow-v${version}`,
      snapshotVersion: version,
      sheets: [{ name: SHEET[locale], columns: COLUMNS[locale].split(' '), rows: () => rows(context) }],
    };
  },
);

async function* rows(context: Context): AsyncGenerator<Cell[]> {
  const { graph, viewer } = context;
  const closures = await graph.backflow.closures(viewer);
  const { departments } = await namesOfOwners(
    context,
    closures.map(({ department }) => ({ provider: department })),
  );
  for (const row of closures) {
    yield [
      departments.get(row.department) ?? row.department,
      row.links.length,
      row.reported.length,
      row.returned.length,
      row.closureRate ?? '',
      row.daysToReturn ?? '',
      row.onTimeRate ?? '',
      row.rowsSent,
      row.rowsLanded,
      row.landingRate ?? '',
      await countLostFields(context, row.links),
      row.overdue,
      row.broken,
    ];
  }
}
