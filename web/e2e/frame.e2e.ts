import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';
import { env } from './env';
import { tabTo } from './keyboard';

let browser: Browser;
let things: { dataset: string; field: string };
beforeAll(async () => {
  browser = await openBrowser();
  things = await sensitiveField();
});
afterAll(() => browser.close());

const searchOf = (page: Page) => page.getByRole('combobox', { name: '全局搜索' });
const chosen = (page: Page) =>
  page.getByRole('dialog', { name: '全局搜索' }).locator('[aria-selected="true"]');

/** Opens the search from the page by key, once the page listens. */
async function openSearch(page: Page, key: '/' | 'Control+k'): Promise<void> {
  await page.locator('h1').first().waitFor();
  const opened = () =>
    searchOf(page)
      .waitFor({ timeout: 1_500 })
      .then(
        () => true,
        () => false,
      );
  for (let tries = 0; tries < 20; tries++) {
    await page.keyboard.press(key);
    if (await opened()) break;
  }
  await searchOf(page).fill('');
}

/** Waits until the page that is open has noted what it is about: it does so once its scripts run. */
const remembered = (page: Page, id: string) =>
  page.waitForFunction((wanted) => Object.values(localStorage).some((kept) => kept.includes(wanted)), id);

describe('the search of the frame', () => {
  it('finds by kind and opens with the keyboard alone, from any page', async () => {
    const open = await visit(browser);
    const { page } = open;
    await page.goto('/interfaces');
    await openSearch(page, '/');
    await page.keyboard.type('实有人口基础信息');
    const group = page.getByRole('group', { name: '数据集' });
    await group.getByRole('option').first().waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown');
        return chosen(page).getAttribute('data-href');
      })
      .toBe(`/datasets/${encodeURIComponent(things.dataset)}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/datasets\//);
    expect(await page.getByRole('dialog', { name: '全局搜索' }).isVisible()).toBe(false);
    await leave(open);
  });

  it('leads an interface to its page and a department to its part of the catalogue', async () => {
    const open = await visit(browser);
    const { page } = open;
    await page.goto('/');
    await openSearch(page, 'Control+k');
    await page.keyboard.type('民政');
    await page.getByRole('group', { name: '部门' }).getByRole('option').first().click();
    await page.waitForURL(/\/catalogue\?department=/);
    await page.getByTestId('total').waitFor();
    await openSearch(page, 'Control+k');
    await page.keyboard.type('人口');
    await page.getByRole('group', { name: '接口' }).getByRole('option').first().click();
    await page.waitForURL(/\/interfaces\/[^?]+$/);
    await leave(open);
  });

  it('offers what was looked at lately, for each account its own, until it is cleared', async () => {
    const open = await visit(browser);
    const { page, context } = open;
    await page.goto(`/datasets/${encodeURIComponent(things.dataset)}`);
    await remembered(page, things.dataset);
    await page.goto(`/lineage?id=${encodeURIComponent(things.field)}`);
    await remembered(page, things.field);
    await page.goto('/');
    await openSearch(page, '/');
    const recent = page.getByRole('listbox', { name: '最近看过' }).getByRole('option');
    await recent.first().waitFor();
    expect(await recent.first().textContent()).toContain('证件号码');
    expect(await recent.nth(1).textContent()).toContain('实有人口基础信息');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/datasets\//);

    await context.addCookies([{ name: 'yuanliu-account', value: 'demo-auditor', url: env.E2E_WEB }]);
    await page.goto('/');
    await openSearch(page, '/');
    expect(await recent.count()).toBe(0);

    await context.addCookies([{ name: 'yuanliu-account', value: 'demo-governance', url: env.E2E_WEB }]);
    await page.goto('/');
    await openSearch(page, '/');
    await recent.first().waitFor();
    await page.getByRole('button', { name: '清空' }).click();
    expect(await recent.count()).toBe(0);
    await leave(open);
  });
});

describe('who, in which language, light or dark', () => {
  it('switches the identity by keyboard, found by words', async () => {
    const open = await visit(browser);
    const { page } = open;
    // Opened before its scripts are there, the menu has no ear for the words yet.
    await page.goto('/', { waitUntil: 'networkidle' });
    const who = page.getByRole('button', { name: /切换演示身份/ });
    await tabTo(page, who);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: '按姓名、部门或角色查找' }).waitFor();
    await page.keyboard.type('华阳路');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /华阳路街道.*街镇/ }).waitFor();
    const navigation = page.getByRole('navigation', { name: '主导航' });
    await expect.poll(() => navigation.getByRole('link', { name: '审计' }).count()).toBe(0);
    expect(await navigation.getByRole('link', { name: '回流' }).isVisible()).toBe(true);
    await leave(open);
  });

  it('shows the same view in the other language', async () => {
    const open = await visit(browser);
    const { page } = open;
    await page.goto('/catalogue?q=zjhm&kind=FIELD&sort=TITLE');
    const total = await page.getByTestId('total').textContent();
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/catalogue\?q=zjhm&kind=FIELD&sort=TITLE$/);
    expect((await page.getByTestId('total').textContent())?.replace(/\D/g, '')).toBe(
      total?.replace(/\D/g, ''),
    );
    await leave(open);
  });

  it('keeps the dark mode, in the next page as well', async () => {
    const open = await visit(browser);
    const { page } = open;
    await page.goto('/');
    await page.getByRole('button', { name: '切换到深色' }).click();
    await page.getByRole('button', { name: '切换到浅色' }).waitFor();
    await page.goto('/interfaces');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await leave(open);
  });
});

describe('ways through the product', () => {
  it('brings a list back as it was scrolled when one goes back', async () => {
    const open = await visit(browser);
    const { page } = open;
    await page.goto('/catalogue?q=zjhm');
    await page.getByTestId('total').waitFor();
    const main = page.locator('main');
    await page.waitForLoadState('networkidle');
    await main.evaluate((element) => element.scrollTo(0, 700));
    await page.waitForTimeout(200);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '接口' }).click();
    await page.getByRole('heading', { level: 1, name: '接口' }).waitFor();
    await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBe(0);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: '目录' }).waitFor();
    await expect.poll(() => main.evaluate((element) => element.scrollTop)).toBeCloseTo(700, -1);
    await page.goForward();
    await page.getByRole('heading', { level: 1, name: '接口' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/interfaces');
    await leave(open);
  });

  it('opens a copied address as the same view in another browser', async () => {
    const first = await visit(browser);
    await first.page.goto('/catalogue?q=zjhm&kind=FIELD&grade=L4');
    const total = await first.page.getByTestId('total').textContent();
    const address = first.page.url();
    await leave(first);
    const second = await visit(browser);
    await second.page.goto(address);
    expect(await second.page.getByTestId('total').textContent()).toBe(total);
    await leave(second);
  });

  it('can be read at 640 CSS pixels without moving sideways', async () => {
    const open = await visit(browser);
    const { page } = open;
    await page.setViewportSize({ width: 640, height: 450 });
    for (const path of ['/', '/catalogue?q=zjhm', '/interfaces', '/backflow', '/nothing/here']) {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      const wider = await page.evaluate(() => {
        const main = document.querySelector('main');
        return [
          document.documentElement.scrollWidth - innerWidth,
          (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
        ];
      });
      expect({ path, wider }).toEqual({ path, wider: [0, 0] });
      const navigation = page.getByRole('navigation', { name: '主导航' });
      expect(await navigation.getByRole('link', { name: '目录' }).isVisible()).toBe(true);
    }
    expect(open.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await open.context.close();
  });
});
