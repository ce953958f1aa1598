import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of the package `cypher`, the same from `src` and from `dist`. */
export function cypherRoot(): string {
  return dirname(createRequire(import.meta.url).resolve('@yuanliu/cypher/package.json'));
}

/** The statement of `queries/<file>.cypher`, without its header of comments. */
export function readQuery(file: string): string {
  const text = readFileSync(join(cypherRoot(), 'queries', `${file}.cypher`), 'utf8');
  return text.replace(/^(?:\s*\/\/[^\n]*\n)+/, '').trim();
}

/** All query files as `<concept>/<verb-noun>`, sorted. */
export function listQueryFiles(): string[] {
  return readdirSync(join(cypherRoot(), 'queries'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cypher'))
    .map((name) => name.replaceAll('\\', '/').replace(/\.cypher$/, ''))
    .sort();
}

/** The statements of a file of many, split at a semicolon that ends a line, comments left out. */
export function splitStatements(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*\/\//.test(line))
    .join('\n')
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
