import type { Browser, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { ask } from './catalogue-data';
import { csvRows, downloadBy } from './downloads';
import { tabTo } from './keyboard';

const WORDS = '实有人口';
const LIST = `/catalogue?q=${encodeURIComponent(WORDS)}&kind=DATASET`;
const CHOSEN = ['实有人口基础信息', '市级实有人口'] as const;

interface Found {
  search: {
    totalCount: number;
    edges: { node: { node: { id: string; title: string; fields: { title: string; path: string }[] } } }[];
  };
}

let browser: Browser;
let datasets: Found['search']['edges'][number]['node']['node'][];
beforeAll(async () => {
  browser = await openBrowser();
  const { search } = await ask<Found>(
    `query Reuse($text: String!) {
      search(text: $text, filter: { kind: [DATASET] }, first: 100) {
        totalCount
        edges { node { node { ... on Dataset { id title fields { title path } } } } }
      }
    }`,
    { text: WORDS },
  );
  datasets = search.edges.map((edge) => edge.node.node);
  expect(datasets).toHaveLength(search.totalCount);
});
afterAll(() => browser.close());

const results = (page: Page) => page.getByRole('region', { name: '结果' });

/** Titles of every page of the list, as a reader leafs through it. */
async function titlesOnScreen(page: Page): Promise<string[]> {
  const titles: string[] = [];
  for (;;) {
    titles.push(...(await results(page).getByRole('heading', { level: 2 }).allTextContents()));
    const next = page.getByRole('link', { name: '下一页' });
    if ((await next.count()) === 0) return titles;
    const before = page.url();
    await next.click();
    await page.waitForURL((url) => url.href !== before);
  }
}

/** Fields that both have by title: what a comparison must at least call common. */
function sharedTitles(): number {
  const [one, other] = CHOSEN.map((title) => datasets.find((dataset) => dataset.title === title));
  const titles = new Set(other?.fields.map((field) => field.title));
  return new Set(one?.fields.map((field) => field.title).filter((title) => title && titles.has(title))).size;
}

async function readCompared(page: Page): Promise<void> {
  await page.waitForURL(/\/catalogue\/compare\?id=/);
  await page.getByRole('heading', { level: 1, name: '数据集对比' }).waitFor();
  for (const title of CHOSEN) await page.getByRole('columnheader', { name: title }).first().waitFor();
  const said = (await page.getByTestId('common').textContent())?.match(/\d+/)?.[0];
  expect(Number(said)).toBe(sharedTitles());
}

describe('an application team that looks for data to reuse', () => {
  it('chooses two datasets, compares them and learns how to apply, by mouse', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(LIST);
    for (const title of CHOSEN) {
      await page.getByRole('link', { name: `把「${title}」加入对比` }).click();
      await page
        .getByRole('link', { name: `把「${title}」移出对比` })
        .first()
        .waitFor();
    }
    await page.getByRole('link', { name: '开始对比' }).click();
    await readCompared(page);

    await page.getByRole('columnheader', { name: CHOSEN[0] }).first().getByRole('link').first().click();
    await page.waitForURL(/\/datasets\//);
    await page.getByText('怎么申请使用').click();
    await page.getByText('5 个工作日').waitFor();
    await page.getByText(`申请使用数据：${CHOSEN[0]}`).waitFor();
    for (const [name, tab] of [
      ['访问', 'access'],
      ['分级', 'grading'],
      ['回流', 'backflow'],
      ['变更', 'changes'],
    ]) {
      await page.getByRole('navigation', { name: '数据集的各个方面' }).getByRole('link', { name }).click();
      await page.waitForURL(new RegExp(`tab=${tab}`));
      await page.getByRole('region', { name }).waitFor();
    }
    await leave(walk);
  });

  it('does the same by keyboard alone', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/catalogue');
    await tabTo(page, page.getByRole('textbox', { name: '在目录中搜索' }));
    await page.keyboard.type(WORDS);
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await tabTo(
      page,
      page.getByRole('navigation', { name: '对象类别' }).getByRole('link', { name: /^数据集/ }),
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=DATASET/);
    for (const title of CHOSEN) {
      await tabTo(page, page.getByRole('link', { name: `把「${title}」加入对比` }));
      await page.keyboard.press('Enter');
      await page
        .getByRole('link', { name: `把「${title}」移出对比` })
        .first()
        .waitFor();
    }
    await tabTo(page, page.getByRole('link', { name: '开始对比' }));
    await page.keyboard.press('Enter');
    await readCompared(page);
    await leave(walk);
  });

  it('exports all that the pages show, in order, as a workbook and as text', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(LIST);
    const total = numberIn(await page.getByTestId('total').textContent());
    const workbook = await downloadBy(page, () => page.getByRole('link', { name: '导出为 Excel' }).click());
    const csv = await downloadBy(page, () => page.getByRole('link', { name: '导出为 CSV' }).click());
    const shown = await titlesOnScreen(page);
    expect(shown).toEqual(datasets.map(({ title }) => title));
    const rows = (await readWorkbook(workbook)).flatMap(({ data }) => data.slice(1));
    expect(rows.map((cells) => cells[1])).toEqual(shown);
    expect(csvRows(csv)).toHaveLength(total + 1);
    await leave(walk);
  });

  it('keeps a search under a name, and gets back one that was removed', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(LIST);
    await page.getByText('我的搜索（0）').click();
    await page.getByRole('textbox', { name: '给当前搜索起个名字' }).fill('人口');
    await page.getByRole('button', { name: '保存' }).click();
    await page.goto('/catalogue');
    await page.getByText('我的搜索（1）').click();
    await page.getByRole('button', { name: '删除「人口」' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('link', { name: '人口', exact: true }).click();
    await page.waitForURL(/kind=DATASET/);
    await expect
      .poll(async () => numberIn(await page.getByTestId('total').textContent()))
      .toBe(datasets.length);
    await leave(walk);
  });
});
