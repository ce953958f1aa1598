import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let pages: Record<string, string>;
beforeAll(async () => {
  browser = await openBrowser();
  const { dataset, field } = await sensitiveField();
  const id = encodeURIComponent(field);
  const home = `/datasets/${encodeURIComponent(dataset)}`;
  pages = {
    overview: '/',
    catalogue: '/catalogue',
    search: '/catalogue?q=zjhm',
    nothing: '/catalogue?q=qqqqzzzz',
    fields: home,
    interfaces: `${home}?tab=interfaces`,
    'dataset-impact': `${home}?tab=impact`,
    'dataset-lineage': `${home}?tab=lineage`,
    'lineage-start': '/lineage',
    lineage: `/lineage?id=${id}`,
    'impact-start': '/impact',
    impact: `/impact?id=${id}&list=ring%3ACLEARTEXT`,
    'audit-start': '/audit',
    audit: `/audit?id=${id}`,
    missing: '/nothing/here',
  };
});
afterAll(() => browser.close());

const NAMES = [
  'overview',
  'catalogue',
  'search',
  'nothing',
  'fields',
  'interfaces',
  'dataset-impact',
  'dataset-lineage',
  'lineage-start',
  'lineage',
  'impact-start',
  'impact',
  'audit-start',
  'audit',
  'missing',
];

describe.each(['', '/en'])('in language "%s"', (prefix) => {
  it.each(NAMES)('the page %s has no violation', async (name) => {
    const walk = await visit(browser);
    const path = pages[name] ?? '/';
    await walk.page.goto(path === '/' ? prefix || '/' : `${prefix}${path}`);
    await walk.page.locator('h1, h2').first().waitFor();
    if (name.includes('lineage') && name !== 'lineage-start') {
      await walk.page.locator('[data-lineage-state="drawn"]').waitFor();
    }
    const { violations } = await new AxeBuilder({ page: walk.page }).withTags(TAGS).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`,
    );
    expect(found).toEqual([]);
    // A page that does not exist is answered with 404, which the console reports.
    if (name === 'missing') walk.faults.length = 0;
    await leave(walk);
  });

  it('the search dialog has no violation', async () => {
    const walk = await visit(browser);
    await walk.page.goto(prefix || '/');
    await walk.page.locator('h1').waitFor();
    await walk.page.keyboard.press('Control+k');
    await walk.page.getByRole('combobox', { name: /全局搜索|Search everywhere/ }).fill('zjhm');
    await walk.page.getByRole('option').first().waitFor();
    const { violations } = await new AxeBuilder({ page: walk.page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await leave(walk);
  });
});
