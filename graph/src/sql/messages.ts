import type { SqlLineage, SqlRequest, SqlSchema } from '../ingest/sql/index.js';

/** A schema is sent once; requests after it name it by its hash. */
export interface ToSqlWorker {
  request: Omit<SqlRequest, 'schema'>;
  schemaHash: string;
  schema?: SqlSchema;
}
export type FromSqlWorker = { type: 'ready' } | { type: 'read'; lineage: SqlLineage };
