import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';

let test: TestApi;
let url: string;
beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
  await test.graph.lineage.refresh();
  url = await test.listen();
});
afterAll(() => test.close());

async function sheetsOf(path: string): Promise<Record<string, unknown[][]>> {
  const response = await fetch(`${url}/export/${path}`);
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  const book = new excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return Object.fromEntries(
    book.worksheets.map((sheet) => [
      sheet.name,
      sheet.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : [])),
    ]),
  );
}
const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: T }).data;
};
/** Cells that are empty at the end of a row are not in a sheet. */
const csvOf = async (path: string) =>
  (await (await fetch(`${url}/export/${path}`)).text()).slice(1).trimEnd().split('\r\n');

describe('the workbook of an impact', () => {
  const id = encodeURIComponent(ids.field('ods.person', 'zjhm'));

  it('says what was asked and holds as many rows as the numbers of the page', async () => {
    const sheets = await sheetsOf(`impact.xlsx?id=${id}&ring=CLEARTEXT,MASKED`);
    const { impact } = await ask<{
      impact: { fieldCount: number; datasetCount: number; interfaces: { ring: string }[] };
    }>('query($id: ID!) { impact(id: $id) { fieldCount datasetCount interfaces { ring } } }', {
      id: ids.field('ods.person', 'zjhm'),
    });
    expect(Object.keys(sheets)).toEqual(['摘要', '字段', '数据集', '接口与授权']);
    const summary = new Map(sheets.摘要 as [string, unknown][]);
    expect(summary.get('受影响字段（明文 + 脱敏）')).toBe(impact.fieldCount);
    expect(summary.get('受影响数据集')).toBe(impact.datasetCount);
    expect(summary.get('是否完整')).toMatch(/^完整/);
    expect(sheets.字段).toHaveLength(impact.fieldCount + 1);
    expect(sheets.数据集).toHaveLength(impact.datasetCount + 1);
    const interfaces = new Set(sheets.接口与授权?.slice(1).map((row) => row[0]));
    expect(interfaces.size).toBe(impact.interfaces.length);
  });

  it('holds the same fields as the CSV file, and only those of a list when one is named', async () => {
    const [, ...lines] = await csvOf(`impact.csv?id=${id}`);
    const all = await sheetsOf(`impact.xlsx?id=${id}`);
    expect(all.字段?.slice(1).map((row) => `${row[1]} ${row[3]}`)).toEqual(
      lines.map((line) => `${line.split(',')[1]} ${line.split(',')[3]}`),
    );
    const masked = await sheetsOf(`impact.xlsx?id=${id}&ring=MASKED`);
    expect(masked.字段?.slice(1).every((row) => row[9] === 'MASKED')).toBe(true);
    expect(masked.字段?.length).toBeLessThan(all.字段?.length ?? 0);
  });
});

describe('the list of the catalogue', () => {
  it('holds every hit of the search under the same filter, in its order', async () => {
    const { search } = await ask<{
      search: { totalCount: number; edges: { node: { node: { title: string } } }[] };
    }>(
      '{ search(text: "", filter: { kind: [DATASET] }, sort: TITLE, first: 500) { totalCount edges { node { node { ... on Dataset { title } } } } } }',
    );
    const { 目录: rows } = await sheetsOf('catalogue.xlsx?kind=DATASET&sort=TITLE');
    expect(rows?.slice(1).map((row) => row[1])).toEqual(search.edges.map(({ node }) => node.node.title));
    expect(rows).toHaveLength(search.totalCount + 1);
  });
});

describe('the list of interfaces', () => {
  it('follows the filter and the order of the page', async () => {
    const { interfaces } = await ask<{ interfaces: { edges: { node: { code: string } }[] } }>(
      '{ interfaces(sort: CALLS, descending: true) { edges { node { code } } } }',
    );
    const { 接口: rows } = await sheetsOf('interfaces.xlsx?sort=CALLS&descending=true');
    expect(rows?.slice(1).map((row) => row[0])).toEqual(interfaces.edges.map(({ node }) => node.code));
    expect(await csvOf('interfaces.csv?state=RECLAIMED&locale=en')).toHaveLength(1);
  });

  it('refuses a value that is none, with its place', async () => {
    const response = await fetch(`${url}/export/interfaces.xlsx?state=NOPE`);
    expect([response.status, await response.json()]).toMatchObject([400, { errors: [{ path: 'state.0' }] }]);
  });
});

describe('the list of who accessed', () => {
  it('is the same as a workbook and as CSV', async () => {
    const id = encodeURIComponent(ids.field('dwd.person', 'zjhm'));
    const period = 'from=2026-03-01&to=2026-03-31';
    const { 访问: rows } = await sheetsOf(`access.xlsx?id=${id}&${period}`);
    expect(rows).toHaveLength((await csvOf(`access.csv?id=${id}&${period}`)).length);
  });
});
