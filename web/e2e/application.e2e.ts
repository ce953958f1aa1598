import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('an application team', () => {
  it('narrows the catalogue by facets and reads on what terms a dataset is shared', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/catalogue');
    const total = page.getByTestId('total');
    const before = numberIn(await total.textContent());
    const facet = page.getByRole('link', { name: /^有条件共享/ });
    const promised = numberIn((await facet.textContent())?.replace('有条件共享', '') ?? null);
    await facet.click();
    await page.waitForURL(/sharingType=CONDITIONAL/);
    expect(numberIn(await total.textContent())).toBe(promised);
    expect(promised).toBeLessThan(before);

    await page.getByRole('region', { name: '结果' }).getByRole('heading').first().getByRole('link').click();
    await page.waitForURL(/\/datasets\//);
    await page.getByText('有条件共享', { exact: true }).waitFor();
    await page.getByText(/^条件：/).waitFor();
    await page.getByRole('link', { name: '接口与授权' }).click();
    await page.waitForURL(/tab=interfaces/);
    await page.goBack();
    await page.getByRole('table').waitFor();
    await leave(walk);
  });

  it('finds by pinyin initials and says why', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/catalogue?q=zjhm');
    expect(numberIn(await page.getByTestId('total').textContent())).toBeGreaterThan(0);
    await page.locator('mark').first().waitFor();
    await leave(walk);
  });

  it('says what to do when nothing is found', async () => {
    const walk = await visit(browser);
    await walk.page.goto('/catalogue?q=qqqqzzzzxxxx');
    await walk.page.getByText('没有找到“qqqqzzzzxxxx”').waitFor();
    await leave(walk);
  });

  it('shows the same view to whoever opens the address, in the other language too', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/catalogue?sharingType=CONDITIONAL&layer=DWD');
    const total = numberIn(await page.getByTestId('total').textContent());
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(/\/en\/catalogue\?sharingType=CONDITIONAL&layer=DWD/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(numberIn(await page.getByTestId('total').textContent())).toBe(total);
    await leave(walk);
  });
});
