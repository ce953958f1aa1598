import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { env } from './env';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium of its own; the caller closes it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: env.CHROMIUM_PATH, headless: true, args: FLAGS });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Messages of the console and uncaught faults; a walk ends with none. */
  faults: string[];
}

/** A new visitor at 1440×900. */
export async function visit(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: env.E2E_WEB });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return { context, page, faults };
}

/** Ends a visit and expects that nothing went wrong behind the scenes. */
export async function leave({ context, faults }: Visit): Promise<void> {
  await context.close();
  expect(faults).toEqual([]);
}

/** The number in a text such as “1,234 个字段”. */
export function numberIn(text: string | null): number {
  return Number((text ?? '').replace(/[^\d]/g, ''));
}
