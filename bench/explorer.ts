import { openBrowser } from './explorer/browser.js';
import { pageLoads } from './explorer/page-loads.js';
import { pictures } from './explorer/pictures.js';

/** The explorer as a person meets it, in a real Chromium: how pages load, and how the picture draws, lights up, moves and grows. */
export async function explorerBench(say: (line: string) => void): Promise<{ ok: boolean; section: string }> {
  const browser = await openBrowser();
  try {
    const loads = await pageLoads(browser, say);
    const drawn = await pictures(browser, say);
    const section = `Production build, headless Chromium without a GPU, 1440×900, server warm.

Pages: median of 5 visits without a cache. First scripts are those that the page's HTML names, all scripts what was loaded a second after it stood; both compressed.

${loads.table}

The picture: the real page; up to the memory rounds on answers of the size named, given to the browser in the place of the API.

${drawn.table}`;
    return { ok: loads.ok && drawn.ok, section };
  } finally {
    await browser.close();
  }
}
