import type { DialectRules } from '../dialects.js';
import type { Span } from '../types.js';
import type { Token } from './parser.js';

/** Spans of the statements of a text: between semicolons, T-SQL's GO and Oracle's `/` on lines of their own. */
export function splitStatements(tokens: readonly Token[], rules: DialectRules): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] = [];
  tokens.forEach((token, i) => {
    if (token.type !== 'SEMICOLON' && !endsBatch(token, tokens[i + 1], rules)) {
      current.push(token);
      return;
    }
    if (current.length > 0) statements.push(current);
    current = [];
  });
  return current.length > 0 ? [...statements, current] : statements;
}

function endsBatch(token: Token, next: Token | undefined, { parser }: DialectRules): boolean {
  if (parser === 'tsql') return token.word === 'GO' && (next === undefined || token.line !== next.line);
  return parser === 'oracle' && token.type === 'SLASH' && token.line !== next?.line && token.firstOfLine;
}

export const spanOfTokens = (tokens: readonly Token[]): Span => ({
  start: tokens[0]?.span.start ?? 0,
  end: tokens.at(-1)?.span.end ?? 0,
});
