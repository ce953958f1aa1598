import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { ask } from './catalogue-data';
import { downloadBy } from './downloads';

// One dataset of two fields that nothing else in the demonstration knows.
const HEADERS =
  '命名空间,数据集名,信息资源代码,信息资源名称,摘要,主题分类,资源类型,提供方,数据来源部门,责任部门,格式,涉密属性,共享类型,共享条件,共享方式,开放属性,开放条件,更新周期,发布日期,更新日期,区域补充目录,字段名,信息项名称,数据类型,安全等级';
const DATASET = (name: string, provider: string) =>
  `e2e://registration,${name},307012 01/000999,登记导入演练,合成数据,民政社区,部门,${provider},${provider},${provider},数据库,非涉密,有条件共享,仅限演练,接口,不予开放,演练数据,每日,2026-01-01,2026-11-24,否`;

let browser: Browser;
let provider: string;
/** Every run has a dataset of its own: what was registered stays. */
const name = `e2e.registration_${Date.now()}`;
beforeAll(async () => {
  browser = await openBrowser();
  const { departments } = await ask<{ departments: { edges: { node: { code: string } }[] } }>(
    '{ departments(first: 1) { edges { node { code } } } }',
  );
  provider = departments.edges[0]?.node.code ?? '';
});
afterAll(() => browser.close());

const file = (...items: string[]) => ({
  name: '登记.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADERS, ...items.map((item) => `${DATASET(name, provider)},${item}`)].join('\r\n')),
});
const choose = (page: Page, ...items: string[]) =>
  page.locator('input[type=file]').setInputFiles(file(...items));
const cells = (page: Page, part: string) => page.getByTestId(`count-${part}`).locator('td').allTextContents();

describe('registration by file', () => {
  it('tells the faults of a file with their places, marks a copy, and takes the good rows', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/admin');
    await page.getByRole('link', { name: '登记导入' }).click();
    await choose(page, 'a,甲,字符型,L1', 'b,乙,字符型,L9');
    const verdict = page.getByRole('heading', { name: '1 处有问题，1 行不能导入' });
    await verdict.waitFor();
    expect(await verdict.evaluate((head) => head === document.activeElement)).toBe(true);
    const [fault] = await page.getByTestId('fault').allTextContents();
    expect(fault).toMatch(/^第 3 行 Y 列（安全等级）L9不在可选的值里请改为其中之一：/);
    const copy = await downloadBy(page, () => page.getByRole('link', { name: '下载标注副本' }).click());
    expect(copy.toString()).toContain('「安全等级」不在可选的值里');

    // A reload comes back to the same file.
    await page.reload();
    await verdict.waitFor();
    await page.getByRole('button', { name: '只导入没有问题的 1 行' }).click();
    await page.getByRole('heading', { name: '已经导入' }).waitFor();
    expect(await cells(page, 'fields')).toEqual(['1', '0', '0']);
    await page.getByRole('link', { name: '登记导入演练' }).click();
    await page.waitForURL(/\/datasets\//);
    await leave(walk);
  });

  it('shows what would be added, adds it by keyboard alone, and finds nothing to do the second time', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/en/admin/import');
    const items = ['a,甲,字符型,L1', 'b,乙,字符型,L2'];
    await choose(page, ...items);
    await page.getByRole('heading', { name: 'Checked: it can be imported' }).waitFor();
    expect(await cells(page, 'datasets')).toEqual(['0', '0', '1']);
    expect(await cells(page, 'fields')).toEqual(['1', '0', '1']);
    expect(await page.getByTestId('sample').allTextContents()).toEqual([
      expect.stringMatching(/^Added.*b乙CSV row 3$/),
    ]);
    // The heading has the focus; the button is next.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Import all');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Imported', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Choose another file' }).click();
    await choose(page, ...items);
    await page.getByRole('heading', { name: /has all of it already/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Import all' }).count()).toBe(0);
    await leave(walk);
  });

  it('refuses what is no table with what to do, and lets a person go back', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/admin/import');
    await page.locator('input[type=file]').setInputFiles({
      name: '图.xlsx',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a', 'hex'),
    });
    await page.getByRole('heading', { name: /^这个文件不能导入/ }).waitFor();
    expect(await page.getByTestId('fault').textContent()).toContain('请另存为 .xlsx 或 CSV');
    await page.getByRole('button', { name: '再选一个文件' }).click();
    await page.getByRole('heading', { name: '选择文件' }).waitFor();
    await leave(walk);
  });

  it('gives out templates', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/admin/import');
    const template = await downloadBy(page, () =>
      page.getByRole('link', { name: /^下载目录登记模板/ }).click(),
    );
    expect(template.subarray(0, 2).toString()).toBe('PK');
    await page.getByRole('radio', { name: /^血缘登记/ }).check();
    await page.getByRole('link', { name: /^下载血缘登记模板/ }).waitFor();
    await leave(walk);
  });
});
