import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, numberIn, openBrowser, visit } from './browser';
import { ask } from './catalogue-data';
import { env } from './env';

/** An event that names no dataset in its output: refused, and kept once however often it comes. */
const BROKEN = {
  eventType: 'COMPLETE',
  eventTime: '2026-11-24T08:00:00Z',
  producer: 'https://yuanliu.example/e2e',
  schemaURL: 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
  run: { runId: '3b452093-782c-4ef2-9c0c-aafe2aa6f34d' },
  job: { namespace: 'e2e', name: 'e2e.broken' },
  outputs: [{ namespace: '', name: 'dwd.nothing' }],
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const sent = await fetch(new URL('/api/v1/lineage?wait=true', env.E2E_API), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(BROKEN),
  });
  expect(sent.status).toBe(400);
});
afterAll(() => browser.close());

describe('operations', () => {
  it('find what was refused, at which line, and keep their place when the page refreshes', async () => {
    const { ingestedEvents } = await ask<{ ingestedEvents: { totalCount: number } }>(
      '{ ingestedEvents(refusedOnly: true, first: 1) { totalCount } }',
    );
    const walk = await visit(browser);
    const { page } = walk;
    await page
      .context()
      .addCookies([{ name: 'yuanliu-account', value: 'demo-operations', url: env.E2E_WEB }]);
    await page.goto('/admin');
    await page.getByRole('link', { name: '只看被拒绝的' }).click();
    await page.waitForURL(/only=refused/);
    await page.locator('[data-testid="event"][data-refused="false"]').first().waitFor({ state: 'detached' });
    expect(numberIn(await page.getByTestId('event-total').textContent())).toBe(ingestedEvents.totalCount);

    const event = page.getByTestId('event').filter({ hasText: 'e2e.broken' });
    expect(await event.textContent()).toContain('outputs[0].namespace');
    await event.getByRole('link').click();
    await page.waitForURL(/event=/);
    const text = page.getByRole('region', { name: '事件原文' });
    await text.waitFor();
    const blamed = text.locator('[data-blamed="true"]');
    expect(await blamed.count()).toBe(1);
    expect(await blamed.textContent()).toContain('"namespace": ""');

    await page.getByRole('button', { name: /刷\s*新/ }).click();
    await page.getByText(/^[0-3] 秒前的情况$/).waitFor();
    expect(await blamed.count()).toBe(1);
    await leave(walk);
  });

  it('see how every part does', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/admin');
    await page.getByTestId('verdict').waitFor();
    expect(await page.locator('[data-part]').count()).toBe(5);
    const { health } = await ask<{ health: { index: { snapshotVersion: number } } }>(
      '{ health { index { snapshotVersion } } }',
    );
    expect(numberIn(await page.locator('[data-part="index"] dd').first().textContent())).toBe(
      health.index.snapshotVersion,
    );
    await leave(walk);
  });
});
