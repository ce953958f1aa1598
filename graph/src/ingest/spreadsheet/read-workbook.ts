import { posix } from 'node:path';
import { unreadable } from './faults.js';
import { LIMITS } from './limits.js';
import { readXml, type XmlHandler } from './read-xml.js';
import type { Archive } from './read-zip.js';

export interface Workbook {
  sheets: { name: string; part: string; hidden: boolean }[];
  texts: string[];
  /** Whether the cells of a style, by its number, show days. */
  isDay: boolean[];
  /** Days are counted from 1904 instead of 1900 (old Excel for Mac). */
  from1904: boolean;
}

async function readPart(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  if (!archive.has(part)) return;
  for await (const _ of readXml(archive.read(part), handler));
}

/** Excel writes characters that XML cannot hold as `_x0007_`. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

async function readTexts(archive: Archive): Promise<string[]> {
  const texts: string[] = [];
  let size = 0;
  let text = '';
  let inText = false;
  let reading = 0;
  await readPart(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      // How a text is pronounced is no part of it.
      else if (name === 'rPh') reading += 1;
      else if (name === 't') inText = reading === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') reading -= 1;
      else if (name === 'si') {
        size += text.length;
        if (size > LIMITS.sharedText)
          throw unreadable('TOO_LARGE', { limit: String(LIMITS.sharedText >> 20) });
        texts.push(decodeEscapes(text));
      }
    },
  });
  return texts;
}

/** Built-in formats of days (ECMA-376 §18.8.30), those of Chinese Excel among them. */
const isDayFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

async function readDayStyles(archive: Archive): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const isDay: boolean[] = [];
  let inCells = false;
  await readPart(archive, 'xl/styles.xml', {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') {
        const bare = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        custom.set(Number(numFmtId), /[yd]/i.test(bare));
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells)
        isDay.push(custom.get(Number(numFmtId)) ?? isDayFormat(Number(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return isDay;
}

/** Reads what the sheets of a workbook refer to. Throws UnreadableFile when the archive is no workbook. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('xl/workbook.xml')) throw unreadable('NOT_A_TABLE');
  const parts = new Map<string, string>();
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship')
        parts.set(Id, posix.join(Target.startsWith('/') ? '' : 'xl', Target).replace(/^\//, ''));
    },
  });
  const sheets: Workbook['sheets'] = [];
  let from1904 = false;
  await readPart(archive, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const part = parts.get(attributes['r:id'] ?? '') ?? '';
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      sheets.push({ name: attributes.name ?? '', part, hidden });
    },
  });
  return { sheets, texts: await readTexts(archive), isDay: await readDayStyles(archive), from1904 };
}
