import type { DialectRules } from '../dialects.js';
import type { Edit } from './draft.js';
import type { Token } from './parser.js';
import { tupleAssignments } from './tuple-assignments.js';
import { closing, endOfName, follows, isName, wordAt } from './words.js';

/** An edit that says the same in words the parser knows (sql-ast §7, §8). Applied to every statement it fits. */
export type Rewrite = (tokens: readonly Token[], rules: DialectRules) => Edit[];

const blank = (tokens: readonly Token[], from: number, to: number): Edit => ({
  start: tokens[from]!.span.start,
  end: tokens[to]!.span.end,
  text: ' ',
});

/** T-SQL, BigQuery: INSERT without INTO; T-SQL: TOP behind INSERT, UPDATE and DELETE. */
const insertWithoutInto: Rewrite = (tokens, { parser }) =>
  tokens.flatMap((token, i): Edit[] => {
    if (!/^(INSERT|UPDATE|DELETE)$/.test(token.word) || !/^(tsql|bigquery|teradata)$/.test(parser)) return [];
    const starts = i === 0 || !/^(THEN|INSERT|FOR|ON|AFTER|OR|KEY|,)$/.test(wordAt(tokens, i - 1));
    if (!starts) return [];
    const top =
      wordAt(tokens, i + 1) === 'TOP' && tokens[i + 2]?.type === 'L_PAREN' ? closing(tokens, i + 2) : null;
    const next = top === null ? i + 1 : top + 1;
    const edits = top === null ? [] : [blank(tokens, i + 1, top)];
    const lacks =
      token.word === 'INSERT' &&
      isName(tokens[next]) &&
      !/^(INTO|OVERWRITE|ALL|FIRST|ROW)$/.test(wordAt(tokens, next));
    const at = tokens[next]?.span.start ?? 0;
    return lacks ? [...edits, { start: at, end: at, text: 'INTO ' }] : edits;
  });

/** T-SQL `from t (nolock)` reads like a function. */
const oldHints: Rewrite = (tokens, { parser }) =>
  parser !== 'tsql'
    ? []
    : tokens.flatMap((_, i) =>
        tokens[i]?.type === 'L_PAREN' &&
        /^(NOLOCK|READUNCOMMITTED|READPAST|UPDLOCK|HOLDLOCK|ROWLOCK|TABLOCKX?)$/.test(
          wordAt(tokens, i + 1),
        ) &&
        tokens[i + 2]?.type === 'R_PAREN' &&
        wordAt(tokens, i - 1) !== 'WITH'
          ? [blank(tokens, i, i + 2)]
          : [],
      );

/** ClickHouse GLOBAL before JOIN or IN reads like an alias. */
const globalJoins: Rewrite = (tokens, { parser }) =>
  parser !== 'clickhouse'
    ? []
    : tokens.flatMap((token, i) =>
        token.word === 'GLOBAL' &&
        /^(ANY|ALL|ASOF|LEFT|RIGHT|INNER|FULL|JOIN|SEMI|ANTI|IN|NOT|CROSS)$/.test(wordAt(tokens, i + 1))
          ? [blank(tokens, i, i)]
          : [],
      );

/** Oracle MERGE … UPDATE SET … DELETE WHERE …: deleting moves nothing. */
const mergeDelete: Rewrite = (tokens, { parser }) => {
  if (parser !== 'oracle' || !tokens.some((t) => t.word === 'MERGE')) return [];
  return tokens.flatMap((_, i) => {
    if (!follows(tokens, i, 'DELETE', 'WHERE')) return [];
    let end = i + 1;
    while (
      end + 1 < tokens.length &&
      wordAt(tokens, end + 1) !== 'WHEN' &&
      tokens[end + 1]!.type !== 'SEMICOLON'
    )
      end++;
    return [blank(tokens, i, end)];
  });
};

/** Oracle, BigQuery, Flink: which moment of a table is read does not matter. */
const timeTravel: Rewrite = (tokens, { parser }) =>
  tokens.flatMap((_, i): Edit[] => {
    if (
      parser === 'oracle' &&
      follows(tokens, i, 'AS', 'OF') &&
      /^(TIMESTAMP|SCN)$/.test(wordAt(tokens, i + 2))
    ) {
      return [blank(tokens, i, endOfOperand(tokens, i + 3))];
    }
    if (/^(bigquery|spark)$/.test(parser) && follows(tokens, i, 'FOR', 'SYSTEM_TIME', 'AS', 'OF')) {
      return [blank(tokens, i, endOfOperand(tokens, i + 4))];
    }
    return [];
  });

/** Last token of a name, a call, or a sum of such. */
function endOfOperand(tokens: readonly Token[], i: number): number {
  let at = i;
  for (;;) {
    if (tokens[at]?.type === 'L_PAREN') at = closing(tokens, at);
    while (tokens[at + 1]?.type === 'DOT') at += 2;
    if (tokens[at + 1]?.type === 'L_PAREN') at = closing(tokens, at + 1);
    if (!/^[-+]$/.test(tokens[at + 1]?.text ?? '')) return Math.min(at, tokens.length - 1);
    at += 2;
    if (wordAt(tokens, at) === 'INTERVAL') at += 2;
  }
}

/** Spark, Hive: IF NOT EXISTS behind PARTITION; Hive: the column list before PARTITION goes behind it by the head. */
const ifNotExists: Rewrite = (tokens, { parser }) =>
  !/^(spark|hive|databricks)$/.test(parser) || wordAt(tokens, 0) !== 'INSERT'
    ? []
    : tokens.flatMap((_, i) =>
        follows(tokens, i, 'IF', 'NOT', 'EXISTS') && tokens[i - 1]?.type === 'R_PAREN'
          ? [blank(tokens, i, i + 2)]
          : [],
      );

/** Flink hints behind a table, and Hive's and Oracle's anywhere. */
const hints: Rewrite = (tokens) =>
  tokens.flatMap((token, i) => (token.type === 'HINT' ? [blank(tokens, i, i)] : []));

/** Reading one partition of a table is reading the table. */
const readPartition: Rewrite = (tokens, { parser }) =>
  !/^(oracle|mysql|starrocks|doris|tidb)$/.test(parser)
    ? []
    : tokens.flatMap((token, i): Edit[] => {
        if (!/^(SUB)?PARTITION$/.test(token.word) || tokens[i + 1]?.type !== 'L_PAREN') return [];
        let name = i - 1;
        while (tokens[name - 1]?.type === 'DOT') name -= 2;
        const read = isName(tokens[i - 1]) && /^(FROM|JOIN)$/.test(wordAt(tokens, name - 1));
        return read ? [blank(tokens, i, closing(tokens, i + 1))] : [];
      });

/** StarRocks, Doris: a label names the load. */
const labels: Rewrite = (tokens, { parser }) =>
  !/^(doris|starrocks)$/.test(parser)
    ? []
    : tokens.flatMap((_, i) => (follows(tokens, i, 'WITH', 'LABEL') ? [blank(tokens, i, i + 2)] : []));

/** `create table t as table u`, `(table u)`, DuckDB's `as from u`. */
const wholeTables: Rewrite = (tokens, { parser }) =>
  tokens.flatMap((token, i): Edit[] => {
    const behindAs = wordAt(tokens, i - 1) === 'AS';
    const alone = tokens[i - 1]?.type === 'L_PAREN' && tokens[endOfName(tokens, i + 1)]?.type === 'R_PAREN';
    if (token.word === 'TABLE' && isName(tokens[i + 1]) && (behindAs || alone)) {
      return [{ ...token.span, text: 'SELECT * FROM' }];
    }
    return parser === 'duckdb' && token.word === 'FROM' && behindAs
      ? [{ ...token.span, text: 'SELECT * FROM' }]
      : [];
  });

/** Teradata `a (integer)`, `a (title 'x')`, `a (named x)`. */
const teradataCasts: Rewrite = (tokens, { parser }) =>
  parser !== 'teradata'
    ? []
    : tokens.flatMap((token, i): Edit[] => {
        if (token.type !== 'L_PAREN' || !isName(tokens[i - 1])) return [];
        const close = closing(tokens, i);
        if (wordAt(tokens, i + 1) === 'NAMED') {
          const { start, end } = { start: token.span.start, end: tokens[close]!.span.end };
          return [{ start, end, text: `AS ${tokens[i + 2]?.raw ?? ''}` }];
        }
        return TERADATA_ATTRIBUTE.test(wordAt(tokens, i + 1)) && !/^(CAST|AS)$/.test(wordAt(tokens, i - 1))
          ? [blank(tokens, i, close)]
          : [];
      });
const TERADATA_ATTRIBUTE =
  /^(TITLE|FORMAT|INTEGER|INT|BIGINT|SMALLINT|BYTEINT|DECIMAL|NUMERIC|FLOAT|CHAR|VARCHAR|DATE|TIME|TIMESTAMP|CASESPECIFIC|NOT|UPPERCASE)$/;

const REWRITES: readonly Rewrite[] = [
  insertWithoutInto,
  oldHints,
  globalJoins,
  mergeDelete,
  timeTravel,
  ifNotExists,
  hints,
  labels,
  readPartition,
  wholeTables,
  teradataCasts,
  tupleAssignments,
];

export const rewritesFor = (tokens: readonly Token[], rules: DialectRules): Edit[] =>
  REWRITES.flatMap((rewrite) => rewrite(tokens, rules));
