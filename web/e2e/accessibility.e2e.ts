import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
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

const LANGUAGES = [
  { prefix: '', language: 'zh-CN' },
  { prefix: '/en', language: 'en' },
] as const;

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
  );
}

const modeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);

const switchTo = (mode: 'dark' | 'light') =>
  mode === 'dark' ? /^(切换到深色|Switch to dark)$/ : /^(切换到浅色|Switch to light)$/;

/** Turns a page dark or light by its own switch and waits until it stands again. */
async function turn(page: Page): Promise<void> {
  const before = (await modeOf(page)) === 'dark' ? 'dark' : 'light';
  const after = before === 'dark' ? 'light' : 'dark';
  // A page that has just come may not take clicks yet.
  while ((await modeOf(page)) === before) {
    await page.getByRole('button', { name: switchTo(after) }).click();
    await page.waitForTimeout(50);
  }
  // The switch offers the way back once the server has drawn the page anew.
  await page.getByRole('button', { name: switchTo(before) }).waitFor();
  await settled(page);
  // Colours glide: what is looked at is where they end.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    const ended = Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
    // One that was stopped on its way never ends.
    await Promise.race([ended, new Promise((done) => setTimeout(done, 1_000))]);
  });
}

/** A visitor who has chosen the light page, so that the browser's own preference does not matter. */
async function visitLight(): Promise<Visit> {
  const walk = await visit(browser);
  await walk.context.addCookies([{ name: 'yuanliu-theme', value: 'light', url: env.E2E_WEB }]);
  return walk;
}

describe.concurrent.each(LANGUAGES)('in $language', ({ prefix, language }) => {
  it('every page is accessible and speaks one language, light and dark', { timeout: 900_000 }, async () => {
    const walk = await visitLight();
    const { page } = walk;
    const wrong: Record<string, string[]> = {};
    const seen = new Set<string>();
    for (const { name, path } of pages) {
      await page.goto(inLanguage(prefix, path));
      await settled(page);
      const faults = await strayWords(page, language);
      // A page comes as the one before was left and is turned once: every page is looked at in both modes.
      for (const again of [false, true]) {
        if (again) await turn(page);
        const mode = await modeOf(page);
        seen.add(`${name} ${mode}`);
        faults.push(...(await violations(page)).map((fault) => `${mode}: ${fault}`));
      }
      // A page that does not exist is answered with 404, which the console reports.
      if (name === 'missing') walk.faults.length = 0;
      if (faults.length > 0) wrong[name] = faults;
    }
    expect(wrong).toEqual({});
    expect(seen.size).toBe(2 * pages.length);
    await leave(walk);
  });

  it('the search dialog is accessible, light and dark', async () => {
    const walk = await visitLight();
    const { page } = walk;
    await page.goto(prefix || '/');
    await settled(page);
    for (const again of [false, true]) {
      if (again) await turn(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /全局搜索|Search everywhere/ }).fill('zjhm');
      await page.getByRole('option').first().waitFor();
      expect([...(await violations(page)), ...(await strayWords(page, language))]).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await leave(walk);
  });
});
