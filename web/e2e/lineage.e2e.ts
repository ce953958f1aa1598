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
type Probed = Window & { __lineage?: Probe };

const boxesOf = (page: Page) => page.evaluate(() => (window as unknown as Probed).__lineage?.boxes() ?? []);
const rowsOf = (page: Page) => page.evaluate(() => (window as unknown as Probed).__lineage?.rows() ?? []);
const countsOf = (page: Page) =>
  page.evaluate(() => (window as unknown as Probed).__lineage?.counts() ?? { boxes: 0, rows: 0 });

async function open(page: Page): Promise<void> {
  const { field } = await sensitiveField();
  await page.goto(`/lineage?id=${encodeURIComponent(field)}&probe=1`);
  await page.locator('[data-lineage-state="drawn"]').waitFor();
}

describe('the lineage of 证件号码', () => {
  it('has every box and row of the picture in its table', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    const counts = await countsOf(page);
    expect(counts.boxes).toBeGreaterThan(5);
    expect(await page.locator('[role="treegrid"] tr[aria-level="1"]').count()).toBe(counts.boxes);
    // The picture leaves out rows that do not matter here and says how many; the table has them all.
    const drawn = await rowsOf(page);
    expect(drawn.length).toBe(counts.rows);
    const listed = await page
      .locator('[role="treegrid"] tr[aria-level="2"]')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.id));
    expect(drawn.filter((row) => !listed.includes(row.id))).toEqual([]);
    const labels = (await boxesOf(page)).map((box) => box.label);
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
    const before = await boxesOf(page);
    await page.getByRole('button', { name: '上游多一跳' }).click();
    await page.waitForFunction(
      (many) => ((window as unknown as Probed).__lineage?.counts().boxes ?? 0) > many,
      before.length,
    );
    const after = new Map((await boxesOf(page)).map((box) => [box.id, box]));
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
    const row = (await rowsOf(page)).find(({ boxLabel }) => boxLabel === '自然人主档');
    if (!row) throw new Error('自然人主档 is not in the picture');
    await page.mouse.click(row.x, row.y);
    await page.waitForFunction((id) => location.search.includes(encodeURIComponent(id)), row.id);
    await leave(walk);
  });
});
