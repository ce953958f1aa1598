import type { Token } from './parser.js';
import { depths, isCteWith, wordAt } from './words.js';

/** Words behind which a statement of a block begins. */
const OPENERS = /^(BEGIN|THEN|ELSE|LOOP|DO|AS|IS|TRAN|TRANSACTION|TRY|CATCH|ATOMIC|SET|EXECUTE)$/;

/**
 * The statements inside a procedure, a block or a batch without semicolons, by token (sql-ast §8): runs of tokens
 * that each begin with a verb which moves data. Empty when there is none.
 */
export function statementsIn(tokens: readonly Token[]): Token[][] {
  const depth = depths(tokens);
  const found: Token[][] = [];
  let start = -1;
  let cases = 0;
  const close = (end: number) => {
    if (start >= 0) found.push(tokens.slice(start, end));
    start = -1;
  };
  tokens.forEach((token, i) => {
    if (token.word === 'CASE') cases++;
    if (token.word === 'END') {
      if (cases > 0) cases--;
      else close(i);
    } else if (depth[i] === 0 && /^(COMMIT|ROLLBACK|EXCEPTION|GO)$/.test(token.word)) close(i);
    else if (/^(ELSE|ELSIF|ELSEIF)$/.test(token.word) && cases === 0) close(i);
    else if (depth[i] === 0 && begins(tokens, i, start)) {
      close(i);
      start = i;
      cases = 0;
    }
  });
  close(tokens.length);
  return found;
}

function begins(tokens: readonly Token[], i: number, current: number): boolean {
  const word = wordAt(tokens, i);
  const before = wordAt(tokens, i - 1);
  const next = wordAt(tokens, i + 1);
  if (word === 'INSERT') {
    return /^(INTO|OVERWRITE|ALL|FIRST)$/.test(next) && !/^(AFTER|BEFORE|OR|FOR|ON|OF)$/.test(before);
  }
  const fresh = i === 0 || OPENERS.test(before) || tokens[i]!.firstOfLine;
  if (!fresh) return false;
  if (word === 'SELECT') return /^(BEGIN|THEN|ELSE|LOOP)$/.test(before);
  if (word === 'MERGE') return next === 'INTO' || next !== 'JOIN';
  if (word === 'UPDATE') return next !== 'SET' && !/^(KEY|FOR|ON)$/.test(before);
  if (word === 'DELETE') return next === 'FROM';
  if (word === 'CREATE') return current < 0 && i > 0;
  // A WITH behind the head of an INSERT or a CREATE is its query.
  return isCteWith(tokens, i) && (current < 0 || tokens.slice(current, i).some((t) => t.word === 'SELECT'));
}

const STEERS =
  /^(END|BEGIN|COMMIT|ROLLBACK|DECLARE|IF|ELSE|ELSIF|ELSEIF|LOOP|FOR|WHILE|EXIT|RETURN|RAISE|EXCEPTION|SET|ADD|GO|USE|PRINT|ALTER|DROP|TRUNCATE|GRANT|REVOKE|COMMENT|RENAME|ANALYZE|EXPLAIN|SHOW|RESET|LOCK|OPEN|CLOSE|FETCH|DELIMITER|MSCK|REFRESH|OPTIMIZE|LOAD|INVALIDATE|COMPUTE|DBMS_\w+|SAVEPOINT|LEAVE|ITERATE|WHENEVER|PROMPT|SPOOL|SLASH|UNCACHE|VACUUM|DETACH|ATTACH|SYSTEM|EXCHANGE|NULL|CURSOR|PRAGMA|TYPE)$/;
const MOVES = /^(INSERT|MERGE|SELECT|UPDATE|SEL|UPSERT|COPY|UNLOAD|EXEC|EXECUTE|CALL|FROM)$/;

/** Whether a piece only steers or defines: declarations, IF, LOOP, COMMIT, END. There is nothing to report of it. */
export const onlySteers = (tokens: readonly Token[]): boolean =>
  (isRoutineHead(tokens) ||
    STEERS.test(wordAt(tokens, 0)) ||
    tokens[0]?.type === 'SLASH' ||
    tokens[1]?.text === ':=' ||
    /^(COLON_EQ|ASSIGN)/.test(tokens[1]?.type ?? '')) &&
  !tokens.some((token) => MOVES.test(token.word));

const isRoutineHead = (tokens: readonly Token[]): boolean =>
  wordAt(tokens, 0) === 'CREATE' &&
  tokens.slice(1, 6).some((token) => /^(PROCEDURE|FUNCTION|TRIGGER|PACKAGE|EVENT|TYPE)$/.test(token.word));
