/** A reason as a key of the words that a person reads, with what it names. */
export interface ReasonWords {
  key: 'missing' | 'type' | 'empty' | 'time' | 'oneOf' | 'noEvent' | 'tooLarge' | 'tooDeep';
  values: { expected: string; received: string };
}

const KNOWN: [RegExp, ReasonWords['key']][] = [
  [/^Invalid input: expected (\w+), received undefined$/, 'missing'],
  [/^Invalid input: expected (\w+), received (\w+)$/, 'type'],
  [/^is empty$/, 'empty'],
  [/^is not an ISO 8601 time$/, 'time'],
  [/^is not one of (.+)$/, 'oneOf'],
  [/^is no run event/, 'noEvent'],
  [/^is larger than (\d+) bytes$/, 'tooLarge'],
  [/^nests deeper than (\d+) levels$/, 'tooDeep'],
];

/** The words for what the API says; null for what is not known here and is shown as it is. */
export function reasonWords(message: string): ReasonWords | null {
  for (const [pattern, key] of KNOWN) {
    const found = pattern.exec(message);
    if (found) return { key, values: { expected: found[1] ?? '', received: found[2] ?? '' } };
  }
  return null;
}
