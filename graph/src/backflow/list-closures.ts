import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { addDays, Code, cityDay, DatasetId, Day, Delivery, type Viewer } from '../model/index.js';
import { type BackflowClosure, closureOf } from './closure.js';
import { listLinks } from './find-links.js';

/** Deliveries of a year tell how a link does now; older ones stay in its own list. */
const DAYS = 365;

const listReporting = defineQuery({
  file: 'backflow/list-reporting',
  mode: 'read',
  params: z.object({}),
  row: z.object({ department: Code, reported: z.array(DatasetId) }),
});
const listSince = defineQuery({
  file: 'backflow/list-deliveries-since',
  mode: 'read',
  params: z.object({ since: Day }),
  row: single('delivery', stored(Delivery)),
});

/** One row for every sub-district and town and every other unit that a link serves, by code; deliveries of the last year. */
export async function listClosures(
  db: Db,
  viewer: Viewer,
  now: number = Date.now(),
): Promise<BackflowClosure[]> {
  const day = cityDay(now);
  const [units, links, deliveries] = await Promise.all([
    listReporting.run(db, {}),
    listLinks(db, viewer),
    listSince.run(db, { since: addDays(day, -DAYS) }),
  ]);
  const linksOf = grouped(links, ({ serves }) => serves);
  const deliveriesOf = grouped(deliveries, ({ link }) => link);
  return units.map(({ department, reported }) =>
    closureOf(
      department,
      reported,
      linksOf.get(department) ?? [],
      (link) => deliveriesOf.get(link) ?? [],
      day,
    ),
  );
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
