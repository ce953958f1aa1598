import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EdgeSubtype, MaskingMethod } from '@yuanliu/graph';
import type { SqlSchema } from '@yuanliu/graph/sql';

/** One statement of the corpus with what is right of it. */
export interface SqlCase {
  id: string;
  construct: string;
  dialect: string;
  sql: string;
  schema: SqlSchema;
  /** What is expected of each target column: `table.column`, the table left out for a plain query. */
  targets: Map<string, string[]>;
  /** `REASON column` of every mark. */
  unresolved: string[];
}

const KINDS: Readonly<Record<string, EdgeSubtype>> = {
  I: 'IDENTITY',
  T: 'TRANSFORMATION',
  A: 'AGGREGATION',
  J: 'JOIN',
  F: 'FILTER',
  G: 'GROUP_BY',
  S: 'SORT',
  W: 'WINDOW',
  C: 'CONDITIONAL',
};

/** All files of the corpus. Throws, with its name, for a case that is not in the form of `README.md`. */
export function readCorpus(folder = join(import.meta.dirname, 'corpus')): SqlCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => parseCases(readFileSync(join(folder, file), 'utf8')));
}

/** Cases of one file. */
export function parseCases(text: string): SqlCase[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((block) => parseCase(block));
}

function parseCase(block: string): SqlCase {
  const [head = '', ...lines] = block.trimEnd().split('\n');
  const [id = '', construct = '', dialect = '', schema = ''] = head.split('|').map((part) => part.trim());
  const arrow = lines.indexOf('->');
  if (arrow < 0 || dialect === '')
    throw new Error(`${id}: no head of name, construct and dialect, or no "->"`);
  const targets = new Map<string, string[]>();
  const unresolved: string[] = [];
  for (const line of lines.slice(arrow + 1).filter((l) => l.trim() !== '')) {
    if (line.startsWith('? ')) unresolved.push(line.slice(2).trim());
    else {
      const [target = '', sources = ''] = line.split('<-').map((part) => part.trim());
      targets.set(
        target,
        sources === '' ? [] : sources.split(', ').map((source) => expandSource(source, id)),
      );
    }
  }
  const sql = lines.slice(0, arrow).join('\n');
  return { id, construct, dialect, sql, schema: parseSchema(schema, id), targets, unresolved };
}

/** `t.a:T#HASH` in the words of the lineage: `t.a TRANSFORMATION HASH`. */
function expandSource(source: string, id: string): string {
  const match = /^(.+):([A-Z])(?:#([A-Z_]+))?$/u.exec(source);
  const subtype = match && EdgeSubtype.safeParse(KINDS[match[2]!]).data;
  if (!match || !subtype) throw new Error(`${id}: no source such as t.a:I: ${source}`);
  const masking = match[3] === undefined ? '' : ` ${MaskingMethod.parse(match[3])}`;
  return `${match[1]} ${subtype}${masking}`;
}

function parseSchema(text: string, id: string): SqlSchema {
  const tables = text === '' ? [] : text.split(/(?<=\)) /);
  return Object.fromEntries(
    tables.map((table) => {
      const match = /^(.+)\((.+)\)$/u.exec(table);
      if (!match) throw new Error(`${id}: no schema such as t(a,b): ${table}`);
      return [match[1]!, match[2]!.split(',')];
    }),
  );
}
