import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { FaultLog } from './faults.js';
import { readCatalogue } from './read-catalogue.js';
import { aCatalogueRow, catalogueTable, makeCsv, makeXlsx } from './testing/make-files.js';
import { SOME_NAMES } from './testing/read-all.js';

const ROWS = 100_000;
const DATASETS = 2_000;
const LOOKS = 10;
const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const held = () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MB;
};

function aTable() {
  const rows = Array.from({ length: ROWS }, (_, i) =>
    aCatalogueRow({
      name: `cn.dwd.t_${i % DATASETS}`,
      title: `合成数据集${i % DATASETS}`,
      path: `col_${i}`,
      itemTitle: `信息项${i}`,
    }),
  );
  return catalogueTable(rows);
}

/** Reads a file; gives a digest of its items and what memory it held at most, looked at now and then. */
async function read(bytes: Buffer) {
  const before = held();
  const log = new FaultLog();
  const { rows, datasets } = readCatalogue(bytes, SOME_NAMES, log);
  const digest = createHash('sha256');
  let count = 0;
  let most = 0;
  for await (const { item, row } of rows) {
    digest.update(JSON.stringify([row, item]));
    count += 1;
    if (count % (ROWS / LOOKS) === 0) most = Math.max(most, held() - before);
  }
  return { count, datasets: datasets.size, faults: log.kept, digest: digest.digest('hex'), most };
}

it('100,000 rows are read the same from both formats, and memory does not hold them', async () => {
  const csv = Buffer.from(makeCsv(aTable()));
  const ofCsv = await read(csv);
  const ofXlsx = await read(makeXlsx({ 目录: aTable() }));
  expect(ofCsv).toMatchObject({ count: ROWS, datasets: DATASETS, faults: [] });
  expect(ofXlsx).toEqual({ ...ofCsv, most: ofXlsx.most });
  // Names are held, to find twins; the rows are several times as much.
  const text = csv.length / MB;
  expect(ofCsv.most).toBeLessThan(text);
  expect(ofXlsx.most).toBeLessThan(text);
}, 300_000);
