import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|testing|gql/.test(file),
);
/** Marks of grades, and the name of a language in that language. */
const ALLOWED = [
  'ui/tokens.ts',
  'features/frame/LanguageSwitch.tsx',
  // Days as people type them, signs that a file name must not have.
  'features/audit/period.ts',
  'features/lineage/export-name.ts',
];

/** The text without comments, in which any language may stand. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('the source of the pages', () => {
  it('holds no Chinese words or signs: they belong into the messages', () => {
    const found = sources
      .filter((file) => !ALLOWED.includes(file))
      .flatMap((file) => {
        const lines = code(readFileSync(join(root, file), 'utf8')).split('\n');
        return lines
          .filter((line) => /[\p{Script=Han}、。，；：「」（）]/u.test(line))
          .map((line) => `${file}: ${line.trim()}`);
      });
    expect(found).toEqual([]);
  });
});
