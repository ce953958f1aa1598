import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leave, openBrowser, visit } from './browser';
import { ask } from './catalogue-data';

const NAMESPACE = 'dameng://warehouse.changning:5236';
const JOB = 'e2e.pasted';
/** 𠮷 is one character and two units: places behind it must still be right. */
const SQL = `-- 𠮷
INSERT INTO dwd.dwd_rk_zrr_df (zjhm, xm)
SELECT m.zjhm, m.nothing FROM dws.dws_rk_nl_mf q, ods.ods_syrk_jbxx_df m WHERE q.jzdm = '1'`;

const acceptedEdges = async (sql: string) => {
  const { acceptSql } = await ask<{ acceptSql: { edgeCount?: number } }>(
    `mutation($input: AcceptSqlInput!) { acceptSql(input: $input) { ... on AcceptSqlSuccess { edgeCount } } }`,
    { input: { job: JOB, pasted: { sql, dialect: 'dameng', namespace: NAMESPACE } } },
  );
  return acceptSql.edgeCount;
};

/** States nothing that the graph does not know: what the job stated besides has ended then. */
const asItWas = () =>
  acceptedEdges('INSERT INTO dwd.dwd_rk_zrr_df (zjhm) SELECT m.zjhm FROM ods.ods_syrk_jbxx_df m');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await asItWas();
});
afterAll(() => browser.close());

describe('governance staff', () => {
  it('paste SQL, see what it would add and what is not understood, and take it in', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/admin');
    await page.getByRole('link', { name: 'SQL 解读' }).click();
    await page.waitForURL(/\/admin\/sql$/);
    const text = page.getByRole('textbox', { name: 'SQL', exact: true });
    await text.fill(SQL);
    await text.press('Control+Enter');
    const verdict = page.getByTestId('verdict');
    await verdict.waitFor();
    expect(await verdict.textContent()).toBe('解读出 2 条血缘，其中 1 条是新的；1 处没有解读。');

    const mark = page.getByTestId('mark');
    expect(await mark.getAttribute('data-reason')).toBe('UNKNOWN_COLUMN');
    await mark.getByRole('button', { name: '第 3 行第 18 列' }).click();
    expect(
      await text.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe('nothing');

    const added = page.locator('[data-testid="edge"][data-known="false"]');
    expect(await added.textContent()).toContain('dws.dws_rk_nl_mf');
    await page.getByRole('textbox', { name: '作业名称' }).fill(JOB);
    await page.keyboard.press('Enter');
    const sure = page.getByRole('dialog', { name: `以“${JOB}”采纳这些血缘？` });
    expect(await sure.textContent()).toContain('1 处没有解读');
    await sure.getByRole('button', { name: '采纳入图' }).click();
    await page.getByText(`已入图：“${JOB}”现在说明 2 条血缘。`).waitFor();
    // It is read again by itself: now all of it is in the graph.
    await page.locator('[data-testid="edge"][data-known="true"]').nth(1).waitFor();
    expect(await added.count()).toBe(0);
    await leave(walk);

    expect(await asItWas()).toBe(1);
  });

  it('are told to read again after a change, and keep their text when the API refuses', async () => {
    const walk = await visit(browser);
    const { page } = walk;
    await page.goto('/admin/sql');
    const text = page.getByRole('textbox', { name: 'SQL', exact: true });
    await text.fill('SELECT FROM WHERE (');
    await page.getByRole('button', { name: '解读', exact: true }).click();
    await page.getByTestId('verdict').waitFor();
    expect(await page.getByTestId('mark').first().getAttribute('data-reason')).toBe('NOT_PARSED');
    expect(await page.getByRole('textbox', { name: '作业名称' }).count()).toBe(0);
    await text.fill('SELECT FROM WHERE');
    await page.getByText('SQL 改过了，请重新解读。').waitFor();
    await leave(walk);
  });
});
