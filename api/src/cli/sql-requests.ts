import { SQL_DIALECTS, type SqlSchema } from '@yuanliu/graph/sql';
import { z } from 'zod';

/** Columns in order: names, objects with a name, or names with their types. */
const Columns = z
  .union([
    z.array(z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])),
    z.record(z.string(), z.unknown()).transform((columns) => Object.keys(columns)),
  ])
  .pipe(z.array(z.string()));

/** Tables with their columns, by name or as a list. */
export const SchemaInput = z
  .union([
    z.record(z.string(), Columns),
    z
      .array(z.looseObject({ table: z.string(), columns: Columns }))
      .transform((tables) => Object.fromEntries(tables.map(({ table, columns }) => [table, columns]))),
  ])
  .transform((schema): SqlSchema => schema);

export const DialectInput = z.string().refine((name) => name.toLowerCase() in SQL_DIALECTS, {
  error: ({ input }) => `unknown dialect ${String(input)}: one of ${Object.keys(SQL_DIALECTS).join(', ')}`,
});

/** One line of NDJSON for `yuanliu sql --json`. */
const SqlLine = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  sql: z.string(),
  dialect: z.string(),
  schema: SchemaInput.nullish(),
  default_schema: z.string().nullish(),
  defaultSchema: z.string().nullish(),
});
export type SqlLine = z.infer<typeof SqlLine>;

/** A line as a request, or what is wrong with it. */
export function readSqlLine(text: string): { ok: true; line: SqlLine } | { ok: false; fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, fault: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
  const parsed = SqlLine.safeParse(value);
  if (parsed.success) return { ok: true, line: parsed.data };
  return { ok: false, fault: parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ') };
}
