import { looseKey } from '../names.js';
import type { Token } from './parser.js';
import { closing, wordAt } from './words.js';

const PASSING = /^(IN|OUT|INOUT|VARIADIC|READS|CONSTANT)$/;

/** Names that procedures and blocks of a text declare: parameters, variables, loop records. They are no columns. */
export function variablesOf(tokens: readonly Token[]): string[] {
  const found: string[] = [];
  let declaring = false;
  tokens.forEach((token, i) => {
    const routine = /^(PROCEDURE|FUNCTION)$/.test(token.word);
    if (routine) found.push(...parametersOf(tokens, i));
    if (token.word === 'BEGIN') declaring = false;
    if (token.word === 'FOR' && wordAt(tokens, i + 2) === 'IN' && tokens[i + 1]?.type === 'VAR') {
      found.push(tokens[i + 1]!.text);
    }
    const opens = token.word === 'DECLARE' || (/^(IS|AS)$/.test(token.word) && insideRoutine(tokens, i));
    if (opens) declaring = true;
    const begins = opens ? i + 1 : token.type === 'SEMICOLON' && declaring ? i + 1 : -1;
    if (begins >= 0) found.push(...declaredAt(tokens, begins));
  });
  return found.map(looseKey);
}

function insideRoutine(tokens: readonly Token[], i: number): boolean {
  if (
    /^(SELECT|WITH|INSERT|BEGIN|MERGE|UPDATE)$/.test(wordAt(tokens, i + 1)) ||
    tokens[i + 1]?.type !== 'VAR'
  )
    return false;
  for (let k = i - 1; k >= 0 && tokens[k]!.type !== 'SEMICOLON'; k--) {
    if (/^(PROCEDURE|FUNCTION)$/.test(wordAt(tokens, k))) return true;
  }
  return false;
}

function parametersOf(tokens: readonly Token[], routine: number): string[] {
  const open = tokens.findIndex((token, i) => i > routine && i < routine + 6 && token.type === 'L_PAREN');
  if (open < 0) return [];
  const names: string[] = [];
  const close = closing(tokens, open);
  for (let i = open; i < close; i++) {
    const depthZero = i === open || tokens[i]!.type === 'COMMA';
    if (!depthZero) continue;
    const at = PASSING.test(wordAt(tokens, i + 1)) ? i + 2 : i + 1;
    if (tokens[at]?.type === 'VAR') names.push(tokens[at]!.text);
  }
  return names;
}

/** `a, b int`, `cursor c`, `v_x constant number`. */
function declaredAt(tokens: readonly Token[], i: number): string[] {
  if (/^(BEGIN|TYPE|PRAGMA|END)$/.test(wordAt(tokens, i))) return [];
  let at = wordAt(tokens, i) === 'CURSOR' ? i + 1 : i;
  const names: string[] = [];
  while (tokens[at]?.type === 'VAR') {
    names.push(tokens[at]!.text);
    if (tokens[at + 1]?.type !== 'COMMA') break;
    at += 2;
  }
  return names;
}
