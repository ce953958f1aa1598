export {
  DIALECTS as SQL_DIALECTS,
  dialectOfNamespace,
  type MaskingRules,
  type Span as SqlSpan,
  type SqlColumnEdges,
  type SqlDatasetEdges,
  type SqlLineage,
  type SqlRequest,
  type SqlSchema,
  type SqlSource,
  sqlLineage,
  type Unresolved as UnresolvedSql,
  type UnresolvedReason,
} from '../ingest/sql/index.js';
export { createSqlReader, type SqlReader, type SqlReaderOptions } from './sql-reader.js';
