import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { ask, sensitiveField } from './catalogue-data';
import { type ImpactFacts, impactOf, REACHED, sum, waysOut } from './impact-data';
import { tabTo } from './keyboard';

let browser: Browser;
let field: string;
let facts: ImpactFacts;
beforeAll(async () => {
  browser = await openBrowser();
  ({ field } = await sensitiveField());
  facts = await impactOf(field);
});
afterAll(() => browser.close());

const address = () => `/impact?id=${encodeURIComponent(field)}`;
const tree = (page: Page) => page.getByRole('treegrid', { name: '接口、使用方与授权' });

/** The numbers of the sentence, in the order in which it says them. */
async function sentence(page: Page): Promise<number[]> {
  const numbers = await page.getByTestId('sentence').locator('b').allTextContents();
  return numbers.map(numberIn);
}

/** The last three cells of a row of the tree: interfaces, consumers, authorisations. */
async function numbersOf(page: Page, row: string): Promise<number[]> {
  const cells = await page.locator(row).locator('td').allTextContents();
  return cells.slice(-3).map(numberIn);
}

describe('a governance officer', () => {
  it('chooses a sensitive field and learns its grade, why, and what depends on it, by keyboard alone', async () => {
    const { node } = await ask<{ node: { gradings: { current: boolean; reason: string }[] } }>(
      'query Why($id: ID!) { node(id: $id) { ... on Field { gradings { current reason } } } }',
      { id: field },
    );
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/impact');
    const picker = page.getByRole('combobox', { name: '选择要看的字段或数据集' });
    await picker.waitFor();
    await tabTo(page, picker);
    await page.keyboard.type('实有人口基础信息 证件号码');
    await page.locator('.ant-select-item-option').filter({ hasText: 'zjhm' }).first().waitFor();
    const chosen = page.locator('.ant-select-item-option-active').filter({ hasText: '实有人口基础信息' });
    for (let down = 0; down < 10 && !(await chosen.filter({ hasText: 'zjhm' }).isVisible()); down++) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/impact\?id=/);

    const out = waysOut(facts, REACHED);
    await page.getByTestId('sentence').waitFor();
    expect(await sentence(page)).toEqual([
      facts.fieldCount,
      facts.datasetCount,
      facts.departmentCount,
      out.interfaces,
      out.authorizations,
      out.consumers,
    ]);
    expect(await page.getByTestId('sentence').textContent()).toContain(
      `完整结果，版本 ${facts.completeness.snapshotVersion}`,
    );
    const why = node.gradings.find(({ current }) => current)?.reason ?? '';
    expect(await page.getByTestId('grade-reason').textContent()).toContain(why);

    await tabTo(page, page.getByRole('link', { name: '看血缘图' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/lineage\?id=/);
    await page.locator('[data-lineage-state="drawn"]').waitFor();
    const { lineage } = await ask<{ lineage: { nodes: { id: string; kind: string }[] } }>(
      'query From($id: ID!) { lineage(id: $id, direction: UPSTREAM, depth: 1) { nodes { id kind } } }',
      { id: field },
    );
    const sources = lineage.nodes.filter(({ kind }) => kind === 'FIELD').map(({ id }) => id);
    const listed = await page
      .locator('[role="treegrid"] tr[aria-level="2"]')
      .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.id ?? ''));
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((id) => !listed.includes(id))).toEqual([]);
    await leave(walk);
  });

  it('sees groups that add up to the sentence, and each number opens a list of as many rows', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(address());
    const column = (by: string) => page.locator(`[data-by="${by}"] li`);
    const groups = {
      department: facts.byDepartment,
      library: facts.byLibrary,
      grade: facts.byGrade,
      distance: facts.byDistance,
      layer: facts.byLayer,
    };
    for (const [by, rows] of Object.entries(groups)) {
      const shown = (await column(by).locator('b').allTextContents()).map(numberIn);
      expect(shown, by).toEqual(rows.map(({ fieldCount }) => fieldCount));
      if (by !== 'library') expect(sum(shown), by).toBe(facts.fieldCount);
    }
    for (const by of Object.keys(groups)) {
      const first = column(by).first().getByRole('link');
      const promised = numberIn(await first.locator('b').textContent());
      await first.click();
      await page.waitForURL(new RegExp(`list=${by}`));
      const list = page.getByTestId('impact-list');
      await list.getByRole('heading').getByText(`${promised} 个字段`).waitFor();
      expect(await list.locator('tbody tr').count(), by).toBe(Math.min(promised, 50));
    }
    await leave(walk);
  });

  it('pages through a long list, shows it as datasets, and comes back by the address', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    const influenced = facts.byRing.find(({ ring }) => ring === 'INFLUENCED');
    await page.goto(address());
    await page.locator('[data-ring="INFLUENCED"]').click();
    const list = page.getByTestId('impact-list');
    await list.getByRole('heading').getByText(`${influenced?.fieldCount} 个字段`).waitFor();
    const firstRow = await list.locator('tbody tr').first().textContent();
    await list.getByRole('link', { name: '下一页' }).click();
    await list.getByText('第 51–').waitFor();
    expect(await list.locator('tbody tr').first().textContent()).not.toBe(firstRow);
    const fresh = await visit(browser);
    await fresh.page.goto(page.url());
    await fresh.page.getByTestId('impact-list').getByText('第 51–').waitFor();
    await leave(fresh);
    await page.goBack();
    await list.getByText('第 1–50').waitFor();
    await list.getByRole('link', { name: '数据集', exact: true }).click();
    await list.getByRole('heading').getByText(`${influenced?.datasetCount} 个数据集`).waitFor();
    await leave(walk);
  });

  it('reads interfaces, consumers and authorisations whose rows, subtotals and total agree', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(address());
    await page.getByRole('button', { name: '全部展开' }).click();
    await page.waitForURL(/open=all/);
    const rings = ['CLEARTEXT', 'MASKED', 'INFLUENCED'] as const;
    const subtotals = await Promise.all(rings.map((ring) => numbersOf(page, `tr[data-key="${ring}"]`)));
    const total = await numbersOf(page, '[data-testid="impact-total"]');
    const reached = waysOut(facts, REACHED);
    expect(total).toEqual([reached.interfaces, reached.consumers, reached.authorizations]);
    expect(total).toEqual([0, 1, 2].map((at) => (subtotals[0]?.[at] ?? 0) + (subtotals[1]?.[at] ?? 0)));
    for (const [at, ring] of rings.entries()) {
      const own = waysOut(facts, [ring]);
      expect(subtotals[at]?.[0], ring).toBe(own.interfaces);
      expect(subtotals[at]?.[2], ring).toBe(own.authorizations);
    }
    const rows = (kind: string) => tree(page).locator(`tr[data-kind="${kind}"]`).count();
    const all = waysOut(facts, rings);
    expect(await rows('interface')).toBe(all.interfaces);
    expect(await rows('authorization')).toBe(all.authorizations);
    expect(await rows('consumer')).toBe(sum(facts.interfaces.map(({ consumers }) => consumers.length)));
    await leave(walk);
  });

  it('walks the tree by keyboard, and the address keeps what is open', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(address());
    const first = tree(page).locator('tbody tr').first();
    await tabTo(page, first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const opened = tree(page).locator('tr[data-kind="interface"][aria-expanded="true"]');
    expect(await opened.count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const current = tree(page).locator('tr[data-kind="authorization"]');
    expect(await current.first().evaluate((row) => row === document.activeElement)).toBe(true);
    expect(await current.first().getAttribute('aria-level')).toBe('4');
    await page.waitForURL(/open=/);
    const fresh = await visit(browser);
    await fresh.page.goto(page.url());
    await tree(fresh.page).locator('tr[data-kind="authorization"]').first().waitFor();
    await leave(fresh);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await current.count()).toBe(0);
    await page.keyboard.press('Home');
    expect(await first.evaluate((row) => row === document.activeElement)).toBe(true);
    await leave(walk);
  });
});
