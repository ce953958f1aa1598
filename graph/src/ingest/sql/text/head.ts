import { compose, type Draft, type Part } from './draft.js';
import type { Token } from './parser.js';
import { beginsQuery, closing, depths, endOfName, follows, wordAt } from './words.js';

/**
 * The statement with its head in words that every dialect's parser knows: target, column list and PARTITION are
 * found by token, everything else before the query is left out (sql-ast §8 c). Null when it has no such form.
 */
export function plainHead(draft: Draft, tokens: readonly Token[]): Draft | null {
  const first = wordAt(tokens, 0);
  if (/^(INSERT|UPSERT|REPLACE)$/.test(first)) return plainInsert(draft, tokens);
  return first === 'CREATE' || first === 'ALTER' ? plainCreate(draft, tokens) : null;
}

const span = (tokens: readonly Token[], from: number, to: number): Part => ({
  start: tokens[from]!.span.start,
  end: tokens[to]!.span.end,
});
const toEnd = (draft: Draft, tokens: readonly Token[], from: number): Part => ({
  start: tokens[from]!.span.start,
  end: draft.chars.length,
});

function plainInsert(draft: Draft, tokens: readonly Token[]): Draft | null {
  let at = 1;
  const overwrite = wordAt(tokens, at) === 'OVERWRITE';
  if (/^(INTO|OVERWRITE)$/.test(wordAt(tokens, at))) at++;
  if (wordAt(tokens, at) === 'TABLE') at++;
  const end = endOfName(tokens, at);
  if (end === at) return null;
  const body = bodyStart(tokens, end);
  if (body === null) return null;
  const name = span(tokens, at, end - 1);
  let columns: Part[] = [];
  let partition: Part[] = [];
  for (let k = end; k < body; k++) {
    if (wordAt(tokens, k) === 'PARTITION' && tokens[k + 1]?.type === 'L_PAREN') {
      const close = closing(tokens, k + 1);
      partition = [' PARTITION ', span(tokens, k + 1, close)];
      k = close;
    } else if (tokens[k]!.type === 'L_PAREN' && columns.length === 0 && isNameList(tokens, k)) {
      const close = closing(tokens, k);
      columns = [' ', span(tokens, k, close)];
      k = close;
    } else if (tokens[k]!.type === 'L_PAREN') k = closing(tokens, k);
  }
  const table = partition.length > 0 ? 'TABLE ' : '';
  const into = overwrite ? `INSERT OVERWRITE ${table || 'TABLE '}` : `INSERT INTO ${table}`;
  return compose(draft, [into, name, ...partition, ...columns, ' ', toEnd(draft, tokens, body)]);
}

function isNameList(tokens: readonly Token[], open: number): boolean {
  const close = closing(tokens, open);
  return tokens
    .slice(open + 1, close)
    .every(
      (token) =>
        /^(COMMA|DOT)$/.test(token.type) ||
        /^(VAR|QUOTED_IDENTIFIER)$/.test(token.type) ||
        /^[A-Z_]+$/.test(token.word),
    );
}

function plainCreate(draft: Draft, tokens: readonly Token[]): Draft | null {
  const kindAt = tokens.findIndex((token) => /^(TABLE|VIEW)$/.test(token.word));
  if (kindAt < 0 || kindAt > 7) return null;
  let at = kindAt + 1;
  if (follows(tokens, at, 'IF', 'NOT', 'EXISTS')) at += 3;
  const end = endOfName(tokens, at);
  if (end === at) return null;
  const body = bodyStart(tokens, end);
  if (body === null) return null;
  const view = tokens[kindAt]!.word === 'VIEW';
  const listed = tokens[end]?.type === 'L_PAREN' ? columnList(tokens, end) : [];
  const recursive = view && tokens.slice(0, kindAt).some((token) => token.word === 'RECURSIVE');
  const columns: Part[] =
    listed.length === 0
      ? []
      : [' (', ...listed.flatMap((i, k): Part[] => [...(k > 0 ? [', '] : []), span(tokens, i, i)]), ')'];
  const name = span(tokens, at, end - 1);
  // A recursive view is a query over itself.
  const query: Part[] = recursive
    ? ['WITH RECURSIVE ', name, ...columns, ' AS (', toEnd(draft, tokens, body), ') SELECT * FROM ', name]
    : [toEnd(draft, tokens, body)];
  return compose(draft, [
    view || columns.length > 0 ? 'CREATE VIEW ' : 'CREATE TABLE ',
    name,
    ...columns,
    ' AS ',
    ...query,
  ]);
}

/** First names of a list of column definitions; table constraints among them are not columns. */
function columnList(tokens: readonly Token[], open: number): number[] {
  const close = closing(tokens, open);
  const depth = depths(tokens);
  const starts: number[] = [];
  for (let k = open + 1; k < close; k++) {
    const begins = k === open + 1 || (tokens[k - 1]!.type === 'COMMA' && depth[k - 1] === depth[open]! + 1);
    if (begins && !/^(PRIMARY|FOREIGN|UNIQUE|CONSTRAINT|CHECK|INDEX|KEY)$/.test(wordAt(tokens, k)))
      starts.push(k);
  }
  return starts;
}

/** The first query outside parentheses, or inside one that AS opens. */
function bodyStart(tokens: readonly Token[], from: number): number | null {
  for (let k = from; k < tokens.length; k++) {
    if (beginsQuery(tokens, k)) return k;
    if (tokens[k]!.type !== 'L_PAREN') continue;
    const opened =
      wordAt(tokens, k - 1) === 'AS' && (beginsQuery(tokens, k + 1) || tokens[k + 1]?.type === 'L_PAREN');
    if (opened) return k;
    k = closing(tokens, k);
  }
  return null;
}
