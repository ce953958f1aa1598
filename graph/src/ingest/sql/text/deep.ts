import { as, isNode, type Node, nodesAt, typeOf } from '../ast.js';
import { compose, type Draft, placeIn } from './draft.js';
import type { Token } from './parser.js';
import { beginsQuery, closing } from './words.js';

/** Subqueries one in another that are left to the parser at a time: it takes 15 in FROM (sql-ast §1). */
const LEVELS = 6;

export interface Deep {
  outside: Draft;
  insides: Draft[];
}

/** Cuts the queries that stand deeper than the parser goes out of a statement; null when there are none. */
export function cutDeep(draft: Draft, tokens: readonly Token[]): Deep | null {
  const outside: Parameters<typeof compose>[1][number][] = [];
  const insides: Draft[] = [];
  const ends: number[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (ends.length > 0 && ends.at(-1)! <= i) ends.pop();
    if (tokens[i]!.type !== 'L_PAREN' || !beginsQuery(tokens, i + 1)) continue;
    const close = closing(tokens, i);
    ends.push(close);
    if (ends.length < LEVELS) continue;
    const inside = { start: tokens[i]!.span.end, end: tokens[close]!.span.start };
    outside.push({ start: from, end: inside.start }, `SELECT 1 AS ${markOf(insides.length)}`);
    insides.push(compose(draft, [inside]));
    from = inside.end;
    i = close - 1;
    ends.pop();
  }
  if (insides.length === 0) return null;
  return { outside: compose(draft, [...outside, { start: from, end: draft.chars.length }]), insides };
}

const markOf = (n: number): string => `__inside_${n}`;

/** The tree of the outside with the trees of the insides in their places. */
export function putBack(outside: unknown, insides: readonly Node[]): unknown {
  if (Array.isArray(outside)) return outside.map((item) => putBack(item, insides));
  if (typeof outside !== 'object' || outside === null) return outside;
  if (isNode(outside) && typeOf(outside) === 'select') {
    const [first] = nodesAt(as(outside, 'select'), 'expressions');
    const alias = (as(first, 'alias')?.alias as { name?: string } | undefined)?.name ?? '';
    const found = /^__inside_(\d+)$/i.exec(alias);
    if (found) return insides[Number(found[1])] ?? outside;
  }
  return Object.fromEntries(Object.entries(outside).map(([key, value]) => [key, putBack(value, insides)]));
}

/** The tree with its places counted in the text that the draft was made of. */
export function replaced(tree: unknown, draft: Draft): unknown {
  if (Array.isArray(tree)) return tree.map((item) => replaced(item, draft));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      const span = value as { start?: unknown; end?: unknown } | null;
      if (key === 'span' && typeof span?.start === 'number' && typeof span.end === 'number') {
        return [key, placeIn(draft, { start: span.start, end: span.end })];
      }
      return [key, replaced(value, draft)];
    }),
  );
}
