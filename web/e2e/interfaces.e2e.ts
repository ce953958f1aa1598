import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { ask } from './catalogue-data';
import { env } from './env';

interface Listed {
  interfaces: { totalCount: number };
  exceeded: { totalCount: number };
  busiest: { edges: { node: { code: string; name: string } }[] };
}
interface Called {
  interface: {
    id: string;
    calls30Days: number;
    exposures: { alias: string }[];
    authorizations: { code: string; valid: boolean }[];
    callsByDay: { day: string; calls: number; denied: number }[];
    callsByHour: { calls: number; outsideWindow: boolean }[];
  };
}

let browser: Browser;
let listed: Listed;
beforeAll(async () => {
  browser = await openBrowser();
  listed = await ask<Listed>(
    `{ interfaces(first: 1) { totalCount }
       exceeded: interfaces(first: 1, filter: { exceeded: true }) { totalCount }
       busiest: interfaces(first: 3, sort: CALLS, descending: true) { edges { node { code name } } } }`,
  );
});
afterAll(() => browser.close());

describe('the interfaces', () => {
  it('are counted, narrowed and sorted as the API does', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/interfaces');
    await page.getByTestId('interface').first().waitFor();
    expect(numberIn(await page.getByTestId('total').textContent())).toBe(listed.interfaces.totalCount);

    await page.getByRole('link', { name: /近 30 天调用/ }).click();
    await page.waitForURL(/sort=CALLS&dir=desc/);
    await page.locator('th[aria-sort="descending"]', { hasText: '近 30 天调用' }).waitFor();
    const codes = listed.busiest.edges.map(({ node }) => node.code);
    const shown = await page
      .getByTestId('interface')
      .evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute('data-code')));
    expect(shown).toEqual(codes);

    await page.getByTestId('quick-exceeded').click();
    await page.waitForURL(/exceeded=1/);
    await page.waitForFunction(
      (total) => document.querySelector('[data-testid="total"]')?.textContent?.includes(String(total)),
      listed.exceeded.totalCount,
    );

    const file = await page.request.get(
      new URL((await page.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '', env.E2E_WEB).href,
    );
    expect(file.status()).toBe(200);
    const lines = (await file.text()).trim().split(/\r?\n/);
    expect(lines.length - 1).toBe(listed.exceeded.totalCount);
    await leave(walk);
  });

  it('show fields, grants and calls that add up, and lead to the audit', async () => {
    const code = listed.busiest.edges[0]?.node.code ?? '';
    const { interface: called } = await ask<Called>(
      `query Called($code: String!) { interface(code: $code) {
        id calls30Days exposures { alias } authorizations { code valid }
        callsByDay(days: 30) { day calls denied } callsByHour(days: 30) { calls outsideWindow } } }`,
      { code },
    );
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/interfaces/${code}`);
    await page.getByTestId('calls-total').waitFor();
    expect(await page.getByTestId('exposure').count()).toBe(called.exposures.length);
    expect(await page.getByTestId('grant').count()).toBe(called.authorizations.length);
    const calls = called.callsByDay.reduce((sum, day) => sum + day.calls, 0);
    expect(numberIn(await page.getByTestId('calls-total').textContent())).toBe(calls);
    expect(called.callsByHour.reduce((sum, hour) => sum + hour.calls, 0)).toBe(calls);

    // The table says the same as the picture.
    await page.getByText('以表格查看').click();
    const rows = page.getByRole('region', { name: /按天和小时/ }).locator('tbody tr');
    expect(await rows.count()).toBe(called.callsByDay.length);
    const days = await rows.evaluateAll((all) =>
      all.map((row) => Number(row.querySelector('td')?.textContent?.replaceAll(',', ''))),
    );
    expect(days).toEqual(called.callsByDay.map((day) => day.calls).reverse());

    await page.getByTestId('audit').click();
    await page.waitForURL(/\/audit\?/);
    expect(new URL(page.url()).searchParams.get('id')).toBe(called.id);
    await leave(walk);
  });

  it('say so when there is none with this code', async () => {
    const walk = await visit(browser);
    const answer = await walk.page.goto('/interfaces/NOPE-1');
    expect(answer?.status()).toBe(404);
    await walk.page.getByRole('heading', { name: '找不到这个页面或对象' }).waitFor();
    // The console reports the 404.
    walk.faults.length = 0;
    await leave(walk);
  });
});
