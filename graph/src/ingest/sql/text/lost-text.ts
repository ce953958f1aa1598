import type { Node } from '../ast.js';
import type { DialectRules } from '../dialects.js';
import { looseKey } from '../names.js';
import { type Token, tokensOf } from './parser.js';

/**
 * Whether a common table expression of the text is nowhere in the tree: `with a as (…) (with b as (…) select …)`
 * loses b (sql-ast §7.2), and its name would then be taken for a table.
 */
export function losesCte(text: string, roots: readonly Node[], rules: DialectRules): boolean {
  if (!/\bwith\b/iu.test(text)) return false;
  const tokens = tokensOf(text, rules.parser);
  if (!Array.isArray(tokens)) return false;
  const names = tokens.flatMap((token, i) => (definesCte(tokens, i) ? [looseKey(token.text)] : []));
  if (names.length === 0) return false;
  const kept = new Set<string>();
  JSON.stringify(roots, (key, value) => {
    if (key === 'alias' && value && typeof value.name === 'string') kept.add(looseKey(value.name));
    return value;
  });
  return names.some((name) => !kept.has(name));
}

function definesCte(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (before?.word !== 'WITH' && before?.word !== 'RECURSIVE') return false;
  return (
    /^(VAR|QUOTED_IDENTIFIER)$/.test(tokens[i]!.type) &&
    tokens[i + 1]?.word === 'AS' &&
    tokens[i + 2]?.type === 'L_PAREN'
  );
}
