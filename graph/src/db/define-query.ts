import neo4j from 'neo4j-driver';
import type { z } from 'zod';
import type { Db, Tx } from './connect.js';
import { mapNeo4jError } from './neo4j-errors.js';
import { parseInput } from './parse-input.js';
import { readQuery } from './query-files.js';

export interface Query<P extends z.ZodObject = z.ZodObject, R extends z.ZodType = z.ZodType> {
  readonly file: string;
  readonly mode: 'read' | 'write';
  readonly params: P;
  readonly row: R;
  /** All rows, each parsed. On a Db in its own transaction, on a Tx as a part of it. */
  run(runner: Db | Tx, params: z.input<P>): Promise<z.output<R>[]>;
  /** The first row or null. */
  first(runner: Db | Tx, params: z.input<P>): Promise<z.output<R> | null>;
  /** Rows one after another, for reads of any size. */
  stream(db: Db, params: z.input<P>): AsyncIterable<z.output<R>>;
}

const definitions: Query[] = [];

/** Every query that was defined so far: the sweep test compares them with the files. */
export const definedQueries = (): readonly Query[] => definitions;

/** JavaScript's whole numbers would be stored as floats: they become Neo4j integers. */
function toBolt(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toBolt);
  if (value !== null && typeof value === 'object') {
    const result: Record<string, unknown> = {};
    for (const key in value) result[key] = toBolt((value as Record<string, unknown>)[key]);
    return result;
  }
  return value;
}

/** Binds one `.cypher` file: the only place where its text meets parameters. A bad row is our bug, named after the file. */
export function defineQuery<P extends z.ZodObject, R extends z.ZodType>(definition: {
  file: string;
  mode: 'read' | 'write';
  params: P;
  row: R;
}): Query<P, R> {
  const { file, mode, params: Params, row: Row } = definition;
  let text: string | undefined;
  const statement = () => {
    text ??= readQuery(file);
    return text;
  };
  const bolt = (params: z.input<P>) => toBolt(parseInput(Params, params)) as Record<string, unknown>;
  const parse = (record: { toObject(): object }): z.output<R> => {
    const parsed = Row.safeParse(record.toObject());
    if (!parsed.success) throw new Error(`query ${file} returned a bad row: ${parsed.error.message}`);
    return parsed.data;
  };

  const query: Query<P, R> = {
    file,
    mode,
    params: Params,
    row: Row,
    async run(runner, params) {
      const values = bolt(params);
      const work = async (tx: Tx) => (await tx.run(statement(), values)).records.map(parse);
      if (!('driver' in runner)) return work(runner);
      return mode === 'read' ? runner.read(work, file) : runner.write(work, file);
    },
    async first(runner, params) {
      return (await query.run(runner, params))[0] ?? null;
    },
    async *stream(db, params) {
      const session = db.driver.session({ database: db.database, defaultAccessMode: 'READ' });
      try {
        const result = session.run(statement(), bolt(params), { metadata: { app: 'yuanliu', query: file } });
        for await (const record of result) yield parse(record);
      } catch (error) {
        throw mapNeo4jError(error);
      } finally {
        await session.close();
      }
    },
  };
  definitions.push(query as unknown as Query);
  return query;
}
