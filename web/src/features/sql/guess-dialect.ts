/** Schemes of namespaces that are not called as their dialect. */
const SCHEMES: Readonly<Record<string, string>> = { awsathena: 'trino', sqlserver: 'tsql', mssql: 'tsql' };

/** The dialect that a database speaks, by the scheme of its namespace; null when that is none's name. */
export function guessDialect(namespace: string, dialects: readonly string[]): string | null {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(namespace)?.[1]?.toLowerCase() ?? '';
  const dialect = SCHEMES[scheme] ?? scheme;
  return dialects.includes(dialect) ? dialect : null;
}
