import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessFacts, accessesOf, last30Days, outsideOf, readsOf } from './audit-data';
import { leave, numberIn, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';
import { sum } from './impact-data';
import { tabTo } from './keyboard';

let browser: Browser;
let field: string;
let seen: AccessFacts[];
beforeAll(async () => {
  browser = await openBrowser();
  ({ field } = await sensitiveField());
  seen = (await accessesOf(field, last30Days())).filter(({ ring }) => ring !== 'INFLUENCED');
});
afterAll(() => browser.close());

const distinct = (values: string[]) => new Set(values).size;
const consumers = (page: Page) => page.getByTestId('consumer');

/** The numbers of the sentence, in the order in which it says them. */
async function sentence(page: Page): Promise<number[]> {
  await page.getByTestId('sentence').waitFor();
  return (await page.getByTestId('sentence').locator('b').allTextContents()).map(numberIn);
}

const answered = () => [
  distinct(seen.map(({ consumer }) => consumer.id)),
  distinct(seen.map((access) => access.interface.id)),
  sum(seen.map(({ calls }) => calls)),
  sum(seen.map(({ rows }) => rows)),
];

describe('an auditor', () => {
  it('fills in the sentence with the mouse and learns who saw 证件号码 or what came of it', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/audit');
    await page.getByText('把上面的句子填完整').waitFor();
    const thing = page.getByRole('combobox', { name: '字段、数据集或接口' });
    await thing.click();
    await thing.fill('实有人口基础信息 证件号码');
    const option = page
      .locator('.ant-select-item-option')
      .filter({ hasText: '实有人口基础信息' })
      .filter({ hasText: '证件号码' });
    await option.first().click();
    await page.getByRole('button', { name: '近 30 天' }).click();
    await page.getByRole('button', { name: /查\s*询/ }).click();
    await page.waitForURL(/\/audit\?id=/);
    expect(await sentence(page)).toEqual(answered());
    expect(await consumers(page).count()).toBe(answered()[0]);
    const rows = await consumers(page).locator('tr:first-child td:nth-of-type(5)').allTextContents();
    expect(sum(rows.map(numberIn))).toBe(answered()[3]);
    await leave(walk);
  });

  it('sees first who read outside an authorisation, with how much', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    const outside = seen.filter(({ authorizedThroughout }) => !authorizedThroughout);
    await page.goto(`/audit?id=${encodeURIComponent(field)}`);
    const said = (await page.getByTestId('breach').textContent())?.match(/[\d,]+/g)?.map(numberIn);
    const { calls, rows } = outsideOf(outside);
    expect(said).toEqual([distinct(outside.map(({ consumer }) => consumer.id)), calls, rows]);
    await page.getByRole('link', { name: '只看这些' }).click();
    await page.waitForURL(/only=outside/);
    await page.getByRole('link', { name: '看全部' }).waitFor();
    expect(await consumers(page).count()).toBe(said?.[0]);
    expect(await page.locator('[data-alarming="true"]').count()).toBe(said?.[0]);
    await leave(walk);
  });

  it('opens path, authorisation and days by keyboard alone, and hands on the address', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/audit?id=${encodeURIComponent(field)}`);
    const opener = consumers(page)
      .first()
      .getByRole('button', { name: /的明细$/ });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const access = consumers(page).first().getByRole('article').first();
    await access.waitFor();
    const name = (await access.getAttribute('aria-label')) ?? '';
    const consumer = (await consumers(page).first().getAttribute('aria-label')) ?? '';
    const fact = seen.find((one) => one.consumer.name === consumer && one.interface.name === name);
    const stops = access.getByRole('list', { name: '路径' }).getByRole('listitem');
    expect(await stops.last().textContent()).toContain(consumer);
    expect(await stops.last().textContent()).toContain(fact?.authorization?.code ?? '未写明授权');
    await access.getByRole('img', { name: /逐日调用/ }).waitFor();

    const numbers = access.locator('summary', { hasText: '逐日数字' });
    await tabTo(page, numbers);
    await page.keyboard.press('Enter');
    const days = access.locator('details tbody tr');
    const column = async (at: number) =>
      sum((await days.locator(`td:nth-of-type(${at})`).allTextContents()).map(numberIn));
    expect(await days.count()).toBe(fact?.days.length);
    expect([await column(1), await column(2), await column(3)]).toEqual([
      fact?.calls,
      fact?.denied,
      fact?.rows,
    ]);

    const fresh = await visit(browser);
    await fresh.page.goto(page.url());
    await consumers(fresh.page).first().getByRole('article').first().waitFor();
    await leave(fresh);
    await leave(walk);
  });

  it('asks by keyboard alone for other days, and is told when they make no sense', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/audit?id=${encodeURIComponent(field)}`);
    const from = page.getByRole('textbox', { name: '起始日期' });
    await tabTo(page, from);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2026-02-31');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '没有「2026-02-31」这一天' }).waitFor();
    expect(await from.inputValue()).toBe('2026-02-31');
    expect(await from.getAttribute('aria-invalid')).toBe('true');

    const period = { from: last30Days().to, to: last30Days().to };
    await tabTo(page, page.getByRole('button', { name: '今天', exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('textbox', { name: '截止日期' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('from') === period.from);
    const today = (await accessesOf(field, period)).filter(({ ring }) => ring !== 'INFLUENCED');
    if (today.length === 0) await page.getByText('这段时间没有人看过').waitFor();
    else expect((await sentence(page))[0]).toBe(distinct(today.map(({ consumer }) => consumer.id)));

    await page.goto(`/audit?id=${encodeURIComponent(field)}&from=2026-11-20&to=2026-11-01`);
    await page.getByText('时段有误，还没有查询').waitFor();
    expect(await page.getByRole('textbox', { name: '截止日期' }).inputValue()).toBe('2026-11-01');
    await leave(walk);
  });

  it('asks the reverse from an answer: what else did this consumer see', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/audit?id=${encodeURIComponent(field)}`);
    const name = (await consumers(page).first().getAttribute('aria-label')) ?? '';
    await consumers(page).first().getByRole('link', { name }).click();
    await page.waitForURL(/mode=by/);
    const consumer = seen.find((one) => one.consumer.name === name)?.consumer.id ?? '';
    const reads = await readsOf(consumer, last30Days());
    const fields = distinct(reads.accesses.flatMap((read) => read.fields.map(({ id }) => id)));
    expect((await sentence(page)).slice(0, 4)).toEqual([
      distinct(reads.accesses.map((read) => read.interface.id)),
      reads.calls,
      reads.rows,
      fields,
    ]);
    expect(await page.getByTestId('read').count()).toBe(reads.accesses.length);
    await leave(walk);
  });
});
