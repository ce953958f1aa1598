import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';
import { impactOf } from './impact-data';
import { tabTo } from './keyboard';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the impact on paper', () => {
  it('says all of the screen with date, version and person, opens everything and leaves the frame out', async () => {
    const { field } = await sensitiveField();
    const facts = await impactOf(field);
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/impact?id=${encodeURIComponent(field)}`);
    const said = await page.getByTestId('sentence').textContent();
    await tabTo(page, page.getByRole('link', { name: '打印版' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/print=1/);
    const paper = page.getByTestId('impact-paper');
    await paper.getByRole('heading', { level: 1 }).waitFor();
    expect(await paper.getByTestId('sentence').textContent()).toBe(said);
    const head = await paper.getByRole('banner').or(paper.locator('header')).first().textContent();
    expect(head).toContain(String(facts.completeness.snapshotVersion));
    expect(head).toContain('治理专员');
    expect(head).toMatch(/\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}/);
    expect(await paper.textContent()).toContain(facts.completeness.digest);
    const authorizations = new Set(
      facts.interfaces.flatMap(({ consumers }) =>
        consumers.flatMap((reader) => reader.authorizations.map(({ code }) => code)),
      ),
    );
    const printed = new Set(await paper.locator('tbody td code').allTextContents());
    expect(printed).toEqual(authorizations);
    const datasets = paper.getByRole('heading', { name: /受影响的数据集/ });
    expect(numberIn(await datasets.textContent())).toBe(facts.datasetCount);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button', { name: '打印或存为 PDF' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    const chip = paper.getByText('L4').first().locator('..');
    expect(await chip.evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(2);
    const box = pdf.toString('latin1').match(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/);
    expect(box?.slice(1).map((side) => Math.round(Number(side)))).toEqual([595, 842]);
    await leave(walk);
  });
});
