import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, type Visit, visit } from './browser';
import { env } from './env';
import { strayWords } from './languages';
import { inLanguage, type PageOfProduct, pagesOfProduct } from './pages';
import { settled } from './settled';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let pages: PageOfProduct[];
beforeAll(async () => {
  browser = await openBrowser();
  pages = await pagesOfProduct();
});
afterAll(() => browser.close());

const MODES = [
  { prefix: '', language: 'zh-CN', mode: 'light' },
  { prefix: '', language: 'zh-CN', mode: 'dark' },
  { prefix: '/en', language: 'en', mode: 'light' },
  { prefix: '/en', language: 'en', mode: 'dark' },
] as const;

async function violations({ page }: Visit): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  );
}

describe.each(MODES)('in $language, $mode', ({ prefix, language, mode }) => {
  it('every page is accessible and speaks one language', { timeout: 300_000 }, async () => {
    const walk = await visit(browser);
    await walk.context.addCookies([{ name: 'yuanliu-theme', value: mode, url: env.E2E_WEB }]);
    const wrong: Record<string, string[]> = {};
    for (const { name, path } of pages) {
      await walk.page.goto(inLanguage(prefix, path));
      await settled(walk.page);
      const faults = [...(await violations(walk)), ...(await strayWords(walk.page, language))];
      if (await walk.page.evaluate((wanted) => document.documentElement.dataset.theme !== wanted, mode)) {
        faults.push(`not ${mode}`);
      }
      // A page that does not exist is answered with 404, which the console reports.
      if (name === 'missing') walk.faults.length = 0;
      if (faults.length > 0) wrong[name] = faults;
    }
    expect(wrong).toEqual({});
    await leave(walk);
  });

  it('the search dialog is accessible', async () => {
    const walk = await visit(browser);
    await walk.context.addCookies([{ name: 'yuanliu-theme', value: mode, url: env.E2E_WEB }]);
    await walk.page.goto(prefix || '/');
    await settled(walk.page);
    await walk.page.keyboard.press('Control+k');
    await walk.page.getByRole('combobox', { name: /全局搜索|Search everywhere/ }).fill('zjhm');
    await walk.page.getByRole('option').first().waitFor();
    expect([...(await violations(walk)), ...(await strayWords(walk.page, language))]).toEqual([]);
    await leave(walk);
  });
});
