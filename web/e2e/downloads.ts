import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';

/** The bytes of the file that an action brings. */
export async function downloadBy(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await act();
  return buffer(await (await coming).createReadStream());
}

/** Rows of a CSV without quotes inside, the header included. */
export function csvRows(file: Buffer): string[] {
  return file
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
}
