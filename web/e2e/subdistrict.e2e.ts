import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, type Visit, visit } from './browser';
import { ask } from './catalogue-data';
import { env } from './env';

const ACCOUNT = 'demo-subdistrict';
const UNIT = '310105001';

interface Delivery {
  id: string;
  dueOn: string;
  rowsSent: number;
  rowsLanded: number;
}
interface Closure {
  department: { code: string; shortName: string; kind: string };
  reportedDatasets: number;
  returnedDatasets: number;
  collectedFields: number;
  lostFields: number;
  rowsSent: number;
  rowsLanded: number;
  links: {
    code: string;
    name: string;
    collected: { rowCount: number } | null;
    lostFields: { title: string }[];
    deliveries: Delivery[];
  }[];
}

let browser: Browser;
let units: Closure[];
let own: Closure;
let link: Closure['links'][number];
beforeAll(async () => {
  browser = await openBrowser();
  const { backflowClosure } = await ask<{ backflowClosure: Closure[] }>(
    `{ backflowClosure {
      department { code shortName kind } reportedDatasets returnedDatasets collectedFields lostFields
      rowsSent rowsLanded
      links { code name collected { rowCount } lostFields { title } deliveries { id dueOn rowsSent rowsLanded } }
    } }`,
  );
  units = backflowClosure.filter(({ department }) => ['SUBDISTRICT', 'TOWN'].includes(department.kind));
  const found = units.find(({ department }) => department.code === UNIT);
  const [first] = found?.links ?? [];
  if (!found || !first) throw new Error(`The demonstration returns nothing to ${UNIT}`);
  own = found;
  link = first;
});
afterAll(() => browser.close());

async function visitAsSubdistrict(): Promise<Visit> {
  const walk = await visit(browser);
  await walk.context.addCookies([{ name: 'yuanliu-account', value: ACCOUNT, url: env.E2E_WEB }]);
  return walk;
}

const number = (value: number) => value.toLocaleString('zh-CN');
const day = (iso: string) => iso.replaceAll('-', '/');

/** Presses Tab until something with this text has the focus, as a person without a mouse does. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const active = document.activeElement;
      return `${active?.getAttribute('aria-label') ?? ''} ${active?.textContent ?? ''}`;
    });
    if (now.includes(text)) return;
  }
  throw new Error(`Nothing with “${text}” takes the focus`);
}

describe('sub-district staff', () => {
  it('learn by mouse whether what they reported comes back, and see the delivery behind it', async () => {
    const walk = await visitAsSubdistrict();
    const { page } = walk;
    await page.goto('/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '回流' }).click();
    await page.waitForURL(/\/backflow$/);
    const answer = page.getByTestId('answer');
    await answer.waitFor();
    const [latest] = link.deliveries;
    expect(await answer.textContent()).toContain(
      `上报的 ${own.reportedDatasets} 个数据集中有 ${own.returnedDatasets} 个正在返还`,
    );
    expect(await answer.textContent()).toContain(
      `采集的 ${own.collectedFields} 个字段中有 ${own.collectedFields - own.lostFields} 个回来`,
    );
    const summary = page.getByRole('region', { name: '一句话' });
    expect(await summary.textContent()).toContain(`落地 ${number(latest?.rowsLanded ?? 0)} 行`);
    for (const { title } of link.lostFields) expect(await summary.textContent()).toContain(title);

    // Their own row is the first and open.
    const row = page.getByTestId('unit').first();
    expect(await row.getAttribute('data-code')).toBe(UNIT);
    expect(await row.getAttribute('data-open')).toBe('true');

    await summary.getByRole('link', { name: link.name }).click();
    await page.waitForURL(`**/backflow/${link.code}`);
    await page.getByTestId('delivery').first().waitFor();
    expect(await page.getByTestId('lost').count()).toBe(link.lostFields.length);
    const calendar = page.getByRole('group', { name: /返还日历/ });
    await calendar.getByRole('button').last().click();
    await page.waitForURL(/delivery=/);
    const opened = page.getByTestId('opened');
    expect(await opened.textContent()).toContain(`${day(latest?.dueOn ?? '')} 的返还`);
    expect(await opened.textContent()).toContain(number(latest?.rowsSent ?? 0));
    expect(await opened.textContent()).toContain(number(latest?.rowsLanded ?? 0));

    // The address says it all: another browser shows the same.
    const address = page.url();
    await leave(walk);
    const again = await visitAsSubdistrict();
    await again.page.goto(address);
    expect(await again.page.getByTestId('opened').textContent()).toContain(number(latest?.rowsLanded ?? 0));
    await leave(again);
  });

  it('do the same by keyboard alone', async () => {
    const walk = await visitAsSubdistrict();
    const { page } = walk;
    await page.goto('/backflow');
    await page.getByTestId('answer').waitFor();
    await tabTo(page, link.name);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/backflow/${link.code}`);
    await page.getByTestId('delivery').first().waitFor();
    const [latest, before] = link.deliveries;
    await tabTo(page, `${day(latest?.dueOn ?? '')}：`);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL(/delivery=/);
    expect(await page.getByTestId('opened').textContent()).toContain(`${day(before?.dueOn ?? '')} 的返还`);
    await leave(walk);
  });

  it('see in the picture and in the table what the API says of every unit', async () => {
    const walk = await visitAsSubdistrict();
    const { page } = walk;
    await page.goto('/backflow?unit=all');
    await page.getByTestId('unit').first().waitFor();
    expect(units.length).toBeGreaterThan(0);
    for (const { department, links, rowsLanded, rowsSent } of units) {
      const latest = links.flatMap(({ deliveries }) => deliveries.slice(0, 1));
      const sum = (of: (delivery: Delivery) => number) => latest.reduce((all, one) => all + of(one), 0);
      const drawn = await page.locator(`[data-unit="${department.code}"]`).getAttribute('aria-label');
      expect(drawn).toContain(department.shortName);
      expect(drawn).toContain(`采集 ${number(links[0]?.collected?.rowCount ?? 0)} 行`);
      expect(drawn).toContain(`发出 ${number(sum((one) => one.rowsSent))} 行`);
      expect(drawn).toContain(`落地 ${number(sum((one) => one.rowsLanded))} 行`);
      const row = await page.locator(`[data-testid="unit"][data-code="${department.code}"]`).textContent();
      expect(row).toContain(`${number(rowsLanded)} / ${number(rowsSent)} 行`);
    }
    // A unit in the picture lights its loop, opens its row and can be left again by going back.
    const other = units.find(({ department }) => department.code !== UNIT);
    await page.locator(`[data-unit="${other?.department.code}"]`).click();
    await page.waitForURL(new RegExp(`unit=${other?.department.code}`));
    await page
      .locator(`[data-testid="unit"][data-code="${other?.department.code}"][data-open="true"]`)
      .waitFor();
    expect(await page.getByTestId('link').count()).toBe(other?.links.length);
    await page.goBack();
    await page.waitForURL(/unit=all/);
    await leave(walk);
  });
});
