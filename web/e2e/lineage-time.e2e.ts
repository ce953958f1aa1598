import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { ask, sensitiveField } from './catalogue-data';
import { openLineage } from './lineage-probe';

let browser: Browser;
let field: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ field } = await sensitiveField());
});
afterAll(() => browser.close());

const dayBefore = (days: number) => {
  const china = new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000);
  return china.toISOString().slice(0, 10);
};
const endOf = (day: string) => `${day}T23:59:59.999+08:00`;

interface Diff {
  added: { totalCount: number; edges: { id: string }[] };
  removed: { totalCount: number; edges: { id: string }[] };
  changed: { totalCount: number; edges: { after: { id: string } }[] };
  downstream: { gained: { totalCount: number }; lost: { totalCount: number } };
}
const diffSince = async (day: string, depth: number | null) =>
  (
    await ask<{ lineageDiff: Diff }>(
      `query Since($id: ID!, $from: AsOf!, $depth: Int) {
        lineageDiff(id: $id, from: $from, depth: $depth) {
          added { totalCount edges { id } } removed { totalCount edges { id } }
          changed { totalCount edges { after { id } } }
          downstream { gained { totalCount } lost { totalCount } } } }`,
      { id: field, from: { valid: endOf(day) }, depth },
    )
  ).lineageDiff;

/** Edges of the table view by their change. */
const markedIn = (page: Page, change: string) =>
  page
    .locator(`tr[data-edge]:has([data-change="${change}"])`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-edge')).sort());

describe('the days of a lineage', () => {
  it('are compared from the toolbar: the band counts, the table marks by sign and word, the address holds it', async () => {
    const since = dayBefore(365);
    const whole = await diffSince(since, null);
    const near = await diffSince(since, 1);
    expect(whole.added.totalCount).toBeGreaterThan(0);
    expect(near.added.totalCount + near.removed.totalCount + near.changed.totalCount).toBeGreaterThan(0);

    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field);
    await page.getByRole('button', { name: '时间：今天' }).click();
    await page.getByLabel('与哪一天比较').fill(since);
    const band = page.getByTestId('edge-changes');
    await band.waitFor();
    const counts = await band.locator('[data-change]').allTextContents();
    expect(counts.map(numberIn)).toEqual([
      whole.added.totalCount,
      whole.removed.totalCount,
      whole.changed.totalCount,
    ]);
    expect(counts.map((text) => text.trim()[0])).toEqual(['+', '−', '±']);
    await page.keyboard.press('Escape');

    expect(new URL(page.url()).searchParams.get('since')).toBe(since);
    await page.goto(`${page.url()}&view=table`);
    await page.getByRole('button', { name: /^血缘 [\d,]+$/ }).click();
    await page.locator('tr[data-edge]').first().waitFor();
    await page.waitForFunction(() => document.querySelector('tr[data-edge] [data-change]') !== null);
    const shown = await page
      .locator('tr[data-edge]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-edge')));
    const drawn = (ids: string[]) => ids.filter((id) => shown.includes(id)).sort();
    expect(await markedIn(page, 'ADDED')).toEqual(drawn(near.added.edges.map(({ id }) => id)));
    expect(await markedIn(page, 'REMOVED')).toEqual(drawn(near.removed.edges.map(({ id }) => id)));
    expect(await markedIn(page, 'CHANGED')).toEqual(drawn(near.changed.edges.map(({ after }) => after.id)));
    await leave(walk);
  });

  it('show a past day under a band that leads back to today', async () => {
    const day = dayBefore(200);
    const past = await ask<{ lineage: { edges: { id: string }[] } }>(
      `query Then($id: ID!, $asOf: AsOf) { lineage(id: $id, depth: 1, asOf: $asOf) { edges { id } } }`,
      { id: field, asOf: { valid: endOf(day) } },
    );
    const now = await ask<{ lineage: { edges: { id: string }[] } }>(
      `query Now($id: ID!) { lineage(id: $id, depth: 1) { edges { id } } }`,
      { id: field },
    );
    expect(past.lineage.edges.length).not.toBe(now.lineage.edges.length);
    const walk = await visit(browser);
    const { page } = walk;
    const edgesSaid = async () =>
      numberIn(
        (
          await page
            .getByText(/条血缘$/)
            .first()
            .textContent()
        )
          ?.split('·')
          .at(-1) ?? '',
      );
    await openLineage(page, field, { day });
    await page.getByText(`正在看 ${day} 的血缘`).waitFor();
    expect(await edgesSaid()).toBe(past.lineage.edges.length);
    await page.getByRole('button', { name: '回到今天' }).click();
    await page.getByText(`正在看 ${day} 的血缘`).waitFor({ state: 'detached' });
    await page.waitForFunction(
      (count) => document.body.textContent?.includes(` ${count} 条血缘`),
      now.lineage.edges.length,
    );
    expect(new URL(page.url()).searchParams.has('day')).toBe(false);
    await leave(walk);
  });
});

describe('the certificate of an impact', () => {
  it('is had from the database at one press', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto(`/impact?id=${encodeURIComponent(field)}`);
    await page.locator('details[data-complete] summary').first().click();
    await page.getByRole('button', { name: '核验' }).click();
    const verdict = page.getByText(/已直接从数据库核对 [\d,]+ 个字段、[\d,]+ 条血缘/);
    await verdict.waitFor();
    const { impact } = await ask<{ impact: { byRing: { fieldCount: number }[] } }>(
      'query Reached($id: ID!) { impact(id: $id) { byRing { fieldCount } } }',
      { id: field },
    );
    const fields = impact.byRing.reduce((sum, { fieldCount }) => sum + fieldCount, 1);
    expect(numberIn(/核对 ([\d,]+) 个字段/.exec((await verdict.textContent()) ?? '')?.[1] ?? null)).toBe(
      fields,
    );
    await leave(walk);
  });
});
