import { buffer } from 'node:stream/consumers';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { sensitiveField } from './catalogue-data';
import { env } from './env';
import { drawnOn, edgesListed, openLineage, steady } from './lineage-probe';

let browser: Browser;
let field: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ field } = await sensitiveField());
});
afterAll(() => browser.close());

interface File {
  name: string;
  bytes: Buffer;
}

async function exported(page: Page, kind: 'SVG 图' | 'PNG 图' | 'CSV 表'): Promise<File> {
  await page.getByRole('button', { name: '导出' }).click();
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await buffer(await download.createReadStream()) };
}

/** What an SVG of a picture holds, read by a browser. */
const readSvg = (page: Page, text: string) =>
  page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    if (parsed.querySelector('parsererror')) throw new Error('The SVG cannot be read');
    const texts = (role: string) =>
      [...parsed.querySelectorAll(`text.${role}`)].map((e) => e.textContent ?? '');
    const edges = [...parsed.querySelectorAll('path[class^="edge"]')];
    return {
      heads: texts('heading'),
      rows: parsed.querySelectorAll('.row').length,
      titles: parsed.querySelectorAll('.title').length,
      paper: parsed.querySelector('.paper')?.getAttribute('fill') ?? '',
      width: Number(parsed.documentElement.getAttribute('width')),
      height: Number(parsed.documentElement.getAttribute('height')),
      edges: edges.length,
    };
  }, text);

/** Size of a PNG and how many different colours a sample of its pixels has, decoded by a browser. */
const readPng = (page: Page, bytes: Buffer) =>
  page.evaluate(async (base64) => {
    const raw = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([raw], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set<number>();
    for (let i = 0; i < data.length; i += 4 * 7) {
      colours.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
    }
    return { width: image.width, height: image.height, colours: colours.size };
  }, bytes.toString('base64'));

/** Cells of a CSV by line, quotes undone. */
const cellsOf = (bytes: Buffer): string[][] =>
  bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );

const idsIn = (bytes: Buffer): string[] => {
  const [, columns = [], ...rows] = cellsOf(bytes);
  const at = columns.indexOf('血缘标识');
  expect(at).toBeGreaterThan(0);
  return rows.map((cells) => cells[at] ?? '').sort();
};

/** The three files against what the page shows now. */
async function expectFilesAsShown(page: Page): Promise<{ names: string[]; heads: string[] }> {
  const drawn = await drawnOn(page);
  const svg = await exported(page, 'SVG 图');
  const read = await readSvg(page, svg.bytes.toString('utf8'));
  expect(read.rows).toBe(drawn.rows.length);
  expect(read.titles).toBe(drawn.boxes.length);
  expect(read.edges).toBeGreaterThanOrEqual(drawn.lines);

  const png = await exported(page, 'PNG 图');
  const picture = await readPng(page, png.bytes);
  expect(Math.abs(picture.width - read.width * 2)).toBeLessThanOrEqual(2);
  expect(Math.abs(picture.height - read.height * 2)).toBeLessThanOrEqual(2);
  expect(picture.colours).toBeGreaterThan(20);

  const csv = await exported(page, 'CSV 表');
  await page.keyboard.press('t');
  await page.getByRole('button', { name: /^血缘 \d+$/ }).click();
  const listed = (await edgesListed(page)).map(({ id }) => id).sort();
  expect(idsIn(csv.bytes)).toEqual(listed);
  return { names: [svg.name, png.name, csv.name], heads: read.heads };
}

describe('exports of the lineage', () => {
  it('equal the screen at rest, with title, date, version and person, under names that people can read', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field);
    const { names, heads } = await expectFilesAsShown(page);
    for (const name of names) {
      expect(name).toMatch(/^血缘-实有人口基础信息-证件号码-v\d+-\d{8}\.(svg|png|csv)$/);
    }
    expect(heads[0]).toBe('血缘：实有人口基础信息 / 证件号码');
    expect(heads[1]).toMatch(/\d{4}.*导出 · 图谱版本 \d+ · 导出人 .*治理专员/);
    expect(heads[2]).toContain('上游 1 跳、下游 1 跳');
    await page.getByRole('status').filter({ hasText: '已导出' }).first().waitFor();
    await leave(walk);
  });

  it('equal the screen with a filter, and say so', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field, { grade: 'L4', down: '2' });
    const { heads } = await expectFilesAsShown(page);
    expect(heads[2]).toContain('仅 L4 及以上');
    expect(heads[2]).toContain('下游 2 跳');
    await leave(walk);
  });

  it('equal the screen on one path, in the dark', async () => {
    const walk = await visit(browser);
    const { page, context } = walk;
    await context.addCookies([{ name: 'yuanliu-theme', value: 'dark', url: env.E2E_WEB }]);
    await openLineage(page, field, { at: field, only: '1' });
    await steady(page);
    const svg = await exported(page, 'SVG 图');
    const { paper, heads } = await readSvg(page, svg.bytes.toString('utf8'));
    expect(Number.parseInt(paper.slice(1, 3), 16)).toBeLessThan(0x40);
    expect(heads[2]).toContain('只看「证件号码」的路径');
    const { names } = await expectFilesAsShown(page);
    expect(names[0]).toContain('证件号码的路径');
    await leave(walk);
  });

  it('hold both ends of every edge in the CSV and run nothing', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await openLineage(page, field);
    const [head = [], columns = [], ...rows] = cellsOf((await exported(page, 'CSV 表')).bytes);
    expect(head[0]).toBe('血缘：实有人口基础信息 / 证件号码');
    const at = (name: string) => columns.indexOf(name);
    for (const end of ['起点', '终点']) {
      for (const part of ['类型', '命名空间', '名称', '标识', '部门', '字段', '字段名', '等级']) {
        expect(at(`${end}${part}`)).toBeGreaterThanOrEqual(0);
      }
    }
    for (const cells of rows) {
      expect(cells.length).toBe(columns.length);
      if (cells[at('起点类型')] === '数据集') expect(cells[at('起点命名空间')]).not.toBe('');
      expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }
    expect(rows.some((cells) => cells[at('脱敏方法')] !== '')).toBe(true);
    expect(rows.some((cells) => cells[at('回流')] === '是')).toBe(true);
    await leave(walk);
  });
});
