import type { Page } from 'playwright-core';

/** What the picture says of itself when it is asked with `probe` in the address. */
interface Probe {
  boxes(): { id: string; label: string; x: number; y: number }[];
  rows(): { id: string; box: string; boxLabel: string; label: string; x: number; y: number }[];
  counts(): { boxes: number; rows: number; lines: number; lanes: number };
}
type Probed = Window & { __lineage?: Probe };

export interface Drawn {
  boxes: string[];
  rows: string[];
  lines: number;
}

/** Boxes and rows that are drawn, and how many lines. */
export const drawnOn = (page: Page): Promise<Drawn> =>
  page.evaluate(() => {
    const probe = (window as unknown as Probed).__lineage;
    if (!probe) throw new Error('The picture was opened without probe');
    const { lines, lanes } = probe.counts();
    return {
      boxes: probe
        .boxes()
        .map(({ id }) => id)
        .sort(),
      rows: probe
        .rows()
        .map(({ id }) => id)
        .sort(),
      lines: lines + lanes,
    };
  });

/** Where a row of a box is on the page. */
export async function rowAt(
  page: Page,
  box: string,
  row: string,
): Promise<{ id: string; x: number; y: number }> {
  const found = await page.evaluate(
    ([boxLabel, label]) =>
      (window as unknown as Probed).__lineage
        ?.rows()
        .find((other) => other.boxLabel === boxLabel && other.label === label),
    [box, row],
  );
  if (!found) throw new Error(`${row} of ${box} is not in the picture`);
  return found;
}

/** Opens the lineage of a thing and waits until its picture is drawn and nothing more is on its way. */
export async function openLineage(
  page: Page,
  id: string,
  params: Record<string, string> = {},
  locale = '',
): Promise<void> {
  await page.goto(`${locale}/lineage?${new URLSearchParams({ id, probe: '1', ...params })}`);
  await steady(page);
}

/** Waits until two looks in a row see the same picture. */
export async function steady(page: Page): Promise<void> {
  await page.locator('[data-lineage-state="drawn"]').waitFor({ state: 'attached' });
  let before = '';
  for (let looks = 0; looks < 60; looks++) {
    const now = await page.evaluate(() => {
      const probe = (window as unknown as Probed).__lineage;
      const lines = document.querySelectorAll('[role="treegrid"] tbody tr').length;
      return probe ? JSON.stringify([probe.counts(), probe.boxes().map(({ id }) => id), lines]) : '';
    });
    if (now !== '' && now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
  throw new Error('The picture does not come to rest');
}

export interface Listed {
  boxes: string[];
  rows: string[];
  rowCount: number;
}

/** Boxes and rows of the tree grid, hidden or shown. */
export const listedOn = (page: Page): Promise<Listed> =>
  page.locator('[role="treegrid"]').evaluate((grid) => {
    const ids = (level: string) =>
      [...grid.querySelectorAll<HTMLElement>(`tbody tr[aria-level="${level}"]`)]
        .map((line) => line.dataset.id ?? '')
        .sort();
    return { boxes: ids('1'), rows: ids('2'), rowCount: Number(grid.getAttribute('aria-rowcount')) };
  });

/** Every edge of the edges view as `from>to`, walked from the first line to the last. */
export async function edgesListed(page: Page): Promise<{ id: string; from: string; to: string }[]> {
  const lines = page.locator('[role="grid"] tbody tr[data-edge]');
  await lines.first().waitFor();
  return lines.evaluateAll((all) =>
    all.map((line) => {
      const { edge = '', from = '', to = '' } = (line as HTMLElement).dataset;
      return { id: edge, from, to };
    }),
  );
}
