import type { Browser, Page } from 'playwright-core';
import { percentile } from '../measure.js';
import { asVisitor } from './browser.js';
import { findField } from './demonstration.js';
import { type Size, syntheticLineage } from './synthetic-lineage.js';

/** What the page's probe (`?probe=1`) tells; see web/src/features/lineage/probe.ts. */
interface Probe {
  rows(): { id: string; x: number; y: number }[];
  boxes(): { id: string; x: number; y: number; left: number; top: number }[];
  counts(): { boxes: number; rows: number; lines: number };
  marks(): {
    dataReady: number | null;
    drawn: number | null;
    highlight: number | null;
    expand: number | null;
  };
  counters(): { box: string; side: 'up' | 'down'; x: number; y: number }[];
}
declare global {
  interface Window {
    __lineage?: Probe;
    countedFrames?: number;
  }
}

const DRAWN = '[data-lineage-state="drawn"]';
const LINEAGE = /\blineage\(/;
const RUNS = 3;
const DRAG_MS = 2_000;

const probe = <T>(page: Page, read: (probe: Probe) => T): Promise<T> =>
  page.evaluate(`(${read.toString()})(window.__lineage)`) as Promise<T>;

/** Opens the real page on an answer of the given size: only the API is replaced, in the browser. */
async function open(page: Page, size: Size): Promise<void> {
  const { field } = await findField();
  const answer = JSON.stringify({ data: syntheticLineage(size) });
  await page.route('**/api/graphql', async (route) => {
    const asked = route.request().postData() ?? '';
    if (LINEAGE.test(asked)) await route.fulfill({ contentType: 'application/json', body: answer });
    else if (asked.includes('"box-') || asked.includes('"row-')) {
      await route.fulfill({ contentType: 'application/json', body: '{"data":{"nodes":[],"node":null}}' });
    } else await route.continue();
  });
  // Two hops are never part of the page that the server sends: the browser asks.
  await page.goto(`/lineage?id=${encodeURIComponent(field)}&up=2&down=2&probe=1`);
  await page.locator(DRAWN).waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForTimeout(500);
}

/** Milliseconds from the data in the page to the picture with all its boxes and lines. */
async function firstPicture(browser: Browser, size: Size): Promise<number> {
  const seen: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    seen.push(
      await asVisitor(browser, async (page) => {
        await open(page, size);
        const { dataReady, drawn } = await probe(page, (it) => it.marks());
        return (drawn ?? Number.NaN) - (dataReady ?? Number.NaN);
      }),
    );
  }
  return percentile(seen, 0.5);
}

/** Clicks things of the picture and reads how long each took until its path was lit, ms. */
async function highlights(page: Page): Promise<number[]> {
  const seen: number[] = [];
  const boxes = await probe(page, (it) => it.boxes());
  for (const { x, y } of boxes
    .filter((box) => box.x > 260 && box.x < 1_000 && box.y > 200 && box.y < 760)
    .slice(0, 8)) {
    await page.mouse.click(x, y);
    await page.waitForTimeout(250);
    const { highlight } = await probe(page, (it) => it.marks());
    if (highlight !== null) seen.push(highlight);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(150);
  }
  return seen;
}

/** Frames a second while `work` goes on. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.countedFrames = 0;
    const count = () => {
      if (window.countedFrames === undefined) return;
      window.countedFrames++;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const since = Date.now();
  await work();
  const frames = await page.evaluate(() => {
    const seen = window.countedFrames ?? 0;
    window.countedFrames = undefined;
    return seen;
  });
  return (frames * 1000) / (Date.now() - since);
}

async function drag(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  const since = Date.now();
  for (let step = 0; Date.now() - since < DRAG_MS; step++) {
    await page.mouse.move(700 + 160 * Math.sin(step / 12), 500 + 90 * Math.cos(step / 9));
  }
  await page.mouse.up();
}

const rest = (page: Page) => page.waitForTimeout(DRAG_MS);

/** Interaction to next paint over all that was done so far: the slowest, ms. */
const slowestInteraction = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const events = list.getEntries() as PerformanceEventTiming[];
          done(
            Math.max(0, ...events.filter((event) => event.interactionId > 0).map(({ duration }) => duration)),
          );
        }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
        setTimeout(() => done(0), 500);
      }),
  );

/** Opens and closes a box of the demonstration many times: how long, whether anything moved, and how memory grew. */
async function rounds(
  browser: Browser,
  times: number,
): Promise<{ ms: number; moved: number; growth: number }> {
  return asVisitor(browser, async (page) => {
    const { field } = await findField();
    await page.goto(`/lineage?id=${encodeURIComponent(field)}&probe=1`);
    await page.locator(DRAWN).waitFor({ state: 'attached' });
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const spent: number[] = [];
    let moved = 0;
    let early = 0;
    for (let round = 1; round <= times; round++) {
      const before = new Map((await probe(page, (it) => it.boxes())).map((box) => [box.id, box]));
      const [counter] = await probe(page, (it) => it.counters().filter((one) => one.side === 'down'));
      if (!counter) throw new Error('the picture has no box that can be expanded');
      await page.mouse.click(counter.x, counter.y);
      await page.waitForFunction((count) => (window.__lineage?.counts().boxes ?? 0) > count, before.size);
      await page.waitForTimeout(120);
      for (const box of await probe(page, (it) => it.boxes())) {
        const was = before.get(box.id);
        if (was && (Math.abs(was.left - box.left) > 1 || Math.abs(was.top - box.top) > 1)) moved++;
      }
      const { expand } = await probe(page, (it) => it.marks());
      if (expand !== null) spent.push(expand);
      await page.goBack();
      await page.waitForFunction((count) => (window.__lineage?.counts().boxes ?? 0) === count, before.size);
      if (round === 10) early = await heap();
    }
    return { ms: percentile(spent, 0.95), moved, growth: (await heap()) / early };
  });
}

interface Line {
  what: string;
  seen: string;
  promise: string;
  kept: boolean;
}

/** The picture at the sizes that are promised, with the same page at rest as the baseline of its frames. */
export async function pictures(
  browser: Browser,
  say: (line: string) => void,
): Promise<{ ok: boolean; table: string }> {
  const lines: Line[] = [];
  const add = (line: Line) => {
    lines.push(line);
    say(`${line.what}: ${line.seen} (${line.promise}) ${line.kept ? 'kept' : 'NOT kept'}`);
  };
  const atMost = (what: string, ms: number, promise: number) =>
    add({ what, seen: `${Math.round(ms)} ms`, promise: `≤ ${promise} ms`, kept: ms <= promise });

  atMost(
    'first picture of 100 boxes, after data',
    await firstPicture(browser, { boxes: 100, rowsPerBox: 13, edges: 1_000 }),
    1_000,
  );
  atMost(
    'first picture of 300 boxes, after data',
    await firstPicture(browser, { boxes: 300, rowsPerBox: 13, edges: 3_000 }),
    3_000,
  );
  await asVisitor(browser, async (page) => {
    await open(page, { boxes: 300, rowsPerBox: 13, edges: 3_000 });
    const seen = await highlights(page);
    if (seen.length === 0) throw new Error('nothing of the picture could be chosen');
    atMost(`path lit at 300 boxes, slowest of ${seen.length}`, Math.max(...seen), 50);
    atMost('interaction to next paint, slowest', await slowestInteraction(page), 200);
  });
  await asVisitor(browser, async (page) => {
    await open(page, { boxes: 48, rowsPerBox: 14, edges: 900 });
    const { boxes, rows, lines: edges } = await probe(page, (it) => it.counts());
    const still = await framesDuring(page, () => rest(page));
    const moving = await framesDuring(page, () => drag(page));
    add({
      what: `frames a second while dragging ${boxes} boxes, ${rows} rows, ${edges} lines (${boxes + rows + edges} elements)`,
      seen: `${Math.round(moving)}, at rest ${Math.round(still)}: ${(moving / still).toFixed(2)} of it`,
      promise: '≥ 30',
      kept: moving >= 30,
    });
  });
  const { ms, moved, growth } = await rounds(browser, 50);
  atMost('expanding a box, 95th of 100', ms, 500);
  add({
    what: 'boxes that moved when others were added, 50 times',
    seen: String(moved),
    promise: '0',
    kept: moved === 0,
  });
  add({
    what: 'memory after 50 rounds against after 10',
    seen: `${growth.toFixed(2)} times`,
    promise: '≤ 1.10 times',
    kept: growth <= 1.1,
  });
  const table = `| what | seen | promise | |
|---|---:|---|---|
${lines.map(({ what, seen, promise, kept }) => `| ${what} | ${seen} | ${promise} | ${kept ? 'kept' : 'NOT kept'} |`).join('\n')}`;
  return { ok: lines.every(({ kept }) => kept), table };
}
