import type { Browser, Page } from 'playwright-core';
import { percentile } from '../measure.js';
import { asVisitor } from './browser.js';
import { findField } from './demonstration.js';

const RUNS = 5;
const KIB = 1024;

interface Load {
  /** Largest contentful paint as Chromium reports it, ms. */
  lcp: number;
  /** When the picture with all its boxes and lines stood on the canvas, ms; null where there is none. */
  drawn: number | null;
  /** Compressed bytes of the scripts that the page's HTML names: what must come before it works. */
  first: number;
  /** Compressed bytes of all scripts a second after it stood. */
  all: number;
}

async function load(page: Page, path: string, picture: boolean): Promise<Load> {
  const response = await page.goto(path);
  const named = [...((await response?.text()) ?? '').matchAll(/<script[^>]* src="([^"]+)"/g)].map(
    ([, src]) => src ?? '',
  );
  let drawn: number | null = null;
  if (picture) {
    await page.locator('[data-lineage-state="drawn"]').waitFor({ state: 'attached' });
    drawn = await page.evaluate(() => performance.now());
  }
  await page.waitForTimeout(1_000);
  const seen = await page.evaluate(async (sources) => {
    const lcp = await new Promise<number>((done) => {
      new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
        type: 'largest-contentful-paint',
        buffered: true,
      });
    });
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const scripts = resources.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
    const sum = (list: PerformanceResourceTiming[]) =>
      list.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0);
    const paths = new Set(sources.map((source) => new URL(source, location.href).pathname));
    return {
      lcp,
      all: sum(scripts),
      first: sum(scripts.filter(({ name }) => paths.has(new URL(name).pathname))),
    };
  }, named);
  return { ...seen, drawn };
}

interface Promised {
  name: string;
  path: string;
  picture?: boolean;
  /** Promise for the largest contentful paint, ms. */
  lcp?: number;
  /** Promise for the first scripts, KiB. */
  script?: number;
}

async function pagesToLoad(): Promise<Promised[]> {
  const { dataset, field } = await findField();
  const id = encodeURIComponent(field);
  const home = `/datasets/${encodeURIComponent(dataset)}`;
  return [
    { name: 'overview 总览', path: '/', script: 350 },
    { name: 'catalogue 目录', path: '/catalogue', lcp: 1_500, script: 350 },
    { name: 'dataset 数据集', path: home, lcp: 1_500, script: 350 },
    { name: 'impact 影响', path: `/impact?id=${id}`, lcp: 1_500, script: 350 },
    { name: 'interfaces 接口', path: '/interfaces', script: 350 },
    { name: 'backflow 回流', path: '/backflow', script: 350 },
    { name: 'audit 审计', path: `/audit?id=${id}`, script: 350 },
    { name: 'admin 管理', path: '/admin', script: 350 },
    { name: 'lineage 血缘', path: `/lineage?id=${id}`, picture: true },
  ];
}

/** Opens the pages several times, each as a new visitor, on a server that was visited before. */
export async function pageLoads(
  browser: Browser,
  say: (line: string) => void,
): Promise<{ ok: boolean; table: string }> {
  const rows: string[] = [];
  let ok = true;
  for (const { name, path, picture = false, lcp: lcpPromise, script } of await pagesToLoad()) {
    const seen: Load[] = [];
    for (let run = 0; run <= RUNS; run++) {
      const shown = await asVisitor(browser, (page) => load(page, path, picture));
      if (run > 0) seen.push(shown);
    }
    const median = (of: (shown: Load) => number) => Math.round(percentile(seen.map(of), 0.5));
    const lcp = median((shown) => shown.lcp);
    const first = Math.round(median((shown) => shown.first) / KIB);
    const kept = (lcpPromise === undefined || lcp <= lcpPromise) && (script === undefined || first <= script);
    ok &&= kept;
    const promise = [lcpPromise && `≤ ${lcpPromise} ms`, script && `≤ ${script} KB`]
      .filter(Boolean)
      .join(', ');
    rows.push(
      `| ${name} | ${lcp} ms | ${picture ? `${median((shown) => shown.drawn ?? Number.NaN)} ms` : '–'} | ${first} KB | ${Math.round(median((shown) => shown.all) / KIB)} KB | ${promise || '–'} | ${promise ? (kept ? 'kept' : 'NOT kept') : '–'} |`,
    );
    say(rows.at(-1) ?? '');
  }
  const table = `| page | largest contentful paint | picture drawn | first scripts | all scripts | promise | |
|---|---:|---:|---:|---:|---|---|
${rows.join('\n')}`;
  return { ok, table };
}
