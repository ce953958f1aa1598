import { as, type Node, typeOf } from '../ast.js';
import type { DialectRules } from '../dialects.js';
import type { Problem } from '../flow.js';
import type { Span } from '../types.js';
import { cutDeep, putBack, replaced } from './deep.js';
import { type Draft, draftOf, edited, textOf } from './draft.js';
import { plainHead } from './head.js';
import { type DialectType, parseText, type Token, tokensOf } from './parser.js';
import { repairSetOperations } from './repair.js';
import { rewritesFor } from './rewrites.js';
import { withoutTail } from './tail.js';

/** What came of parsing one statement; `draft` is the text that its spans point into. */
export interface Rung {
  roots: Node[];
  draft: Draft;
  problems: Problem[];
}

export interface Refusal {
  message: string;
  at: Span | null;
}

const QUOTINGS = 6;
const SET_OPERATION = /\b(union|except|intersect|minus)\b/i;

/** Whether roots are what a statement can be; `raw` and `command` are text nobody has read. */
const isRead = (roots: readonly Node[], isStatement: (node: Node) => boolean): boolean =>
  roots.length > 0 && roots.every((root) => isStatement(root) && !as(root, 'raw') && !as(root, 'command'));

/**
 * Parses one statement (`tokens` are those of `given`) by the ladder of proved repairs (sql-ast §8): as it is, in
 * plainer words; part by part when it is too deep; with words quoted that the parser takes for keywords; with a plain
 * head; without a tail that holds no lineage; in a kindred dialect.
 */
export function climb(
  given: Draft,
  tokens: readonly Token[],
  rules: DialectRules,
  known: (node: Node) => boolean,
): Rung | Refusal {
  const edits = rewritesFor(tokens, rules);
  const draft = edits.length > 0 ? edited(given, edits) : given;
  const first = attempt(draft, rules.parser, known);
  if (!('message' in first)) return first;
  if (/DEPTH_EXCEEDED|call stack/i.test(first.message)) return dive(draft, rules, known) ?? first;
  const headed = withHead(draft, rules);
  const drafts = headed ? [draft, headed] : [draft];
  for (const each of drafts) {
    const found = quoted(each, rules.parser, known) ?? cut(each, rules.parser, known);
    if (found) return found;
  }
  return kindred(drafts, rules, known) ?? first;
}

/** A statement too deep for the parser, part by part; all places are then those of `draft`. */
function dive(draft: Draft, rules: DialectRules, known: (node: Node) => boolean): Rung | null {
  const local = draftOf(textOf(draft));
  const tokens = tokensOf(textOf(draft), rules.parser);
  const deep = Array.isArray(tokens) ? cutDeep(local, tokens) : null;
  if (!deep) return null;
  const problems: Problem[] = [];
  const trees: Node[][] = [];
  for (const part of [deep.outside, ...deep.insides]) {
    const own = tokensOf(textOf(part), rules.parser);
    const rung = Array.isArray(own) ? climb(part, own, rules, known) : null;
    if (!rung || 'message' in rung) return null;
    problems.push(...rung.problems);
    trees.push(replaced(rung.roots, rung.draft) as Node[]);
  }
  const [outside = [], ...insides] = trees;
  const roots = putBack(
    outside,
    insides.flatMap((each) => each.slice(0, 1)),
  ) as Node[];
  return { roots, draft, problems };
}

function withHead(draft: Draft, rules: DialectRules): Draft | null {
  const tokens = tokensOf(textOf(draft), rules.parser);
  return Array.isArray(tokens) ? plainHead(draft, tokens) : null;
}

function attempt(draft: Draft, parser: DialectType, known: (node: Node) => boolean): Rung | Refusal {
  const parsed = parseText(textOf(draft), parser);
  if (!parsed.ok) return { message: parsed.message, at: parsed.at };
  if (isRead(parsed.roots, known)) {
    const roots = SET_OPERATION.test(textOf(draft)) ? parsed.roots.map(repairSetOperations) : parsed.roots;
    return { roots, draft, problems: [] };
  }
  const [root] = parsed.roots;
  return { message: root ? `a statement of type ${typeOf(root)}` : 'no statement', at: null };
}

/** Quotes the plain word at which the parser stopped, again and again. */
function quoted(draft: Draft, parser: DialectType, known: (node: Node) => boolean): Rung | null {
  let at = draft;
  const mark = /^(mysql|hive|spark|databricks|bigquery|doris|starrocks|tidb|clickhouse)$/.test(parser)
    ? '`'
    : '"';
  for (let round = 0; round <= QUOTINGS; round++) {
    const found = attempt(at, parser, known);
    if (!('message' in found)) return found;
    const word = found.at && at.chars.slice(found.at.start, found.at.end).join('');
    if (
      !word ||
      !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) ||
      !/Expected identifier|Invalid expression/.test(found.message)
    )
      return null;
    if (NEVER_NAMES.test(word)) return null;
    at = edited(at, [{ ...found.at!, text: `${mark}${word}${mark}` }]);
  }
  return null;
}

const NEVER_NAMES =
  /^(select|from|where|with|insert|into|as|union|join|on|group|order|set|values|when|then|end|and|or|not|in|using|distributed|refresh|properties|partition)$/i;

function cut(draft: Draft, parser: DialectType, known: (node: Node) => boolean): Rung | null {
  let at = draft;
  const problems: Problem[] = [];
  for (let round = 0; round < 3; round++) {
    const found = attempt(at, parser, known);
    if (!('message' in found)) return { ...found, problems };
    const tokens = found.at ? tokensOf(textOf(at), parser) : [];
    const shorter = Array.isArray(tokens) && found.at ? withoutTail(at, tokens, found.at) : null;
    if (!shorter) return null;
    at = shorter.draft;
    if (!shorter.harmless)
      problems.push({ reason: 'PARTLY_UNDERSTOOD', detail: `left out: ${shorter.tail}`, span: null });
  }
  return null;
}

/** Dialects that read much of what each other's users write; the result is marked, as quotes may be misread. */
const KIN: Readonly<Record<string, readonly DialectType[]>> = {
  hive: ['spark'],
  spark: ['hive', 'databricks'],
  databricks: ['spark'],
  starrocks: ['doris', 'mysql'],
  doris: ['starrocks', 'mysql'],
  tidb: ['mysql'],
  redshift: ['postgresql'],
  presto: ['trino'],
  athena: ['trino', 'hive'],
  postgresql: ['redshift', 'duckdb'],
  oracle: ['postgresql'],
  teradata: ['postgresql'],
  generic: ['postgresql'],
};

function kindred(
  drafts: readonly Draft[],
  { parser }: DialectRules,
  known: (node: Node) => boolean,
): Rung | null {
  for (const other of KIN[parser] ?? []) {
    for (const draft of drafts) {
      const found = attempt(draft, other, known);
      if ('message' in found) continue;
      return {
        ...found,
        problems: [{ reason: 'PARTLY_UNDERSTOOD', detail: `read as ${other}`, span: null }],
      };
    }
  }
  return null;
}
