/** Characters that draw nothing and make two names look alike: zero-width, BOM, bidi controls, soft hyphen, fillers. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A name as it is kept: NFKC, without invisible marks, trimmed (model §1 "Identity"). */
export function normalizeName(name: string): string {
  return name.normalize('NFKC').replace(INVISIBLE, '').trim();
}

/** The comparison form of a name: two names with the same key are one name. Case is kept: SQL identifiers may differ by case. */
export function nameKey(...parts: string[]): string {
  return parts.map(normalizeName).join('\u001f');
}

/** The search form of a text: NFKC, lower case, without invisible marks. */
export function foldText(text: string): string {
  return normalizeName(text).toLowerCase();
}

/** True when a string holds something no name may hold: NUL, other control characters or a lone surrogate. */
export function hasForbiddenCharacters(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u.test(name) || !name.isWellFormed();
}
