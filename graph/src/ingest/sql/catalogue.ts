import { looseKey } from './names.js';
import type { SqlSchema } from './types.js';

export interface KnownTable {
  /** As the schema spells it, else as the SQL does. */
  name: string;
  /** In order; null when nobody has told them. */
  columns: readonly string[] | null;
}

/** The tables that a resolution knows: those it was given and those that the script has made. */
export interface Catalogue {
  find(parts: readonly string[]): KnownTable;
  define(parts: readonly string[], columns: readonly string[]): void;
}

interface Entry {
  name: string;
  parts: string[];
  columns: readonly string[];
}

/** Compares from the right; an empty part (`db..t`) stands for any. */
const endsWith = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.length <= longer.length &&
  shorter.every((part, i) => part === '' || part === longer[longer.length - shorter.length + i]);

/**
 * A catalogue of `schema`. A name with fewer parts than the schema's is completed by `defaultSchema`, or by the one
 * table that ends so; when several do, none is taken and its columns are unknown.
 */
export function createCatalogue(schema: SqlSchema, defaultSchema: string, levels: number): Catalogue {
  const entries: Entry[] = [];
  const byLast = new Map<string, Entry[]>();
  const add = (name: string, columns: readonly string[]) => {
    const parts = name.split('.').map(looseKey);
    const entry = { name, parts, columns };
    entries.push(entry);
    const last = parts.at(-1) ?? '';
    byLast.set(last, [...(byLast.get(last) ?? []), entry]);
  };
  for (const [name, columns] of Object.entries(schema)) add(name, columns);
  const base = defaultSchema === '' ? [] : defaultSchema.split('.');
  const made = new Map<string, KnownTable>();

  /** The full name: as many parts of the default as the name lacks. */
  const complete = (parts: readonly string[]): string[] => {
    const lacking = levels - parts.length;
    return lacking >= base.length ? [...base, ...parts] : [...base.slice(0, Math.max(0, lacking)), ...parts];
  };

  return {
    find(parts) {
      const own = made.get(complete(parts).map(looseKey).join('.'));
      if (own) return own;
      const wanted = parts.map(looseKey);
      const whole = complete(parts);
      const wholeKey = whole.map(looseKey);
      const fits = (byLast.get(wanted.at(-1) ?? '') ?? []).filter((e) => endsWith(e.parts, wanted));
      const exact = fits.filter((e) => e.parts.length === wholeKey.length && endsWith(e.parts, wholeKey));
      const narrowed = exact.length > 0 ? exact : fits;
      const spelled = narrowed.filter((e) => e.name === whole.join('.'));
      const [entry, another] = spelled.length > 0 ? spelled : narrowed;
      if (entry && !another) return { name: entry.name, columns: entry.columns };
      if (entry) return { name: whole.join('.'), columns: null };
      // The SQL may say more than the schema: `s.t` where only `t` is known.
      const shorter = (byLast.get(wanted.at(-1) ?? '') ?? []).filter((e) => endsWith(wholeKey, e.parts));
      return { name: whole.join('.'), columns: shorter.length === 1 ? shorter[0]!.columns : null };
    },
    define(parts, columns) {
      const name = complete(parts);
      made.set(name.map(looseKey).join('.'), { name: name.join('.'), columns });
    },
  };
}
