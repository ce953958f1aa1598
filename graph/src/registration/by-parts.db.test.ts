import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../db/index.js';
import { ROWS_IN_TRANSACTION } from '../db/index.js';
import { Unavailable } from '../errors.js';
import { createGraph } from '../graph.js';
import { aCatalogueRow, catalogueTable, makeCsv } from '../ingest/spreadsheet/testing/make-files.js';
import { aDepartment, aViewer, clearDatabase, testDb } from '../testing/index.js';
import type { RegistrationRequest } from './index.js';

const ROWS = ROWS_IN_TRANSACTION + 500;
const DATASETS = 50;

const db = testDb();
const graph = createGraph({ db });
beforeAll(async () => {
  await clearDatabase(db);
  await graph.department.register('t', [aDepartment({ code: 'DSJ', name: '区数据局' })]);
});
afterAll(() => db.close());

/** A database that goes away at a write, counted from 1. */
function breakingAt(write: number): Db {
  let writes = 0;
  return {
    ...db,
    write: (work, label) => {
      writes += 1;
      return writes === write ? Promise.reject(new Unavailable('Neo4j', 'gone')) : db.write(work, label);
    },
  };
}

const rows = Array.from({ length: ROWS }, (_, i) =>
  aCatalogueRow({
    name: `t_${i % DATASETS}`,
    path: `c_${i}`,
    personalInfo: '',
    personalInfoKind: '',
    grade: 'L1',
  }),
);
const request = (over: Partial<RegistrationRequest> = {}): RegistrationRequest => ({
  bytes: Buffer.from(makeCsv(catalogueTable(rows))),
  fileName: 'x.csv',
  dryRun: false,
  keepGood: false,
  viewer: aViewer(),
  ...over,
});

it('a file of more rows than a transaction is refused whole, and cut off it is completed by the same file', async () => {
  const faulty = rows.with(ROWS - 1, aCatalogueRow({ name: 't_1', path: 'last', grade: 'L9' }));
  const bytes = Buffer.from(makeCsv(catalogueTable(faulty)));
  const before = await graph.change.lastSequence();
  expect((await graph.registration.catalogue(request({ bytes }))).written).toBe(false);
  expect(await graph.change.lastSequence()).toBe(before);

  // Datasets are the first part, then fields by 5,000: the third part is lost.
  const broken = createGraph({ db: breakingAt(3) });
  await expect(broken.registration.catalogue(request())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const half = await graph.registration.catalogue(request({ dryRun: true }));
  expect([half.datasets, half.fields]).toEqual([
    { created: 0, changed: 0, unchanged: DATASETS },
    { created: ROWS - 5_000, changed: 0, unchanged: 5_000 },
  ]);

  const whole = await graph.registration.catalogue(request({ comparedAt: half.comparedAt }));
  // What a dry run found is not looked for again while nothing changes.
  expect(whole).toMatchObject({ written: true, fields: half.fields, comparedAt: null });
  const last = await graph.change.lastSequence();
  expect(last - before).toBe(DATASETS + 2 * ROWS);
  const again = await graph.registration.catalogue(request());
  expect(again).toMatchObject({ fields: { created: 0, changed: 0, unchanged: ROWS }, comparedAt: last });
  expect(await graph.change.lastSequence()).toBe(last);
}, 600_000);
