import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessesOf, last30Days, readsOf } from './audit-data';
import { leave, numberIn, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';
import { csvRows, downloadBy } from './downloads';
import { type ImpactFacts, impactOf, sum, waysOut } from './impact-data';
import { tabTo } from './keyboard';

let browser: Browser;
let field: string;
let facts: ImpactFacts;
beforeAll(async () => {
  browser = await openBrowser();
  ({ field } = await sensitiveField());
  facts = await impactOf(field);
});
afterAll(() => browser.close());

type Cells = (string | number | boolean | object | null)[];

/** The sheets of a workbook by name, each without its header. */
async function sheetsOf(file: Buffer): Promise<Map<string, Cells[]>> {
  const sheets = await readWorkbook(file);
  return new Map(sheets.map(({ sheet, data }) => [sheet, data.slice(1) as Cells[]]));
}

/** Brings the file of a link, by the keyboard. */
const fileOf = async (page: Page, name: string) => {
  const link = page.getByRole('link', { name, exact: true });
  await tabTo(page, link);
  return downloadBy(page, () => page.keyboard.press('Enter'));
};

describe('files of the impact', () => {
  it('hold in a workbook what the page says: sentence, fields, datasets, authorisations', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/impact?id=${encodeURIComponent(field)}`);
    const said = (await page.getByTestId('sentence').locator('b').allTextContents()).map(numberIn);
    const rings = (await page.locator('[data-ring] b').allTextContents()).map(numberIn);
    const sheets = await sheetsOf(await fileOf(page, '导出全部为 XLSX'));
    const summary = new Map((sheets.get('摘要') ?? []).map(([item, value]) => [item, value]));
    expect(
      [
        '受影响字段（明文 + 脱敏）',
        '受影响数据集',
        '涉及部门',
        '接口（明文 + 脱敏）',
        '授权（明文 + 脱敏）',
        '使用方（明文 + 脱敏）',
      ].map((item) => summary.get(item)),
    ).toEqual(said);
    expect(['明文字段', '脱敏字段', '仅受影响字段'].map((item) => summary.get(item))).toEqual(rings);
    expect(summary.get('图谱版本')).toBe(facts.completeness.snapshotVersion);
    expect(summary.get('核对摘要（SHA-256）')).toBe(facts.completeness.digest);
    expect(sheets.get('字段')?.length).toBe(sum(rings));
    expect(sheets.get('数据集')?.length).toBe(sum(facts.byRing.map(({ datasetCount }) => datasetCount)));
    const granted = new Set((sheets.get('接口与授权') ?? []).map((cells) => cells[5]).filter(Boolean));
    expect(granted.size).toBe(waysOut(facts, ['CLEARTEXT', 'MASKED', 'INFLUENCED']).authorizations);
    await leave(walk);
  });

  it('hold of an opened list exactly its rows', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    const library = facts.byLibrary.find((row) => row.library !== null);
    const list = `library:${library?.library?.code}`;
    await page.goto(`/impact?id=${encodeURIComponent(field)}&list=${encodeURIComponent(list)}`);
    const rows = page.getByTestId('impact-list').locator('tbody tr');
    const shown = await rows.evaluateAll((lines) =>
      lines.map((line) => [line.querySelector('td a')?.textContent, line.querySelector('code')?.textContent]),
    );
    expect(shown.length).toBe(library?.fieldCount);
    const sheets = await sheetsOf(await fileOf(page, '导出本清单为 XLSX'));
    const inFile = (sheets.get('字段') ?? []).map((cells) => [cells[4] ?? cells[3], cells[3]]);
    expect(inFile).toEqual(shown);
    const csv = csvRows(await fileOf(page, '导出本清单为 CSV'));
    expect(csv.length - 1).toBe(shown.length);
    await leave(walk);
  });
});

describe('files of the audit', () => {
  it('hold every access of the answer', async () => {
    const accesses = await accessesOf(field, last30Days());
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/audit?id=${encodeURIComponent(field)}`);
    const [rows = []] = [...(await sheetsOf(await fileOf(page, '导出全部为 XLSX'))).values()].filter(
      (sheet) => sheet.length === accesses.length,
    );
    const inFile = rows.map((cells) => [cells[0], cells[2], cells[4], cells[8], cells[10]]);
    expect(inFile).toEqual(
      accesses.map((access) => [
        access.consumer.code,
        access.interface.code,
        access.authorization?.code ?? null,
        access.calls,
        access.rows,
      ]),
    );
    expect(csvRows(await fileOf(page, '导出全部为 CSV')).length - 1).toBe(accesses.length);

    const consumer = accesses[0]?.consumer.id ?? '';
    await page.goto(`/audit?mode=by&consumer=${encodeURIComponent(consumer)}`);
    await page.getByTestId('sentence').waitFor();
    const reads = await readsOf(consumer, last30Days());
    expect(csvRows(await fileOf(page, '导出全部为 CSV')).length - 1).toBe(reads.accesses.length);
    await leave(walk);
  });
});
