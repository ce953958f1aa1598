import { type Fields, type Ident, identAt } from './ast.js';
import type { DialectRules } from './dialects.js';

/** What two spellings of one name have in common, whatever the database's case rule. */
export const looseKey = (name: string): string => name.normalize('NFC').toLowerCase();

/** The name as the database keeps it. */
export function folded(ident: Ident, { fold }: DialectRules): string {
  if (ident.quoted || fold === 'none') return ident.name;
  return fold === 'lower' ? ident.name.toLowerCase() : ident.name.toUpperCase();
}

/**
 * The entries called `ident`: names in a catalogue and in SQL differ in case in practice, so case is ignored unless
 * it is what tells several apart (sql-ast §9).
 */
export function matching<T extends { name: string; quoted: boolean }>(
  entries: readonly T[],
  ident: Ident,
  rules: DialectRules,
): T[] {
  const wanted = looseKey(ident.name);
  const loose = entries.filter((entry) => looseKey(entry.name) === wanted);
  if (loose.length < 2) return loose;
  const exact = loose.filter((entry) => folded(entry, rules) === folded(ident, rules));
  return exact.length > 0 ? exact : loose;
}

/** Parts of a table's name, outermost first: a quoted dotted name and a four-part catalogue are several. */
export function tableParts(table: Fields): string[] {
  const written = [identAt(table, 'catalog'), table.schema as Ident | null, identAt(table, 'name')];
  return written.flatMap((part) => (part && typeof part.name === 'string' ? part.name.split('.') : []));
}
