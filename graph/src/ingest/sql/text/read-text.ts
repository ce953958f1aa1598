import type { Node } from '../ast.js';
import type { DialectRules } from '../dialects.js';
import type { Problem } from '../flow.js';
import { isSilent, isStatement } from '../statement/read-statement.js';
import type { Span } from '../types.js';
import { onlySteers, statementsIn } from './blocks.js';
import { type Draft, draftOf, placeIn, textOf } from './draft.js';
import { climb } from './ladder.js';
import { losesCte } from './lost-text.js';
import { splitMultiInsert } from './multi-insert.js';
import { type Token, tokensOf } from './parser.js';
import { prepared } from './prepare.js';
import { spanOfTokens, splitStatements } from './split.js';
import { variablesOf } from './variables.js';

/** One statement of a text, as far as it was understood. */
export interface Piece {
  /** Statements that hold lineage. */
  roots: Node[];
  problems: Problem[];
  /** Where it stands in the text as given. */
  span: Span;
  /** From a place in the text that was parsed to the place in the text as given. */
  place(span: Span): Span;
}

/** Splits a text into statements and parses each alone: one that is wrong costs no other (sql-ast §1). */
export function readText(text: string, rules: DialectRules): Piece[] {
  const clean = prepared(text, rules);
  const tokens = tokensOf(clean, rules.parser);
  const whole: Draft = draftOf(clean);
  if (!Array.isArray(tokens)) {
    return [refused({ message: tokens.message, at: tokens.at }, { start: 0, end: whole.chars.length })];
  }
  return splitStatements(tokens, rules).flatMap((statement) => readStatementText(whole, statement, rules));
}

/** Variables that a text declares, so that they are not taken for columns. */
export function declaredIn(text: string, rules: DialectRules): string[] {
  const tokens = tokensOf(prepared(text, rules), rules.parser);
  if (!Array.isArray(tokens)) return [];
  const quoted = tokens.filter((token) => token.type === 'DOLLAR_STRING');
  return [...variablesOf(tokens), ...quoted.flatMap((token) => declaredIn(token.text, rules))];
}

/** PostgreSQL `do $$ … $$`: the statements of the text inside. */
function readDollarText(tokens: readonly Token[], rules: DialectRules): Piece[] {
  return tokens.flatMap((token) => {
    const [, tag] = /^(\$\w*\$)/u.exec(token.raw) ?? [];
    if (token.type !== 'DOLLAR_STRING' || !tag) return [];
    const base = token.span.start + Array.from(tag).length;
    const moved = ({ start, end }: Span): Span => ({ start: start + base, end: end + base });
    return readText(token.raw.slice(tag.length, -tag.length), rules).map((piece) => ({
      ...piece,
      span: moved(piece.span),
      place: (span: Span) => moved(piece.place(span)),
      problems: piece.problems.map((p) => (p.span ? { ...p, span: moved(p.span) } : p)),
    }));
  });
}

function sliceOf(whole: Draft, tokens: readonly Token[]): Draft {
  const { start, end } = spanOfTokens(tokens);
  return { chars: whole.chars.slice(start, end), origin: whole.origin.slice(start, end) };
}

const known = (node: Node): boolean => isStatement(node) || isSilent(node);

function readStatementText(whole: Draft, tokens: readonly Token[], rules: DialectRules): Piece[] {
  const span = spanOfTokens(tokens);
  const draft = sliceOf(whole, tokens);
  const own = relative(tokens, span.start);
  const several = splitMultiInsert(draft, own);
  if (several) return several.map((each) => pieceOf(each, retokenized(each, rules), span, rules));
  const piece = pieceOf(draft, own, span, rules);
  if (piece.roots.length > 0 || piece.problems.length === 0) return [piece];
  const quoted = readDollarText(tokens, rules);
  if (quoted.length > 0) return quoted;
  const inner = statementsIn(tokens).filter((part) => part.length < tokens.length);
  if (inner.length > 0)
    return inner.map((part) => {
      const at = spanOfTokens(part);
      return pieceOf(sliceOf(whole, part), relative(part, at.start), at, rules);
    });
  return onlySteers(tokens) ? [] : [piece];
}

/** Tokens of a slice, counted from its beginning. */
const relative = (tokens: readonly Token[], base: number): Token[] =>
  tokens.map((token) => ({ ...token, span: { start: token.span.start - base, end: token.span.end - base } }));

function retokenized(draft: Draft, rules: DialectRules): Token[] {
  const tokens = tokensOf(textOf(draft), rules.parser);
  return Array.isArray(tokens) ? tokens : [];
}

function pieceOf(draft: Draft, tokens: readonly Token[], span: Span, rules: DialectRules): Piece {
  const found = climb(draft, tokens, rules, known);
  if ('message' in found) {
    const at = found.at && draft.origin.length > 0 ? placeIn(draft, found.at) : null;
    return refused({ message: found.message, at }, span);
  }
  const roots = found.roots.filter(isStatement);
  if (roots.length > 0 && losesCte(textOf(found.draft), roots, rules)) {
    return refused({ message: 'a WITH inside another was not read', at: null }, span);
  }
  return { roots, problems: found.problems, span, place: (inner) => placeIn(found.draft, inner) };
}

function refused({ message, at }: { message: string; at: Span | null }, span: Span): Piece {
  return {
    roots: [],
    problems: [{ reason: 'NOT_PARSED', detail: message, span: at }],
    span,
    place: (inner) => inner,
  };
}
