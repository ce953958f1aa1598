import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createSqlReader, type SqlLineage } from '@yuanliu/graph/sql';
import { DialectInput, readSqlLine, SchemaInput } from './sql-requests.js';

/** Answers each line of NDJSON with one line, in order. Gives how many lines were no requests. */
export async function answerSqlLines(
  input: Readable,
  print: (line: string) => void,
  fault: (line: string) => void,
): Promise<number> {
  const reader = createSqlReader();
  let number = 0;
  let faults = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (text.trim() === '') continue;
      const read = readSqlLine(text);
      if (!read.ok) {
        faults += 1;
        fault(`line ${number}: ${read.fault}`);
        continue;
      }
      const { id = null, sql, dialect, schema, default_schema, defaultSchema } = read.line;
      const lineage = await reader.read({
        sql,
        dialect,
        schema: schema ?? undefined,
        defaultSchema: defaultSchema ?? default_schema ?? undefined,
      });
      print(JSON.stringify({ id, ...lineage }));
    }
  } finally {
    await reader.close();
  }
  return faults;
}

/** Lineage of a file of SQL. Throws when the file, its schema or its dialect cannot be read. */
export async function readSqlFile(
  file: string,
  options: { dialect: string; schema?: string | undefined },
): Promise<{ sql: string; lineage: SqlLineage }> {
  const dialect = DialectInput.parse(options.dialect);
  const schema = options.schema === undefined ? undefined : readSchema(options.schema);
  const sql = readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  const reader = createSqlReader();
  try {
    return { sql, lineage: await reader.read({ sql, dialect, schema }) };
  } finally {
    await reader.close();
  }
}

function readSchema(file: string) {
  const parsed = SchemaInput.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: not a schema such as {"table": ["column"]}`);
}
