import { foldText, pinyinOf } from '../model/index.js';
import { type Term, wordsOf } from './parse-text.js';

/** Signs around what was found; they cannot occur in stored texts. */
export const MARK_START = '\u0001';
export const MARK_END = '\u0002';
const CONTEXT = 60;

type Span = [start: number, end: number];

/** The text folded character by character, with the place of each folded unit in the original. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = character.trim() === '' ? ' ' : foldText(character);
    folded += piece;
    for (let i = 0; i < piece.length; i++) places.push(at);
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}

function write(text: string, spans: Span[]): string {
  const merged: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  let out = '';
  let at = 0;
  for (const [start, end] of merged) {
    out += `${text.slice(at, start)}${MARK_START}${text.slice(start, end)}${MARK_END}`;
    at = end;
  }
  return out + text.slice(at);
}

/** Marks the terms where they stand in a text; null when none does. Long texts are cut around the first mark. */
export function highlightWords(text: string, terms: readonly Term[]): string | null {
  const { folded, places } = foldWithPlaces(text);
  const found = (word: string): Span[] => {
    const spans: Span[] = [];
    for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length)) {
      spans.push([places[i] as number, places[i + word.length] as number]);
    }
    return spans;
  };
  const spans = terms.flatMap((term) => {
    const whole = found(term.text);
    if (whole.length > 0) return whole;
    return (term.kind === 'HAN' ? wordsOf(term.text) : term.parts).flatMap(found);
  });
  if (spans.length === 0) return null;
  const first = Math.min(...spans.map(([start]) => start));
  if (text.length <= 2 * CONTEXT) return write(text, spans);
  const from = Math.max(0, first - CONTEXT);
  const to = Math.min(text.length, first + 2 * CONTEXT);
  const inside = spans.filter(([start, end]) => start >= from && end <= to);
  const moved = inside.map(([start, end]): Span => [start - from, end - from]);
  return `${from > 0 ? '…' : ''}${write(text.slice(from, to), moved)}${to < text.length ? '…' : ''}`;
}

/** Marks the Han characters whose pinyin or initials a Latin term spells; null when none do. */
export function highlightPinyin(
  text: string,
  terms: readonly Term[],
): { property: 'pinyin' | 'initials'; text: string } | null {
  const spans: Span[] = [];
  let property: 'pinyin' | 'initials' = 'initials';
  for (const match of text.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...match[0]];
    const syllables = pinyinOf(match[0]);
    if (syllables.length !== characters.length) continue;
    const offsets = characters.map((_, i) => match.index + characters.slice(0, i).join('').length);
    const span = (start: number, count: number) => {
      const last = start + count - 1;
      spans.push([offsets[start] as number, (offsets[last] as number) + (characters[last] as string).length]);
    };
    const initials = syllables.map((s) => s[0]).join('');
    for (const term of terms) {
      if (term.kind !== 'LATIN') continue;
      const start = initials.indexOf(term.text);
      if (start >= 0) {
        span(start, term.text.length);
        continue;
      }
      const spelled = syllables.findIndex((_, i) => syllables.slice(i).join('').startsWith(term.text));
      if (spelled < 0) continue;
      let count = 0;
      for (let length = 0; length < term.text.length; count++)
        length += (syllables[spelled + count] as string).length;
      property = 'pinyin';
      span(spelled, count);
    }
  }
  return spans.length === 0 ? null : { property, text: write(text, spans) };
}
