import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { ask, sensitiveField } from './catalogue-data';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Counts {
  impact: { fieldCount: number; datasetCount: number; interfaceCount: number; consumerCount: number };
}

describe('a governance officer', () => {
  it('finds a sensitive field by keyboard, sees its lineage and what depends on it', async () => {
    const { field } = await sensitiveField();
    const { impact } = await ask<Counts>(
      'query Counts($id: ID!) { impact(id: $id) { fieldCount datasetCount interfaceCount consumerCount } }',
      { id: field },
    );
    expect(impact.fieldCount).toBeGreaterThan(0);

    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: '全局搜索' }).fill('证件号码');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/catalogue\?q=/);
    await page.locator('mark', { hasText: '证件号码' }).first().waitFor();

    await page.goto(`/lineage?id=${encodeURIComponent(field)}`);
    await page.locator('[data-lineage-state="drawn"]').waitFor();
    await page.goto(`/impact?id=${encodeURIComponent(field)}`);
    const numbers = await page.getByTestId('sentence').locator('b').allTextContents();
    expect(numbers.slice(0, 2).map(numberIn)).toEqual([impact.fieldCount, impact.datasetCount]);
    expect(numberIn(numbers[3] ?? null)).toBe(impact.interfaceCount);
    expect(numberIn(numbers[5] ?? null)).toBe(impact.consumerCount);
    await leave(walk);
  });

  it('opens the list behind a number and it has as many rows as the number says', async () => {
    const { field } = await sensitiveField();
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/impact?id=${encodeURIComponent(field)}`);
    const ring = page.locator('[data-ring="CLEARTEXT"]');
    const shown = numberIn(await ring.locator('b').first().textContent());
    await ring.click();
    await page.waitForURL(/list=ring/);
    const list = page.getByTestId('impact-list');
    expect(numberIn(await list.getByRole('heading').textContent())).toBe(shown);
    expect(await list.locator('tbody tr').count()).toBe(Math.min(shown, 50));

    await page.getByRole('button', { name: '全部展开' }).click();
    expect(await page.getByTestId('impact-interfaces').locator('tbody tr').count()).toBeGreaterThan(1);
    await leave(walk);
  });

  it('exports exactly the fields of the impact', async () => {
    const { field } = await sensitiveField();
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/impact?id=${encodeURIComponent(field)}`);
    const counts = await page.locator('[data-ring] b').allTextContents();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 CSV' }).click();
    const stream = await (await download).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const rows = Buffer.concat(parts).toString('utf8').trim().split(/\r?\n/);
    expect(rows.length - 1).toBe(counts.map(numberIn).reduce((sum, count) => sum + count, 0));
    await leave(walk);
  });
});
