import type { DialectType } from './text/parser.js';

/** How names and clauses of one kind of database are read. */
export interface DialectRules {
  /** The parser's name for it. */
  parser: DialectType;
  /** How unquoted names are folded; `none` = case never matters. */
  fold: 'lower' | 'upper' | 'none';
  /** Parts of a full table name. */
  levels: 2 | 3;
  /** `x.y` may be field y of the column x. */
  structs: boolean;
  /** An output alias may be used by later outputs of the same SELECT. */
  lateralAliases: boolean;
  /** WHERE and JOIN see output aliases too. */
  aliasesEverywhere: boolean;
  /** A common table expression may name itself without RECURSIVE. */
  recursesUnasked: boolean;
  /** How an expression without an alias is called. */
  unnamed: 'postgres' | 'position';
}

const rules = (parser: DialectType, more: Partial<DialectRules> = {}): DialectRules => ({
  parser,
  fold: 'none',
  levels: 3,
  structs: false,
  lateralAliases: false,
  aliasesEverywhere: false,
  recursesUnasked: false,
  unnamed: 'position',
  ...more,
});

const POSTGRES = rules('postgresql', { fold: 'lower', unnamed: 'postgres' });
const MYSQL = rules('mysql', { levels: 2 });
const HIVE = rules('hive', { levels: 2, structs: true });
const SPARK = rules('spark', { structs: true, lateralAliases: true });
const ORACLE = rules('oracle', { fold: 'upper', levels: 2, recursesUnasked: true });
const TSQL = rules('tsql', { recursesUnasked: true });
const CLICKHOUSE = rules('clickhouse', {
  levels: 2,
  structs: true,
  lateralAliases: true,
  aliasesEverywhere: true,
});
const STARROCKS = rules('starrocks', { structs: true });
const DORIS = rules('doris', { structs: true });
const TRINO = rules('trino', { structs: true });
const SNOWFLAKE = rules('snowflake', {
  fold: 'upper',
  lateralAliases: true,
  aliasesEverywhere: true,
  recursesUnasked: true,
});
const TERADATA = rules('teradata', {
  levels: 2,
  lateralAliases: true,
  aliasesEverywhere: true,
  recursesUnasked: true,
});
const DUCKDB = rules('duckdb', { structs: true, lateralAliases: true, aliasesEverywhere: true });

/** Every dialect by the names it goes by; what the parser has no dialect of its own for is read as its kin. */
export const DIALECTS: Readonly<Record<string, DialectRules>> = {
  postgres: POSTGRES,
  postgresql: POSTGRES,
  kingbase: POSTGRES,
  opengauss: POSTGRES,
  gaussdb: POSTGRES,
  greenplum: POSTGRES,
  mysql: MYSQL,
  mariadb: MYSQL,
  tdsql: MYSQL,
  polardb: MYSQL,
  goldendb: MYSQL,
  oceanbase: MYSQL,
  tidb: rules('tidb', { levels: 2 }),
  hive: HIVE,
  impala: HIVE,
  maxcompute: HIVE,
  odps: HIVE,
  spark: SPARK,
  sparksql: SPARK,
  flink: SPARK,
  databricks: rules('databricks', { structs: true, lateralAliases: true }),
  oracle: ORACLE,
  dameng: ORACLE,
  dm: ORACLE,
  'oceanbase-oracle': ORACLE,
  sqlserver: TSQL,
  mssql: TSQL,
  tsql: TSQL,
  clickhouse: CLICKHOUSE,
  starrocks: STARROCKS,
  doris: DORIS,
  trino: TRINO,
  presto: rules('presto', { structs: true }),
  athena: rules('athena', { structs: true }),
  snowflake: SNOWFLAKE,
  bigquery: rules('bigquery', { structs: true }),
  redshift: rules('redshift', { fold: 'lower', lateralAliases: true, unnamed: 'postgres' }),
  teradata: TERADATA,
  duckdb: DUCKDB,
  sqlite: rules('sqlite', { levels: 2 }),
  ansi: rules('generic'),
  generic: rules('generic'),
};

export const findDialect = (name: string): DialectRules | undefined =>
  Object.hasOwn(DIALECTS, name.toLowerCase()) ? DIALECTS[name.toLowerCase()] : undefined;

/** Schemes of dataset namespaces that are no dialect's name. */
const SCHEMES: Readonly<Record<string, string>> = { awsathena: 'trino', sqlserver: 'tsql', mssql: 'tsql' };

/** The dialect of the database that a dataset namespace stands for, by its scheme; null when that names none. */
export function dialectOfNamespace(namespace: string): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(namespace)?.[1]?.toLowerCase() ?? '';
  const dialect = SCHEMES[scheme] ?? scheme;
  return findDialect(dialect) ? dialect : null;
}
