import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import excel from 'exceljs';
import { expect, it } from 'vitest';
import { sendCsv } from './csv.js';
import type { Cell, TableFile } from './table-file.js';
import { sendXlsx } from './xlsx.js';

const fileOf = (rows: () => Iterable<Cell[]> | AsyncIterable<Cell[]>): TableFile => ({
  name: 'f',
  snapshotVersion: 1,
  sheets: [{ name: 's', columns: ['a', 'b'], rows }],
});

async function serving<T>(
  send: (response: ServerResponse) => Promise<void>,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((_request, response) => {
    send(response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const formulas = ['=1+1', '+1', '-1', '@A1', '\t=1'].map((text): Cell[] => [text, 7]);

it('writes formulas of the data as text, never as formulas, into a workbook', async () => {
  await serving(
    (response) =>
      sendXlsx(
        response,
        fileOf(() => formulas),
      ),
    async (url) => {
      const book = new excel.Workbook();
      await book.xlsx.load(await (await fetch(url)).arrayBuffer());
      const sheet = book.getWorksheet('s');
      expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
      for (const [i, [text]] of formulas.entries()) {
        const cell = sheet?.getCell(i + 2, 1);
        expect([cell?.type, cell?.value]).toEqual([excel.ValueType.String, text]);
        expect(sheet?.getCell(i + 2, 2).value).toBe(7);
      }
    },
  );
});

it('puts a quote before formulas in CSV, after a BOM', async () => {
  await serving(
    (response) =>
      sendCsv(
        response,
        fileOf(() => formulas),
      ),
    async (url) => {
      const text = Buffer.from(await (await fetch(url)).arrayBuffer()).toString();
      expect(text).toBe(`\ufeffa,b\r\n${formulas.map(([cell, n]) => `'${cell},${n}\r\n`).join('')}`);
    },
  );
});

it.each([
  ['workbook', sendXlsx],
  ['CSV file', sendCsv],
])('stops making rows of a %s when the reader goes away', async (_name, send) => {
  let made = 0;
  let over = false;
  async function* endless(): AsyncGenerator<Cell[]> {
    try {
      for (;;) yield [`row ${made++} ${'x'.repeat(200)}`, made];
    } finally {
      over = true;
    }
  }
  await serving(
    (response) => send(response, fileOf(endless)),
    async (url) => {
      const stop = new AbortController();
      const response = await fetch(url, { signal: stop.signal });
      await response.body?.getReader().read();
      stop.abort();
      await expect.poll(() => over, { timeout: 5000 }).toBe(true);
    },
  );
});
