import { compose, type Draft, type Part } from './draft.js';
import type { Token } from './parser.js';
import { closing, depths, isCteWith, wordAt } from './words.js';

/**
 * Hive's `[with …] from b insert … select … where … insert …`: one plain INSERT each (sql-ast §8). Null when the
 * statement is not of that form.
 */
export function splitMultiInsert(draft: Draft, tokens: readonly Token[]): Draft[] | null {
  const depth = depths(tokens);
  const from = tokens.findIndex((token, i) => depth[i] === 0 && token.word === 'FROM');
  const first = tokens.findIndex((token, i) => depth[i] === 0 && token.word === 'INSERT');
  if (from < 0 || first < from || (from > 0 && !isCteWith(tokens, 0))) return null;
  const inserts = tokens.flatMap((token, i) => (depth[i] === 0 && token.word === 'INSERT' ? [i] : []));
  const part = (a: number, b: number): Part => ({
    start: tokens[a]?.span.start ?? draft.chars.length,
    end: tokens[b]?.span.start ?? draft.chars.length,
  });
  const drafts: Draft[] = [];
  for (const [k, insert] of inserts.entries()) {
    const end = inserts[k + 1] ?? tokens.length;
    const select = find(tokens, depth, insert, end, /^SELECT$/);
    if (select === null) return null;
    const rest =
      find(
        tokens,
        depth,
        select + 1,
        end,
        /^(WHERE|GROUP|HAVING|ORDER|SORT|DISTRIBUTE|CLUSTER|LIMIT|LATERAL|WINDOW)$/,
      ) ?? end;
    drafts.push(
      compose(draft, [
        part(insert, select),
        ' ',
        part(0, from),
        ' ',
        part(select, rest),
        ' ',
        part(from, first),
        ' ',
        part(rest, end),
      ]),
    );
  }
  return drafts;
}

function find(
  tokens: readonly Token[],
  depth: readonly number[],
  from: number,
  to: number,
  words: RegExp,
): number | null {
  for (let i = from; i < to; i++) {
    if (tokens[i]!.type === 'L_PAREN') i = closing(tokens, i);
    else if (depth[i] === 0 && words.test(wordAt(tokens, i))) return i;
  }
  return null;
}
