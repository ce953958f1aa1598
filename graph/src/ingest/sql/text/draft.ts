import type { Span } from '../types.js';

/** A text under repair that remembers for each character where it stood in the text as given. */
export interface Draft {
  chars: readonly string[];
  origin: readonly number[];
}

/** Part of a draft: a span of it, or new text. */
export type Part = Span | string;

export function draftOf(text: string, base = 0): Draft {
  const chars = Array.from(text);
  return { chars, origin: chars.map((_, i) => base + i) };
}

export const textOf = (draft: Draft): string => draft.chars.join('');

/** A draft of parts of another in any order, parts used several times too. */
export function compose(draft: Draft, parts: readonly Part[]): Draft {
  const chars: string[] = [];
  const origin: number[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      // New text stands where the text before it ended.
      const at = origin.at(-1) ?? draft.origin[0] ?? 0;
      for (const char of Array.from(part)) {
        chars.push(char);
        origin.push(at);
      }
    } else {
      for (let i = part.start; i < part.end && i < draft.chars.length; i++) {
        chars.push(draft.chars[i]!);
        origin.push(draft.origin[i]!);
      }
    }
  }
  return { chars, origin };
}

export interface Edit extends Span {
  text: string;
}

/** The draft with each edit's span replaced; edits must not overlap. */
export function edited(draft: Draft, edits: readonly Edit[]): Draft {
  const parts: Part[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at) continue;
    parts.push({ start: at, end: edit.start }, edit.text);
    at = edit.end;
  }
  return compose(draft, [...parts, { start: at, end: draft.chars.length }]);
}

/** Where a span of the draft stands in the text as given. */
export function placeIn(draft: Draft, span: Span): Span {
  const start = draft.origin[span.start] ?? (draft.origin.at(-1) ?? 0) + 1;
  const last = draft.origin[Math.max(span.start, span.end - 1)];
  return { start, end: Math.max(start, (last ?? start) + 1) };
}
