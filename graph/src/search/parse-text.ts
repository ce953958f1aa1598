import { foldText } from '../model/index.js';

/** A run of Han characters, or a run of other letters and digits cut at its separators. */
export type Term = { kind: 'HAN'; text: string } | { kind: 'LATIN'; text: string; parts: string[] };

const RUN = /\p{Script=Han}+|[^\s\p{Script=Han}]+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const MOST_TERMS = 16;

/** What a person typed as terms that must all be found; signs that are no letters or digits carry no meaning. */
export function parseText(text: string): { folded: string; terms: Term[] } {
  const folded = foldText(text).replace(/\s+/g, ' ');
  // Radicals and strokes count as Han but are signs.
  const readable = folded.replace(/(?=\p{Script=Han})[^\p{L}\p{N}]/gu, ' ');
  const terms: Term[] = [];
  for (const [run] of readable.matchAll(RUN)) {
    if (/^\p{Script=Han}/u.test(run)) {
      terms.push({ kind: 'HAN', text: run });
      continue;
    }
    const parts = [...run.matchAll(WORD)].map(([part]) => part);
    if (parts.length > 0) terms.push({ kind: 'LATIN', text: parts.join(''), parts });
  }
  return { folded, terms: terms.slice(0, MOST_TERMS) };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of a Han run, when it has several of two characters or more; single ones carry little. */
export function wordsOf(run: string): string[] {
  const words = [...segmenter.segment(run)]
    .map(({ segment }) => segment)
    .filter((word) => [...word].length > 1);
  return words.length > 1 || (words.length === 1 && words[0] !== run) ? words : [];
}
