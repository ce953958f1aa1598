import { crc32, deflateRawSync } from 'node:zlib';
import { CATALOGUE_COLUMNS, type CatalogueKey } from '../catalogue-columns.js';
import { LINEAGE_COLUMNS, type LineageKey } from '../lineage-columns.js';

/** A ZIP archive of texts. `lie` changes the sizes that the archive says of a part. */
export function makeZip(
  parts: Record<string, string | Buffer>,
  lie?: (name: string, size: number) => number,
): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const file = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lie?.(name, bytes.length) ?? bytes.length, 18);
    head.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, file, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, rest, file]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A cell: text, a number, or XML of its own that stands between `<row>` tags. */
export type Cell = string | number | { xml: string } | null;

export function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const body = rows.map((cells, i) => {
    const written = cells.map((cell) => {
      if (cell === null || cell === '') return '<c/>';
      if (typeof cell === 'object') return cell.xml;
      if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
      return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
    });
    return `<row r="${i + 1}">${written.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** The parts of a workbook with these sheets. */
export function workbookParts(sheets: Record<string, string>): Record<string, string> {
  const names = Object.keys(sheets);
  return {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheets[name] ?? ''])),
  };
}

export const makeXlsx = (sheets: Record<string, readonly (readonly Cell[])[]>): Buffer =>
  makeZip(
    workbookParts(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetXml(rows)]))),
  );

export const makeCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows
    .map((cells) => cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

export type CatalogueCells = Partial<Record<CatalogueKey, string | number>>;

/** Every cell of a row that is right, in the words of the template. */
export const aCatalogueRow = (pinned: CatalogueCells = {}): CatalogueCells => ({
  namespace: 'postgres://warehouse:5432',
  name: 'cn.dwd.syrk',
  resourceCode: '307012 01/000123',
  title: '实有人口信息',
  abstract: '本区实有人口登记信息（合成数据）',
  keywords: '人口、登记',
  theme: '民政社区',
  resourceType: '基础',
  provider: '区数据局',
  sourceDepartment: '区公安分局',
  responsibleDepartment: '区数据局',
  format: '数据库',
  secrecy: '非涉密',
  sharingType: '有条件共享',
  sharingCondition: '仅用于基层人房核对',
  sharingMethod: '接口',
  openType: '不予开放',
  openCondition: '含个人信息',
  updateFrequency: '每日',
  issued: '2026-01-01',
  modified: '2026-11-24',
  regionalSupplement: '否',
  path: 'zjhm',
  itemTitle: '证件号码',
  type: '字符型',
  length: '18',
  grade: 'L4',
  personalInfo: '敏感',
  personalInfoKind: '居民身份证号',
  ...pinned,
});

export const CATALOGUE_HEADERS: readonly string[] = CATALOGUE_COLUMNS.map(({ zh }) => zh);
export const LINEAGE_HEADERS: readonly string[] = LINEAGE_COLUMNS.map(({ zh }) => zh);

/** Headers and rows of a registration, in the order of the template. */
export const catalogueTable = (rows: readonly CatalogueCells[]): (string | number | null)[][] => [
  [...CATALOGUE_HEADERS],
  ...rows.map((row) => CATALOGUE_COLUMNS.map(({ key }) => row[key] ?? null)),
];

export type LineageCells = Partial<Record<LineageKey, string>>;
export const lineageTable = (rows: readonly LineageCells[]): (string | null)[][] => [
  [...LINEAGE_HEADERS],
  ...rows.map((row) => LINEAGE_COLUMNS.map(({ key }) => row[key] ?? null)),
];
