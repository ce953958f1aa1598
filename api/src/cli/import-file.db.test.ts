import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aCatalogueRow, type CatalogueCells, catalogueTable, makeCsv } from '@yuanliu/graph/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillSampleCatalogue } from '../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
let url: string;
let folder: string;
beforeAll(async () => {
  test = await startTestApi();
  url = await test.listen();
  await fillSampleCatalogue(test);
  folder = mkdtempSync(join(tmpdir(), 'yuanliu-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

/** The command as a user's shell runs it, from its sources. */
function yuanliu(...args: string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = {
      env: { PATH: process.env.PATH, HOME: folder, YUANLIU_API_URL: url },
      cwd: join(import.meta.dirname, '../..'),
    };
    const command = ['--import', 'tsx', '--conditions=source', join(import.meta.dirname, 'main.ts'), ...args];
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

const row = (pinned: CatalogueCells) => aCatalogueRow({ namespace: 'pg', provider: '区数据局', ...pinned });
function file(name: string, ...rows: CatalogueCells[]): string {
  const path = join(folder, name);
  writeFileSync(path, makeCsv(catalogueTable(rows)));
  return path;
}

it('checks a file, writes it, and changes nothing the second time', async () => {
  const path = file('good.csv', row({ path: 'a' }), row({ path: 'b' }));
  const before = await test.graph.change.lastSequence();
  expect(await yuanliu('import', path, '--dry-run')).toMatchObject({
    code: 0,
    stdout: `${path}: not written; 2 rows\n  datasets: 1 added, 0 changed, 0 as they were\n  fields: 2 added, 0 changed, 0 as they were\n  gradings: 2 added, 0 changed, 0 as they were\n`,
  });
  expect(await test.graph.change.lastSequence()).toBe(before);
  expect((await yuanliu('import', path)).stdout).toMatch(/: written; 2 rows\n/);
  const last = await test.graph.change.lastSequence();
  const again = await yuanliu('import', path, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ state: 'WRITTEN', report: { fields: { unchanged: 2 } } });
  expect(await test.graph.change.lastSequence()).toBe(last);
});

it('names each fault, ends with 1, marks a copy, and takes the good rows when asked', async () => {
  const path = file('bad.csv', row({ name: 'x', path: 'a' }), row({ name: 'x', path: 'b', grade: 'L9' }));
  const marked = join(folder, 'marked.csv');
  const refused = await yuanliu('import', path, '--marked', marked);
  expect(refused).toMatchObject({
    code: 1,
    stdout: `${path}: not written; 2 rows, 1 refused for 1 faults\n  datasets: 1 added, 0 changed, 0 as they were\n  fields: 1 added, 0 changed, 0 as they were\n  gradings: 1 added, 0 changed, 0 as they were\n`,
  });
  expect(refused.stderr).toMatch(/^第 3 行 \w+ 列（安全等级）: 不在可选的值里; 请改为其中之一/m);
  expect(readFileSync(marked, 'utf8')).toContain('「安全等级」不在可选的值里');
  const kept = await yuanliu('import', path, '--keep-good');
  expect([kept.code, kept.stdout.split('\n')[0]]).toEqual([
    1,
    `${path}: written; 2 rows, 1 refused for 1 faults`,
  ]);
});
