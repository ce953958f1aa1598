import type { Edit } from './draft.js';
import type { Token } from './parser.js';
import type { Rewrite } from './rewrites.js';
import { closing, depths, wordAt } from './words.js';

/** `set (a, b) = (select c, d …)` or `(x, y)`: one assignment each (Oracle, PostgreSQL). */
export const tupleAssignments: Rewrite = (tokens) =>
  tokens.flatMap((token, i): Edit[] => {
    const behind = /^(SET|,)$/.test(wordAt(tokens, i - 1)) || tokens[i - 1]?.type === 'COMMA';
    if (token.type !== 'L_PAREN' || !behind || !tokens.some((t) => t.word === 'UPDATE')) return [];
    const end = closing(tokens, i);
    let open = end + 2;
    if (tokens[end + 1]?.text !== '=') return [];
    if (wordAt(tokens, open) === 'ROW') open++;
    if (tokens[open]?.type !== 'L_PAREN') return [];
    const close = closing(tokens, open);
    const text = splitAssignment(tokens, i, end, open, close);
    return text === null ? [] : [{ start: token.span.start, end: tokens[close]!.span.end, text }];
  });

function splitAssignment(
  tokens: readonly Token[],
  i: number,
  end: number,
  open: number,
  close: number,
): string | null {
  const names = listBetween(tokens, i + 1, end).map((part) => sourceOf(tokens, ...part));
  const selects = wordAt(tokens, open + 1) === 'SELECT';
  const first = selects ? open + 2 : open + 1;
  const depth = depths(tokens);
  let stop = close;
  if (selects) {
    for (let k = first; k < close; k++) {
      if (wordAt(tokens, k) === 'FROM' && depth[k] === depth[first]) {
        stop = k;
        break;
      }
    }
  }
  const values = listBetween(tokens, first, stop).map((part) => sourceOf(tokens, ...part));
  if (values.length !== names.length) return null;
  const rest = selects ? ` ${sourceOf(tokens, stop, close)}` : '';
  return names
    .map((name, k) => (selects ? `${name} = (SELECT ${values[k]}${rest})` : `${name} = ${values[k]}`))
    .join(', ');
}

function listBetween(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  let depth = 0;
  for (let k = from; k < to; k++) {
    if (tokens[k]!.type === 'L_PAREN') depth++;
    if (tokens[k]!.type === 'R_PAREN') depth--;
    if (tokens[k]!.type === 'COMMA' && depth === 0) {
      parts.push([start, k]);
      start = k + 1;
    }
  }
  return [...parts, [start, to]];
}

/** Tokens as SQL again. */
const sourceOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token, k) => {
      const source = token.raw;
      const glued = k > 0 && tokens[from + k - 1]!.span.end === token.span.start;
      return glued || k === 0 ? source : ` ${source}`;
    })
    .join('');
