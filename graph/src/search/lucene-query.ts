import { type Term, wordsOf } from './parse-text.js';

// Terms hold letters and digits only (parse-text) and are folded to lower case, so nothing in them is syntax of
// Lucene: no sign, no AND, OR, NOT or TO. Everything else in a query is written here.

const allOf = (clauses: string[]) => `(${clauses.map((clause) => `+${clause}`).join(' ')})`;
const anyOf = (clauses: string[]) => `(${clauses.join(' OR ')})`;

function hanClause(run: string, properties: readonly string[]): string {
  const phrase = (words: string) =>
    anyOf(properties.map((p) => `${p}:"${words}"${p === 'searchTitle' ? '^8' : ''}`));
  if ([...run].length === 1) {
    return anyOf([`searchKeys:${run}^4`, ...properties.map((p) => `${p}:${run}*`)]);
  }
  const words = wordsOf(run);
  return words.length === 0 ? phrase(run) : anyOf([`${phrase(run)}^4`, allOf(words.map(phrase))]);
}

function latinClause(term: { text: string; parts: string[] }, texts: readonly string[]): string {
  const begins = (word: string) =>
    anyOf([`searchKeys:${word}^4`, `searchKeys:${word}*`, ...texts.map((p) => `${p}:${word}*`)]);
  return term.parts.length === 1
    ? begins(term.text)
    : anyOf([begins(term.text), allOf(term.parts.map(begins))]);
}

/**
 * Lucene queries for terms: `strong` finds all of them in title and keys (names, pinyin), `weak` anywhere. Han runs
 * are phrases of the `cjk` analyser's pairs, so any part of two characters is found; Latin ones are beginnings.
 * `parts` finds each of several terms for itself, in title and keys.
 */
export function luceneQueries(terms: readonly Term[]): { strong: string; weak: string; parts: string[] } {
  const clause = (term: Term, texts: readonly string[]) =>
    term.kind === 'HAN' ? hanClause(term.text, ['searchTitle', ...texts]) : latinClause(term, texts);
  return {
    strong: terms.map((term) => `+${clause(term, [])}`).join(' '),
    weak: terms.map((term) => `+${clause(term, ['searchText'])}`).join(' '),
    parts: terms.length > 1 ? terms.map((term) => clause(term, [])) : [],
  };
}
