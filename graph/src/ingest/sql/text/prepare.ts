import type { DialectRules } from '../dialects.js';

/** A text literal as long as what it stands for, so that no place in the text moves. */
const literalFor = (found: string): string => {
  const length = Array.from(found).length;
  return length < 2 ? ' '.repeat(length) : `'${'_'.repeat(length - 2)}'`;
};

/** What no tokenizer reads: templates that were not filled in, and Oracle's q-quotes. Lengths stay as they are. */
export function prepared(sql: string, rules: DialectRules): string {
  let text = sql
    .replace(/\{\{[^{}]*\}\}/gu, literalFor)
    .replace(/\{%[^%]*%\}/gu, (found) => ' '.repeat(Array.from(found).length));
  if (rules.parser === 'oracle') {
    text = text.replace(/\bn?q'(\[[^\]]*\]|\{[^}]*\}|\([^)]*\)|<[^>]*>|([^\s\w])[\s\S]*?\2)'/giu, literalFor);
  }
  return text;
}
