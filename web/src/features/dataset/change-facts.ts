import { z } from 'zod';

const State = z.record(z.string(), z.unknown());
const NOUNS = ['dataset', 'field', 'grading'] as const;
export type Noun = (typeof NOUNS)[number] | 'other';

/** What a change such as `grading.registered` is about. */
export function nounOf(kind: string): Noun {
  const noun = kind.split('.')[0];
  return NOUNS.find((known) => known === noun) ?? 'other';
}

function read(json: string | null): Record<string, unknown> {
  if (json === null) return {};
  return State.safeParse(JSON.parse(json)).data ?? {};
}

const words = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** The title, name, path or grade that a state gives its thing. */
export function nameIn(json: string | null): string | null {
  const state = read(json);
  for (const key of ['title', 'name', 'path', 'grade']) if (state[key]) return words(state[key]);
  return null;
}

/** The properties that differ, in words; keys that only point elsewhere are left out. */
export function changedValues(
  before: string | null,
  after: string | null,
): { name: string; before: string; after: string }[] {
  const [was, is] = [read(before), read(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => name !== 'id' && words(was[name]) !== words(is[name]))
    .map((name) => ({ name, before: words(was[name]), after: words(is[name]) }));
}
