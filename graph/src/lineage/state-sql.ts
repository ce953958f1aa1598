import type { EventFacts } from '../ingest/openlineage/index.js';
import { needsSql, sqlRequestOf, withSqlStatements } from '../ingest/openlineage/sql-statements.js';
import { createSqlReader, type SqlReader } from '../sql/sql-reader.js';

let reader: SqlReader | null = null;

/** This thread's own; it starts when the first SQL comes and keeps no process alive. */
export function sqlReader(): SqlReader {
  reader ??= createSqlReader();
  return reader;
}

/**
 * An event with what the SQL of its job says of the columns of its outputs, where nothing else in it does. What could
 * not be resolved, or took too long, is among its notices.
 */
export async function stateSql(facts: EventFacts): Promise<EventFacts> {
  return needsSql(facts) ? readStatedSql(facts) : facts;
}

/** The same, whether or not an output is left to be told of: marks then tell why there is none. */
export async function readStatedSql(facts: EventFacts): Promise<EventFacts> {
  const request = sqlRequestOf(facts);
  return request === null ? facts : withSqlStatements(facts, await sqlReader().read(request));
}
