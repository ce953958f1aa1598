import type { DialectRules } from '../dialects.js';

/** Words that read like columns and are none, unless a known relation has one of that name. */
const EVERYWHERE =
  /^(current_(date|time|timestamp|user|role|schema|catalog|database)|session_user|system_user|localtime|localtimestamp|rownum|rowid|sysdate|systimestamp|utc_date|utc_timestamp|unknown|default|maxvalue)$/;
const BY_PARSER: Readonly<Record<string, RegExp>> = {
  oracle: /^(uid|level|connect_by_is(leaf|cycle)|ora_rowscn|sysguid|dbtimezone|sessiontimezone)$/,
  postgresql: /^(ctid|xmin|xmax|cmin|cmax|tableoid)$/,
  hive: /^(input__file__name|block__offset__inside__file|grouping__id)$/,
  spark: /^(_metadata|input_file_name)$/,
  bigquery: /^(_partitiontime|_partitiondate|_table_suffix|_file_name)$/,
  clickhouse: /^(_part|_partition_id|_table|_path|_file|_sample_factor)$/,
  teradata: /^(date|time|user)$/,
  tsql: /^(\$action|\$identity|\$rowguid)$/,
  tidb: /^_tidb_rowid$/,
};

export function isPseudoColumn(name: string, { parser }: DialectRules): boolean {
  const low = name.toLowerCase();
  if (low.startsWith('@') || low.startsWith(':')) return true;
  return EVERYWHERE.test(low) || (BY_PARSER[parser]?.test(low) ?? false);
}

/** `sequence.nextval` reads like a column of a table. */
export const isSequenceValue = (name: string): boolean => /^(nextval|currval)$/i.test(name);
