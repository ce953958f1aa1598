import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('an auditor', () => {
  it('fills in the sentence and learns who saw 证件号码 or what came of it', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/audit');
    const thing = page.getByRole('combobox', { name: '字段或数据集' });
    await thing.click();
    await thing.fill('实有人口基础信息 证件号码');
    await page.locator('.ant-select-item-option').filter({ hasText: '实有人口基础信息' }).first().waitFor();
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: '实有人口基础信息' })
      .filter({ hasText: '证件号码' })
      .first()
      .click();
    await page.getByRole('button', { name: /查\s*询/ }).click();
    await page.waitForURL(/\/audit\?id=/);
    const sentence = page.getByTestId('sentence');
    const consumers = numberIn(await sentence.locator('b').first().textContent());
    expect(consumers).toBeGreaterThan(0);
    expect(await page.getByTestId('consumer').count()).toBe(consumers);
    await leave(walk);
  });

  it('opens the path and the days of an access', async () => {
    const { field } = await sensitiveField();
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/audit?id=${encodeURIComponent(field)}`);
    const first = page.getByTestId('consumer').first();
    await first.getByText('路径与每日调用').first().click();
    expect(
      await first.getByRole('list', { name: '路径' }).first().getByRole('listitem').count(),
    ).toBeGreaterThan(1);
    await first
      .getByRole('img', { name: /每日调用/ })
      .first()
      .waitFor();
    await leave(walk);
  });

  it('asks the reverse: what one consumer saw', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/audit?mode=by');
    await page.getByRole('combobox', { name: '使用方' }).click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByRole('button', { name: /查\s*询/ }).click();
    await page.waitForURL(/consumer=/);
    await page.getByTestId('sentence').waitFor();
    await leave(walk);
  });
});
