import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, type Visit, visit } from './browser';
import { env } from './env';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PEOPLE = [
  'demo-governance',
  'demo-application',
  'demo-auditor',
  'demo-subdistrict',
  'demo-operations',
] as const;

async function visitAs(account: string): Promise<Visit> {
  const open = await visit(browser);
  await open.context.addCookies([{ name: 'yuanliu-account', value: account, url: env.E2E_WEB }]);
  return open;
}

interface Linked {
  href: string;
  count: number;
}

/** Every number of the home page that leads to a list with a total, with what it says; each list once. */
async function numbersOf(page: Page): Promise<Linked[]> {
  const found = await page
    .locator(
      'a[data-task], a[data-count], a[data-part], a[data-fact], [data-block="grades"] ul a, [data-block="grades"] tbody tr:nth-child(1) a',
    )
    .evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        text: (link.querySelector('strong, b') ?? link).textContent ?? '',
      })),
    );
  const byHref = new Map(found.map(({ href, text }) => [href, numberIn(text)]));
  return [...byHref].map(([href, count]) => ({ href, count }));
}

/** The total that a list comes with: as the server sends it, so that a hundred lists need no hundred pages drawn. */
async function totalOf(page: Page, href: string): Promise<number> {
  const html = await (await page.request.get(href)).text();
  const total = /data-testid="(?:event-)?total"[^>]*>(.*?)<\/(?:span|output|p|strong)>/s.exec(html)?.[1];
  if (total === undefined) throw new Error(`the list at ${href} says no total`);
  return numberIn(total.replace(/<[^>]*>/g, ''));
}

describe('the overview', () => {
  it.each(PEOPLE)('opens for %s with numbers that are the totals of their lists', async (account) => {
    const open = await visitAs(account);
    await open.page.goto('/');
    await open.page.getByRole('heading', { level: 1, name: '总览' }).waitFor();
    expect(await open.page.title()).toBe('总览 · 源流');
    const numbers = await numbersOf(open.page);
    expect(numbers.length).toBeGreaterThan(8);
    for (const { href, count } of numbers.filter(({ href }) => !href.startsWith('/backflow'))) {
      expect({ href, count: await totalOf(open.page, href) }).toEqual({ href, count });
    }
    await leave(open);
  });

  it('begins with what is nearest to the work of the person', async () => {
    const firstOf = async (account: string) => {
      const open = await visitAs(account);
      await open.page.goto('/');
      const name = await open.page.locator('[data-block]').first().getAttribute('data-block');
      await leave(open);
      return name;
    };
    expect(await firstOf('demo-governance')).toBe('grades');
    expect(await firstOf('demo-application')).toBe('interfaces');
    expect(await firstOf('demo-auditor')).toBe('calls');
    expect(await firstOf('demo-subdistrict')).toBe('backflow');
  });

  it('says urgent in words as well, and leads from a broken loop to the unit', async () => {
    const open = await visitAs('demo-governance');
    await open.page.goto('/');
    const urgent = open.page.locator('a[data-urgent="true"]');
    expect(await urgent.first().textContent()).toContain('需立即处理');
    const broken = open.page.locator('[data-block="backflow"] tr', { hasText: '中断' });
    const unit = await broken.getByRole('rowheader').textContent();
    await broken.getByRole('link').click();
    await open.page.waitForURL(/\/backflow\?unit=/);
    await open.page.getByRole('heading', { level: 1, name: '回流' }).waitFor();
    expect(await open.page.locator('main').textContent()).toContain(unit ?? '?');
    await leave(open);
  });

  it('opens the fields of a department and grade from the picture', async () => {
    const open = await visitAs('demo-governance');
    await open.page.goto('/');
    // A person's pointer rests on the bar before it clicks, so the tooltip and its shadow are there by then.
    const bars = open.page.locator('[data-block="grades"] svg path[fill*="--grade-l4-bar"]');
    await bars.first().hover();
    await open.page.locator('[data-block="grades"] [role="img"] > div').nth(1).waitFor();
    await open.page.mouse.down();
    await open.page.mouse.up();
    await open.page.waitForURL(/\/catalogue\?kind=FIELD&grade=L4&department=/);
    await open.page.getByTestId('total').waitFor();
    await leave(open);
  });
});
