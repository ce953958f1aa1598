// Makes screenshots of every page at 1440×900 in Chinese into /screens, which git ignores: for eyes, not for equality.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';

const out = resolve(import.meta.dirname, '../../screens');
const { dataset, field } = await sensitiveField();
const id = encodeURIComponent(field);
const home = `/datasets/${encodeURIComponent(dataset)}`;
const pages: [string, string][] = [
  ['overview', '/'],
  ['catalogue', '/catalogue'],
  ['catalogue-search', '/catalogue?q=%E8%AF%81%E4%BB%B6%E5%8F%B7%E7%A0%81'],
  ['dataset', home],
  ['dataset-interfaces', `${home}?tab=interfaces`],
  ['dataset-lineage', `${home}?tab=lineage`],
  ['lineage-start', '/lineage'],
  ['lineage', `/lineage?id=${id}`],
  ['impact', `/impact?id=${id}`],
  ['impact-list', `/impact?id=${id}&list=ring%3ACLEARTEXT`],
  ['audit', `/audit?id=${id}`],
  ['audit-en', `/en/audit?id=${id}`],
];

await mkdir(out, { recursive: true });
const browser = await openBrowser();
for (const [name, path] of pages) {
  const walk = await visit(browser);
  await walk.page.goto(path);
  await walk.page.locator('h1, h2').first().waitFor();
  if (name.includes('lineage') && name !== 'lineage-start') {
    await walk.page.locator('[data-lineage-state="drawn"]').waitFor();
  }
  await walk.page.evaluate(() => document.fonts.ready);
  await walk.page.waitForTimeout(300);
  await walk.page.screenshot({ path: join(out, `${name}.png`) });
  process.stderr.write(`screens/${name}.png ${walk.faults.join(' ')}\n`);
  await walk.context.close();
}
await browser.close();
