import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';

const Env = z.object({
  /** A started demonstration: `npm start`. */
  E2E_WEB: z.url().default('http://127.0.0.1:3000'),
  E2E_API: z.url().default('http://127.0.0.1:4000'),
  CHROMIUM_PATH: z.string().default('/usr/bin/chromium'),
});

/** Where the demonstration is and which Chromium looks at it. */
export const env = Env.parse(process.env);

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
];

/** A Chromium of its own; the caller closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: env.CHROMIUM_PATH, headless: true, args: FLAGS });

/** Does something in a new visitor at 1440×900, who has nothing in the cache. */
export async function asVisitor<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: env.E2E_WEB });
  // tsx names functions through a helper, which functions that run in the page would miss.
  await context.addInitScript('globalThis.__name = (it) => it;');
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}
