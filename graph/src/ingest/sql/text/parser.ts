import { type Dialect, generate, parse, tokenize } from '@polyglot-sql/sdk';
import { isNode, type Node } from '../ast.js';
import type { Span } from '../types.js';

export type DialectType = `${Dialect}`;

export interface Token {
  /** Upper-case name of the kind: SEMICOLON, L_PAREN, VAR, QUOTED_IDENTIFIER, STRING, SELECT … */
  type: string;
  text: string;
  /** The text in upper case, to compare words by; '' for a string or a quoted name. */
  word: string;
  /** Line in the text, from 0, and whether nothing but blanks stands before it there. */
  line: number;
  firstOfLine: boolean;
  /** As written, quotes included. */
  raw: string;
  span: Span;
}

export type Parsed = { ok: true; roots: Node[] } | { ok: false; message: string; at: Span | null };

/** The parser, with everything that it may throw (a stack overflow inside WASM) as a plain refusal. */
export function parseText(sql: string, dialect: DialectType): Parsed {
  try {
    const { success, ast, error, errorStart, errorEnd } = parse(sql, dialect as Dialect);
    if (success && ast) return { ok: true, roots: (ast as unknown[]).filter(isNode) };
    const at =
      typeof errorStart === 'number' ? { start: errorStart, end: Math.max(errorEnd ?? 0, errorStart) } : null;
    return { ok: false, message: error ?? 'not understood', at };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error), at: null };
  }
}

/** Tokens of a text, or why it has none. */
export function tokensOf(sql: string, dialect: DialectType): Token[] | { message: string; at: Span | null } {
  try {
    const result = tokenize(sql, dialect as Dialect);
    if (!result.success || !result.tokens) {
      const { errorStart: start, errorEnd: end } = result as { errorStart?: number; errorEnd?: number };
      const at = typeof start === 'number' ? { start, end: end ?? start + 1 } : null;
      return { message: result.error ?? 'not understood', at };
    }
    return placed(result.tokens as unknown[], Array.from(sql));
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error), at: null };
  }
}

function placed(raw: readonly unknown[], chars: readonly string[]): Token[] {
  let line = 0;
  let at = 0;
  return raw.map((each, i): Token => {
    // The typings say `tokenType`; what comes is `token_type` (sql-ast §1).
    const { token_type, text, span } = each as { token_type: string; text: string; span: Span };
    const before = line;
    for (; at < span.start; at++) if (chars[at] === '\n') line++;
    const type = token_type.toUpperCase();
    return {
      type,
      text,
      word: /STRING|QUOTED/.test(type) ? '' : text.toUpperCase(),
      line,
      firstOfLine: i === 0 || line > before,
      raw: chars.slice(span.start, span.end).join(''),
      span: { start: span.start, end: span.end },
    };
  });
}

const LONGEST_NAME = 120;

/** SQL of one expression, for the name of an output that has none; null when it is too long to be a name. */
export function writeText(node: Node, dialect: DialectType): string | null {
  try {
    const { success, sql } = generate([node] as never, dialect as Dialect);
    const text = success ? sql?.[0] : undefined;
    return text !== undefined && text.length <= LONGEST_NAME ? text : null;
  } catch {
    return null;
  }
}
