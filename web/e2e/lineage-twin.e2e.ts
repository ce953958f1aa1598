import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { ask, sensitiveField } from './catalogue-data';
import { tabTo } from './keyboard';
import { drawnOn, edgesListed, listedOn, openLineage, rowAt, steady } from './lineage-probe';

let browser: Browser;
let field: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ field } = await sensitiveField());
});
afterAll(() => browser.close());

interface Answer {
  lineage: { edges: { id: string; from: string; to: string; role: string }[] };
}

/** Edges of the answer with which the picture begins. */
async function edgesAround(id: string): Promise<string[]> {
  const { lineage } = await ask<Answer>(
    'query Around($id: ID!) { lineage(id: $id, direction: BOTH, depth: 1) { edges { id from to role } } }',
    { id },
  );
  return lineage.edges.map((edge) => edge.id).sort();
}

/** Every box is in both; every drawn row is listed; a row that is listed and not drawn is behind "还有 N 个字段". */
async function expectAgreement(page: Page): Promise<void> {
  const [drawn, listed] = [await drawnOn(page), await listedOn(page)];
  expect(listed.boxes).toEqual(drawn.boxes);
  expect(drawn.rows.filter((row) => !listed.rows.includes(row))).toEqual([]);
  expect(listed.rowCount).toBe(listed.boxes.length + listed.rows.length + 1);
  expect(new Set(listed.rows).size).toBe(listed.rows.length);
}

describe('picture and table', () => {
  it('agree at rest, after an expansion, under a filter and on one path, node by node and edge by edge', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field);
    await expectAgreement(page);
    const atRest = await drawnOn(page);
    const edges = (await edgesAround(field)).length;

    // Expanded: what is new is in both.
    const row = await rowAt(page, '自然人主档', '证件号码');
    await page.mouse.click(row.x, row.y);
    await page.waitForFunction(() => new URLSearchParams(location.search).has('at'));
    await page.getByRole('complementary', { name: /证件号码/ }).waitFor();
    await page.keyboard.press('e');
    await page.waitForFunction(() => new URLSearchParams(location.search).has('grow'));
    await page.waitForFunction(
      (before) => document.querySelectorAll('[role="treegrid"] tr[aria-level="1"]').length > before,
      atRest.boxes.length,
    );
    await steady(page);
    await expectAgreement(page);
    const grown = await drawnOn(page);
    expect(atRest.boxes.filter((box) => !grown.boxes.includes(box))).toEqual([]);

    // Only the path of what is chosen.
    await page.getByRole('button', { name: '只看这条路径' }).click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('[role="treegrid"] tr[aria-level="1"]').length < before,
      grown.boxes.length,
    );
    await steady(page);
    await expectAgreement(page);
    // With every box opened each row of the path is drawn: nothing is behind "还有 N 个字段".
    const view = Object.fromEntries(new URL(page.url()).searchParams);
    await openLineage(page, field, { ...view, open: (await drawnOn(page)).boxes.join(',') });
    await expectAgreement(page);
    expect((await drawnOn(page)).rows).toEqual((await listedOn(page)).rows);
    await leave(walk);

    // A filter by address, as a link brings it.
    const other = await visit(browser);
    await openLineage(other.page, field, { grade: 'L4' });
    await expectAgreement(other.page);
    const filtered = await drawnOn(other.page);
    expect(filtered.boxes.length).toBeLessThan(atRest.boxes.length);

    // The edges view: as many as the summary says; without a filter exactly the API's.
    await other.page.keyboard.press('t');
    await other.page.getByRole('button', { name: /^血缘 \d+$/ }).click();
    const shown = await edgesListed(other.page);
    const counted = await other.page.getByText(/图中 .* 条血缘/).textContent();
    expect(counted).toContain(`${shown.length} 条血缘`);
    const nodes = new Set([...filtered.boxes, ...(await nodesOf(other.page))]);
    expect(shown.filter(({ from, to }) => !nodes.has(from) || !nodes.has(to))).toEqual([]);
    await leave(other);

    const plain = await visit(browser);
    await openLineage(plain.page, field, { view: 'table', list: 'edges' });
    const all = await edgesListed(plain.page);
    expect(all.map(({ id }) => id).sort()).toEqual(await edgesAround(field));
    expect(all.length).toBe(edges);
    await leave(plain);
  });

  it('keep a long table in the document only where one looks, and its numbers true', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field, { down: 'all', up: 'all', view: 'table' });
    const grid = page.getByRole('treegrid');
    const rowCount = Number(await grid.getAttribute('aria-rowcount'));
    expect(rowCount).toBeGreaterThan(301);
    const lines = grid.locator('tbody tr[data-id]');
    expect(await lines.count()).toBeLessThan(120);
    await lines.first().focus();
    await page.keyboard.press('End');
    await page.waitForFunction(
      (last) => Number(document.activeElement?.getAttribute('aria-rowindex')) === last,
      rowCount,
    );
    const focused = page.locator(':focus');
    expect(await focused.isVisible()).toBe(true);
    const [box, frame] = [await focused.boundingBox(), await grid.locator('xpath=..').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(
      (frame?.y ?? 0) + (frame?.height ?? 0) + 1,
    );
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-rowindex') === '2');
    await leave(walk);
  });
});

const nodesOf = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: /^对象与字段 \d+$/ }).click();
  return (await listedOn(page)).rows;
};

describe('the task by keyboard alone', () => {
  it('finds a field in the table, reads its grade, its evidence with the SQL, who uses it, and comes back', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field);
    await page.keyboard.press('t');
    const line = page.locator('[role="treegrid"] tr[tabindex="0"]');
    await page.waitForFunction(() => document.activeElement?.closest('[role="treegrid"]') !== null);
    // Down to the field of 自然人主档 that takes the number over.
    for (let i = 0; i < 200; i++) {
      const here = await line.evaluate(
        (row) => `${row.previousElementSibling?.textContent} ${row.textContent}`,
      );
      const kind = await line.getAttribute('data-kind');
      if (kind === 'FIELD' && /证件号码/.test(here) && (await ownerOf(page)) === '自然人主档') break;
      await page.keyboard.press('ArrowDown');
    }
    const chosen = await line.getAttribute('data-id');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: /证件号码/ });
    await panel.waitFor();
    expect(await line.getAttribute('aria-selected')).toBe('true');
    await panel.getByRole('heading', { name: '等级与依据' }).waitFor();
    await panel.getByRole('heading', { name: /谁在用/ }).waitFor();

    const evidence = panel.getByRole('button', { name: /之间的依据/ });
    await tabTo(page, evidence);
    await page.keyboard.press('Enter');
    const sql = panel.getByLabel(/^作业的 SQL/);
    await sql.first().waitFor();
    const mark = sql.first().locator('mark').first();
    expect((await mark.textContent())?.trim()).not.toBe('');
    // What is marked and selected is in view inside the statement.
    const seen = await sql.first().evaluate((box) => {
      const { top, bottom } = box.getBoundingClientRect();
      return [...box.querySelectorAll('mark')].some((m) => {
        const at = m.getBoundingClientRect();
        return at.top >= top - 1 && at.bottom <= bottom + 1;
      });
    });
    expect(seen).toBe(true);

    // Wider by the arrows, closed by Escape, back on the line.
    const handle = panel.getByRole('separator', { name: '面板宽度' });
    const before = Number(await handle.getAttribute('aria-valuenow'));
    await tabTo(page, handle, 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.waitForFunction(
      (id) => (document.activeElement as HTMLElement | null)?.dataset.id === id,
      chosen,
    );
    await leave(walk);
  });
});

/** Label of the box that the focused line belongs to. */
const ownerOf = (page: Page): Promise<string> =>
  page.locator('[role="treegrid"] tr[tabindex="0"]').evaluate((row) => {
    let at: Element | null = row;
    while (at && at.getAttribute('aria-level') !== '1') at = at.previousElementSibling;
    return at?.querySelector('th > span:not([aria-hidden])')?.textContent ?? '';
  });
