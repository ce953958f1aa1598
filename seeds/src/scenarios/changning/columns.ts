import { Grade, type PersonalInfo } from '@yuanliu/graph';
import { LEGAL_COLUMNS } from './columns-legal.js';
import { PERSON_COLUMNS } from './columns-person.js';
import { SPACE_COLUMNS } from './columns-space.js';

/** A data element (数据元): what a column of that name means wherever it stands. */
export interface Column {
  path: string;
  title: string;
  type: string;
  grade: Grade;
  personalInfo: PersonalInfo;
  kind: string | null;
}

const PI: Record<string, PersonalInfo> = { N: 'NONE', G: 'GENERAL', S: 'SENSITIVE' };

function parse(line: string): Column {
  const [path, title, type, grade, pi, kind] = line.split('|');
  const personalInfo = PI[pi ?? ''];
  if (!path || !title || !type || !personalInfo) throw new Error(`not a column: ${line}`);
  return { path, title, type, grade: Grade.parse(grade), personalInfo, kind: kind || null };
}

const lines = [PERSON_COLUMNS, LEGAL_COLUMNS, SPACE_COLUMNS].flatMap((text) => text.trim().split('\n'));
/** The dictionary by column name. */
export const COLUMNS: ReadonlyMap<string, Column> = new Map(lines.map(parse).map((c) => [c.path, c]));

/** Columns that exchange and loading add to every table of the warehouse. */
export const EXCHANGE_COLUMNS = ['gxsj', 'scbz', 'pch', 'ywrq', 'rksj'] as const;

const TYPES: Record<string, string> = {
  C: 'varchar(100)',
  I: 'integer',
  N: 'decimal(12,2)',
  D: 'date',
  T: 'timestamp',
  L: 'char(1)',
};

/**
 * A column of a table: a name of the dictionary, or `name=title:TYPE[:grade[:pi:kind]]` for one that only this table
 * has (TYPE as domain §4: C I N D T L).
 */
export function columnOf(token: string): Column {
  const at = token.indexOf('=');
  if (at < 0) {
    const column = COLUMNS.get(token);
    if (!column) throw new Error(`column ${token} is not in the dictionary`);
    return column;
  }
  const [title, type, grade, pi, kind] = token.slice(at + 1).split(':');
  if (!title || !type || !TYPES[type]) throw new Error(`not a column: ${token}`);
  return {
    path: token.slice(0, at),
    title,
    type: TYPES[type],
    grade: Grade.parse(grade ?? 'L1'),
    personalInfo: PI[pi ?? 'N'] ?? 'NONE',
    kind: kind ?? null,
  };
}
