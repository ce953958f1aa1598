import type { Token } from './parser.js';

export const wordAt = (tokens: readonly Token[], i: number): string => tokens[i]?.word ?? '';

/** Whether these words follow from token i on. */
export const follows = (tokens: readonly Token[], i: number, ...words: string[]): boolean =>
  words.every((word, k) => wordAt(tokens, i + k) === word);

/** Index of the parenthesis that closes the one at `open`; the last token when none does. */
export function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (tokens[i]!.type === 'L_PAREN') depth++;
    if (tokens[i]!.type === 'R_PAREN' && --depth === 0) return i;
  }
  return tokens.length - 1;
}

/** Nesting of parentheses before each token. */
export function depths(tokens: readonly Token[]): number[] {
  let depth = 0;
  return tokens.map((token) => {
    if (token.type === 'R_PAREN') depth--;
    const here = depth;
    if (token.type === 'L_PAREN') depth++;
    return here;
  });
}

export const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(VAR|QUOTED_IDENTIFIER)$/.test(token.type) || /^[\p{L}_@#$]/u.test(token.text)) &&
  token.type !== 'STRING';

/** Whether WITH at i begins common table expressions, not `with check option` or `with tag (…)`. */
export function isCteWith(tokens: readonly Token[], i: number): boolean {
  if (wordAt(tokens, i) !== 'WITH') return false;
  let at = i + 1;
  if (wordAt(tokens, at) === 'RECURSIVE') at++;
  if (!isName(tokens[at])) return false;
  at++;
  if (tokens[at]?.type === 'L_PAREN') at = closing(tokens, at) + 1;
  if (wordAt(tokens, at) !== 'AS') return false;
  at++;
  if (wordAt(tokens, at) === 'NOT') at++;
  if (wordAt(tokens, at) === 'MATERIALIZED') at++;
  return tokens[at]?.type === 'L_PAREN';
}

export const beginsQuery = (tokens: readonly Token[], i: number): boolean =>
  /^(SELECT|SEL)$/.test(wordAt(tokens, i)) || isCteWith(tokens, i);

/** The end (exclusive) of the possibly qualified name that begins at i. */
export function endOfName(tokens: readonly Token[], i: number): number {
  let at = i;
  if (!isName(tokens[at])) return at;
  at++;
  while (tokens[at]?.type === 'DOT' || (tokens[at] && tokens[at - 1]?.type === 'DOT')) at++;
  // `p-x.d.t` and `t@link`: parts that touch.
  while (
    tokens[at] &&
    tokens[at]!.type !== 'L_PAREN' &&
    tokens[at]!.span.start === tokens[at - 1]!.span.end &&
    /^([.\-@]|DASH|AT)/.test(tokens[at]!.text)
  ) {
    at += 2;
  }
  return at;
}
