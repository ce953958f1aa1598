import {
  aCatalogueRow,
  type CatalogueCells,
  catalogueTable,
  lineageTable,
  makeCsv,
} from '@yuanliu/graph/testing';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue } from '../../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';

let test: TestApi;
let url: string;
beforeAll(async () => {
  test = await startTestApi();
  url = await test.listen();
  await fillSampleCatalogue(test);
});
afterAll(() => test.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const departments = { provider: '区数据局', sourceDepartment: '区数据局', responsibleDepartment: '区数据局' };
const row = (pinned: CatalogueCells = {}) => aCatalogueRow({ ...departments, namespace: 'pg', ...pinned });
const csv = (...rows: CatalogueCells[]) => Buffer.from(makeCsv(catalogueTable(rows)));

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted by their content
type Answer = { status: number; body: any };
async function post(
  path: string,
  body?: string | Uint8Array,
  headers: Record<string, string> = { 'content-type': 'text/csv' },
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers,
    ...(body === undefined ? {} : { body: body as BodyInit }),
  });
  return { status: response.status, body: await response.json() };
}
async function bookOf(response: Response): Promise<excel.Workbook> {
  expect(response.headers.get('content-type')).toBe(XLSX);
  const book = new excel.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return book;
}
const template = (kind: string, locale = 'zh-CN') => fetch(`${url}/template/${kind}.xlsx?locale=${locale}`);
/** A template filled in as Excel would save it: shared texts and styles. */
async function filled(rows: CatalogueCells[]): Promise<Buffer> {
  const book = await bookOf(await template('catalogue'));
  const sheet = book.getWorksheet('目录');
  for (const cells of catalogueTable(rows).slice(1)) sheet?.addRow(cells);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('the template', () => {
  it.each([
    ['catalogue', 'zh-CN', '目录', '命名空间'],
    ['catalogue', 'en', 'Catalogue', 'Namespace'],
    ['lineage', 'zh-CN', '血缘', '源命名空间'],
    ['lineage', 'en', 'Lineage', 'Source namespace'],
  ])('of %s in %s has headers, notes and lists to choose from', async (kind, locale, name, header) => {
    const book = await bookOf(await template(kind, locale));
    const sheet = book.getWorksheet(name);
    expect(sheet?.getCell('A1').value).toBe(header);
    expect(book.worksheets).toHaveLength(3);
    const columns = sheet?.getRow(1).values as string[];
    const column = columns.findIndex((text) => /^(主题分类|Theme|转换方式|Transformation)$/.test(text ?? ''));
    const validation = sheet?.getCell(7, column).dataValidation;
    expect(validation).toMatchObject({ type: 'list' });
    const [, codes = '', letter = '', last = ''] =
      /'(.+)'!\$(\w+)\$2:\$\w+\$(\d+)/.exec(String(validation?.formulae[0])) ?? [];
    expect(book.getWorksheet(codes)?.getCell(`${letter}1`).value).toBe(columns[column]);
    expect(book.getWorksheet(codes)?.getCell(`${letter}${last}`).value).toBeTruthy();
  });

  it('filled in is read without a fault, and empty it has no rows', async () => {
    expect(
      (await post('/import/catalogue', await filled([]), { 'content-type': XLSX })).body.report,
    ).toMatchObject({ rows: 0, faults: 0, notices: 0 });
    const { body } = await post(
      '/import/catalogue',
      await filled([row({ name: 'f' }), row({ name: 'f', path: 'b' })]),
      { 'content-type': XLSX },
    );
    expect(body.report.list).toEqual([]);
    expect(body.report).toMatchObject({ format: 'XLSX', rows: 2, fields: { created: 2 } });
  });
});

describe('an import', () => {
  it('is checked first, then accepted by its token, once', async () => {
    const before = await test.graph.change.lastSequence();
    const checked = await post('/import/catalogue?name=%E7%99%BB%E8%AE%B0.csv', csv(row({ name: 'one' })));
    expect(checked).toMatchObject({
      status: 200,
      body: {
        state: 'CHECKED',
        fileName: '登记.csv',
        report: { written: false, datasets: { created: 1 }, fields: { created: 1 } },
      },
    });
    expect(await test.graph.change.lastSequence()).toBe(before);
    const { token } = checked.body;
    const accepted = await post(`/import/accept?token=${token}`);
    expect(accepted).toMatchObject({
      status: 200,
      body: { state: 'WRITTEN', report: { written: true, touched: [{ title: '实有人口信息' }] } },
    });
    const after = await test.graph.change.lastSequence();
    expect(after).toBeGreaterThan(before);
    expect((await post(`/import/accept?token=${token}`)).status).toBe(409);
    const again = await post('/import/catalogue?dryRun=false', csv(row({ name: 'one' })));
    expect(again).toMatchObject({
      status: 200,
      body: { state: 'WRITTEN', report: { fields: { unchanged: 1 } } },
    });
    expect(await test.graph.change.lastSequence()).toBe(after);
  });

  it('tells each fault with its place in words of the language asked for', async () => {
    const faulty = csv(row({ name: 'two' }), row({ name: 'two', path: 'b', grade: 'L9' }));
    const { body } = await post('/import/catalogue?locale=en', faulty);
    expect(body.report).toMatchObject({
      faults: 1,
      refusedRows: 1,
      byRule: [{ rule: 'NOT_ONE_OF', count: 1, notice: false, what: 'Not one of the allowed values' }],
      list: [
        { sheet: 'CSV', row: 3, header: '安全等级', value: 'L9', what: 'Not one of the allowed values' },
      ],
    });
    expect(await post('/import/catalogue?dryRun=false', faulty)).toMatchObject({
      status: 422,
      body: { state: 'REFUSED', report: { written: false } },
    });
    expect(await post(`/import/accept?token=${body.token}&keepGood=true`)).toMatchObject({
      status: 200,
      body: { report: { fields: { created: 1 } } },
    });
  });

  it('leaves what GraphQL answers of the dataset', async () => {
    await post('/import/catalogue?dryRun=false', csv(row({ name: 'told', maintainer: '信息中心' })));
    const { dataset } = await test.ask<{ dataset: object }>(
      '{ dataset(namespace: "pg", name: "told") { grade fieldCount particulars { name value } } }',
    );
    expect(dataset).toEqual({
      grade: 'L4',
      fieldCount: 1,
      particulars: [
        { name: 'SOURCE_DEPARTMENT', value: '区数据局' },
        { name: 'RESPONSIBLE_DEPARTMENT', value: '区数据局' },
        { name: 'MAINTAINER', value: '信息中心' },
        { name: 'FORMAT', value: '数据库' },
        { name: 'SHARING_METHOD', value: '接口' },
        { name: 'ISSUED', value: '2026-01-01' },
        { name: 'REGIONAL_SUPPLEMENT', value: 'NO' },
      ],
    });
  });

  it('may be followed while it runs, and cancelled', async () => {
    const started = await post('/import/catalogue?wait=false', csv(row({ name: 'three' })));
    expect(started).toMatchObject({ status: 202, body: { state: 'CHECKING', report: null } });
    const job = `/import/job?token=${started.body.token}`;
    await expect
      .poll(async () => (await (await fetch(`${url}${job}`)).json()).state, { timeout: 20_000 })
      .toBe('CHECKED');
    expect((await post(`/import/cancel?token=${started.body.token}`)).status).toBe(200);
    expect((await fetch(`${url}${job}`)).status).toBe(404);
  });

  it('takes a form, and refuses one without a file, from another origin, of another type, too large', async () => {
    const form = new FormData();
    form.append('file', new File([csv(row({ name: 'form' })) as BlobPart], '..\\登记"\u202e.csv'));
    const taken = await (await fetch(`${url}/import/catalogue`, { method: 'POST', body: form })).json();
    expect(taken).toMatchObject({ fileName: '登记.csv', report: { fields: { created: 1 } } });
    expect((await fetch(`${url}/import/catalogue`, { method: 'POST', body: new FormData() })).status).toBe(
      400,
    );
    const csvType = { 'content-type': 'text/csv' };
    expect((await post('/import/catalogue', 'x', { ...csvType, origin: 'http://evil.example' })).status).toBe(
      403,
    );
    expect((await post('/import/catalogue', 'x', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await post('/import/catalogue', new Uint8Array(70 * 1024 * 1024))).status).toBe(413);
  });

  it('is for those who govern or run the catalogue, and a token for its owner only', async () => {
    const as = (account: string) => ({ 'content-type': 'text/csv', 'x-yuanliu-account': account });
    expect((await post('/import/catalogue', csv(row()), as('app-1'))).status).toBe(403);
    const { body } = await post('/import/catalogue', csv(row()), as('gov-1'));
    expect((await fetch(`${url}/import/job?token=${body.token}`, { headers: as('app-1') })).status).toBe(403);
    expect((await post('/import/accept?token=nothing')).status).toBe(404);
  });

  it('of lineage says what the catalogue does not have', async () => {
    const table = lineageTable([
      {
        fromNamespace: 'pg',
        fromDataset: 'one',
        fromField: 'zjhm',
        toNamespace: 'pg',
        toDataset: 'nothing',
        subtype: '原样',
        evidence: '台账',
      },
    ]);
    const { body } = await post('/import/lineage', makeCsv(table));
    expect(body.report.list).toMatchObject([
      { rule: 'UNKNOWN_DATASET', row: 2, header: '目标数据集', value: 'nothing' },
    ]);
  });
});

describe('the marked copy', () => {
  const faulty = [row({ name: 'm' }), row({ name: 'm', path: 'b', grade: 'L9', itemTitle: '=1+1' })];
  const markedOf = async (token: string) => fetch(`${url}/import/marked?token=${token}`);

  it('of a workbook has the file, its faults in colour, why, and a list; corrected it is read again', async () => {
    const { body } = await post('/import/catalogue', await filled(faulty), { 'content-type': XLSX });
    const book = await bookOf(await markedOf(body.token));
    const sheet = book.getWorksheet('目录');
    const headers = sheet?.getRow(1).values as string[];
    const [grade, why] = [headers.indexOf('安全等级'), headers.indexOf('问题')];
    expect(sheet?.getCell(3, grade)).toMatchObject({ value: 'L9', fill: { fgColor: { argb: 'FFFFC7CE' } } });
    expect(sheet?.getCell(3, why).value).toMatch(/^「安全等级」不在可选的值里。请改为其中之一：核心、/);
    expect(sheet?.getCell(2, why).value).toBeNull();
    expect(sheet?.getCell(3, headers.indexOf('信息项名称')).type).toBe(excel.ValueType.String);
    expect(book.getWorksheet('问题清单')?.getCell('A1').value).toMatch(
      /^工作表 目录 第 3 行 \w+ 列（安全等级）$/,
    );
    if (sheet) sheet.getCell(3, grade).value = 'L4';
    const corrected = await post('/import/catalogue', Buffer.from(await book.xlsx.writeBuffer()), {
      'content-type': XLSX,
    });
    expect(corrected.body.report).toMatchObject({ faults: 0, notices: 0, rows: 2 });
  });

  it('of CSV has one column more, and formulas made harmless', async () => {
    const { body } = await post('/import/catalogue', csv(...faulty));
    const text = await (await markedOf(body.token)).text();
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/,问题$/);
    expect(lines[1]).toMatch(/,$/);
    expect(text).toContain("'=1+1");
    expect(text).toContain('「信息项名称」单元格是公式');
  });
});
