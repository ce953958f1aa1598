import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Probe {
  boxes(): { id: string; label: string; x: number; y: number; left: number; top: number }[];
  rows(): { id: string; label: string; boxLabel: string; x: number; y: number }[];
  counts(): { boxes: number; rows: number };
}
const probe = <T>(page: Page, read: (found: Probe) => T): Promise<T> =>
  page.evaluate(`(${read})(window.__lineage)`) as Promise<T>;

async function open(page: Page): Promise<void> {
  const { field } = await sensitiveField();
  await page.goto(`/lineage?id=${encodeURIComponent(field)}&probe=1`);
  await page.locator('[data-lineage-state="drawn"]').waitFor();
}

describe('the lineage of 证件号码', () => {
  it('is the same in the picture and in the table, box by box and row by row', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    const counts = await probe(page, (found) => found.counts());
    expect(counts.boxes).toBeGreaterThan(5);
    const lines = page.locator('[role="treegrid"] [role="row"]');
    expect(await lines.and(page.locator('[aria-level="1"]')).count()).toBe(counts.boxes);
    expect(await lines.and(page.locator('[aria-level="2"]')).count()).toBe(counts.rows);
    const labels = await probe(page, (found) => found.boxes().map((box) => box.label));
    const text = (await page.getByRole('treegrid', { includeHidden: true }).textContent()) ?? '';
    expect(labels.filter((label) => !text.includes(label))).toEqual([]);
    await page.keyboard.press('t');
    await page.getByRole('treegrid').waitFor({ state: 'visible' });
    await leave(walk);
  });

  it('keeps every box in its place when one more hop is shown', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    const before = await probe(page, (found) => found.boxes());
    await page.keyboard.press('e');
    await page.waitForFunction(`window.__lineage.counts().boxes > ${before.length}`);
    const after = new Map((await probe(page, (found) => found.boxes())).map((box) => [box.id, box]));
    const moved = before.filter(
      (box) => after.get(box.id)?.left !== box.left || after.get(box.id)?.top !== box.top,
    );
    expect(moved.map((box) => box.label)).toEqual([]);
    await leave(walk);
  });

  it('chooses the row that is clicked and says so in the address', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    const row = (await probe(page, (found) => found.rows())).find(
      ({ boxLabel }) => boxLabel === '自然人主档',
    );
    if (!row) throw new Error('自然人主档 is not in the picture');
    await page.mouse.click(row.x, row.y);
    await page.waitForFunction((id) => location.search.includes(encodeURIComponent(id)), row.id);
    await leave(walk);
  });
});
