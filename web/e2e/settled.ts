import type { Page } from 'playwright-core';

/**
 * Waits until a page shows what it has to show: its heading, its title, its picture where there is one, nothing on
 * the way. The title comes in the stream behind the page, and anew when the page is drawn anew.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1, h2').first().waitFor();
  const url = new URL(page.url());
  const pictured = /\/lineage$/.test(url.pathname)
    ? url.searchParams.has('id')
    : url.searchParams.get('tab') === 'lineage';
  if (pictured && url.searchParams.get('view') !== 'table') {
    await page.locator('[data-lineage-state="drawn"]').waitFor({ state: 'attached' });
  }
  await page.waitForFunction(
    () => document.title !== '' && document.querySelector('main [aria-busy="true"]') === null,
  );
  await page.evaluate(() => document.fonts.ready);
}
