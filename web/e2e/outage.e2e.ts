import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser';
import { env } from './env';
import { type Gate, startGate, startWeb, type WebServer } from './product';

let browser: Browser;
let gate: Gate;
let web: WebServer;
beforeAll(async () => {
  browser = await openBrowser();
  gate = await startGate();
  web = await startWeb(gate.url);
});
afterAll(async () => {
  await browser.close();
  await web.stop();
  await gate.close();
});

describe('while the API is down', () => {
  it('a page says so, keeps its address and comes back without a reload', async () => {
    const page = await browser.newPage({ baseURL: web.url });
    await page.goto('/catalogue?sharingType=CONDITIONAL');
    await page.getByRole('heading', { name: '目录服务暂时没有应答' }).waitFor();
    expect(await page.getByRole('navigation', { name: '主导航' }).isVisible()).toBe(true);
    await page.evaluate(() => {
      document.documentElement.dataset.mine = 'kept';
    });
    gate.open = true;
    await page.getByTestId('total').waitFor();
    expect(page.url()).toBe(`${web.url}/catalogue?sharingType=CONDITIONAL`);
    expect(await page.evaluate(() => document.documentElement.dataset.mine)).toBe('kept');
    await page.close();
  });

  it('an open page stays as it is, and what was typed is answered when the API is back', async () => {
    gate.open = true;
    const page = await browser.newPage({ baseURL: web.url });
    await page.goto('/catalogue?q=zjhm');
    const total = await page.getByTestId('total').textContent();
    gate.open = false;
    const words = page.getByRole('combobox', { name: '全局搜索' });
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Control+k');
    await words.fill('证件号码');
    await page.getByText('搜索暂时没有应答，正在重试。').waitFor();
    await page.getByText('目录服务暂时没有应答，正在重试；页面内容会保留，恢复后自动继续。').waitFor();
    expect(await page.getByTestId('total').textContent()).toBe(total);
    gate.open = true;
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    expect(await words.inputValue()).toBe('证件号码');
    await page.locator('[data-state="waiting"]').waitFor({ state: 'detached' });
    await page.close();
  });

  it('a page gone to meanwhile comes by itself, lineage too', async () => {
    gate.open = true;
    const page = await browser.newPage({ baseURL: web.url });
    await page.goto('/');
    await page.getByRole('heading', { name: '总览' }).waitFor();
    gate.open = false;
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '血缘' }).click();
    await page.getByRole('heading', { name: '目录服务暂时没有应答' }).waitFor();
    gate.open = true;
    await page.getByRole('heading', { name: '目录服务暂时没有应答' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/lineage');
    await page.locator('h1').first().waitFor();
    await page.close();
  });

  it('a question of the browser is answered with 503 and a reason', async () => {
    gate.open = false;
    const response = await fetch(`${web.url}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
  });
});

describe('the way of the browser to the API', () => {
  const ask = (init: RequestInit) => fetch(new URL('/api/graphql', env.E2E_WEB), { method: 'POST', ...init });
  const json = { 'content-type': 'application/json' };

  it('is for small JSON questions of the same origin only', async () => {
    expect((await ask({ headers: json, body: '{"query":"{ __typename }"}' })).status).toBe(200);
    expect((await ask({ headers: json, body: 'x'.repeat(65 * 1024) })).status).toBe(413);
    expect((await ask({ headers: { 'content-type': 'text/plain' }, body: '{}' })).status).toBe(415);
    expect(
      (await ask({ headers: { ...json, origin: 'https://elsewhere.example' }, body: '{}' })).status,
    ).toBe(403);
    expect((await ask({ headers: { ...json, origin: 'null' }, body: '{}' })).status).toBe(403);
  });

  it('sends pages with a policy that lets no foreign script run', async () => {
    const [first, second] = await Promise.all([fetch(env.E2E_WEB), fetch(env.E2E_WEB)]);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy).not.toBe(second.headers.get('content-security-policy'));
    expect(first.headers.get('x-frame-options')).toBe('DENY');
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('x-powered-by')).toBeNull();
  });
});
