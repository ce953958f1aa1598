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
  counts(): { boxes: number; rows: number; lines: number; groups: number; areas: number };
  counters(): { box: string; side: 'up' | 'down'; hidden: number; x: number; y: number }[];
}
type Probed = Window & { __lineage?: Probe };

const NOTHING = { boxes: 0, rows: 0, lines: 0, groups: 0, areas: 0 };
const boxesOf = (page: Page) => page.evaluate(() => (window as unknown as Probed).__lineage?.boxes() ?? []);
const rowsOf = (page: Page) => page.evaluate(() => (window as unknown as Probed).__lineage?.rows() ?? []);
const countersOf = (page: Page) =>
  page.evaluate(() => (window as unknown as Probed).__lineage?.counters() ?? []);
const countsOf = async (page: Page) =>
  (await page.evaluate(() => (window as unknown as Probed).__lineage?.counts())) ?? NOTHING;
const untilBoxes = (page: Page, than: 'more' | 'same' | 'fewer', count: number) =>
  page.waitForFunction(
    ([kind, many]) => {
      const now = (window as unknown as Probed).__lineage?.counts().boxes ?? 0;
      return kind === 'more' ? now > many : kind === 'fewer' ? now < many : now === many;
    },
    [than, count] as const,
  );
const placesOf = async (page: Page) =>
  new Map((await boxesOf(page)).map(({ id, left, top }) => [id, `${left},${top}`]));

async function open(page: Page, more = ''): Promise<void> {
  const { field } = await sensitiveField();
  await page.goto(`/lineage?id=${encodeURIComponent(field)}&probe=1${more}`);
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

  it('keeps every box in its place when one more hop is shown, and undo takes the hop away', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    const before = await placesOf(page);
    await page.getByRole('button', { name: '上游多一跳' }).click();
    await untilBoxes(page, 'more', before.size);
    const after = await placesOf(page);
    expect([...before].filter(([id, place]) => after.get(id) !== place)).toEqual([]);
    await page.getByRole('button', { name: '撤销上一步' }).click();
    await untilBoxes(page, 'same', before.size);
    expect(await placesOf(page)).toEqual(before);
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

  it('expands one side of a box in place; back and expanding again give the same pictures', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    await page.waitForFunction(() =>
      (window as unknown as Probed).__lineage?.counters().some(({ side }) => side === 'down'),
    );
    const before = await placesOf(page);
    const press = async () => {
      const counter = (await countersOf(page)).find(({ side }) => side === 'down');
      if (!counter) throw new Error('no box has more to show');
      await page.mouse.click(counter.x, counter.y);
      await untilBoxes(page, 'more', before.size);
    };
    await press();
    const grown = await placesOf(page);
    expect([...before].filter(([id, place]) => grown.get(id) !== place)).toEqual([]);
    await page.goBack();
    await untilBoxes(page, 'same', before.size);
    expect(await placesOf(page)).toEqual(before);
    await press();
    expect(await placesOf(page)).toEqual(grown);
    await leave(walk);
  });

  it('walks, chooses, expands and folds by keyboard alone', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page);
    const before = await countsOf(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.search.includes('at='));
    await page.keyboard.press('e');
    await untilBoxes(page, 'more', before.boxes);
    await page.keyboard.press('c');
    await untilBoxes(page, 'same', before.boxes);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.search.includes('at='));
    await leave(walk);
  });

  it('hides the tables between without cutting lineage, says so, and shows all again at one click', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page, '&up=2&down=2');
    const before = await countsOf(page);
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('checkbox', { name: /隐藏中间表/ }).click();
    await untilBoxes(page, 'fewer', before.boxes);
    await page.keyboard.press('Escape');
    expect(await page.getByText(/隐去 [\d,]+ 个对象/).textContent()).toMatch(/条连线经过隐去的对象/);
    expect(page.url()).toContain('mid=0');
    await page.getByRole('button', { name: '全部清除' }).click();
    await untilBoxes(page, 'same', before.boxes);
    await leave(walk);
  });

  it('groups by department, opens a group in place, and closes it again', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await open(page, '&up=all&down=all&group=department');
    const before = await boxesOf(page);
    const counts = await countsOf(page);
    expect(counts.groups).toBe(counts.boxes);
    const target = before.find(({ x, y }) => x > 320 && x < 1300 && y > 200 && y < 700);
    if (!target) throw new Error('no group is in view');
    await page.mouse.click(target.x, target.y);
    await page.waitForFunction(() => (window as unknown as Probed).__lineage?.counts().areas === 1);
    const after = new Map((await boxesOf(page)).map((box) => [box.id, box]));
    expect(before.filter((box) => box.id !== target.id && after.get(box.id)?.left !== box.left)).toEqual([]);
    await page.goBack();
    await page.waitForFunction(() => (window as unknown as Probed).__lineage?.counts().areas === 0);
    expect(await placesOf(page)).toEqual(new Map(before.map(({ id, left, top }) => [id, `${left},${top}`])));
    await leave(walk);
  });
});
