import { customPinyin, pinyin } from 'pinyin-pro';
import { foldText } from './names.js';

// Place names of the district that a general dictionary reads otherwise.
customPinyin({ 长宁: 'cháng níng', 长寿: 'cháng shòu', 长兴: 'cháng xīng' });

const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_RUN = /[\p{L}\p{N}]+/gu;
/** Longer runs are cut here: nobody types the initials of a sentence. */
const LONGEST_RUN = 40;

/** What the full-text index holds of a node, beside the texts themselves (see `search`). */
export interface SearchProperties {
  /** Folded title. */
  searchTitle: string;
  /** Folded names, keywords and prose. */
  searchText: string;
  /** Latin tokens for prefix queries: columns and their parts, pinyin and initials from every syllable on, single characters. */
  searchKeys: string;
}

/** Pinyin of a run of Han characters, one syllable for each, ü written v. */
export function pinyinOf(run: string): string[] {
  return pinyin(run, { toneType: 'none', type: 'array', v: true }).map((s) => s.toLowerCase());
}

/** Every suffix of a list of parts, joined: `[a, b, c]` → `abc`, `bc`, `c`. */
function suffixes(parts: readonly string[]): string[] {
  return parts.map((_, start) => parts.slice(start).join(''));
}

/** Tokens under which a Chinese text is found by who types Latin letters, and by a single character. */
export function pinyinKeys(text: string): string[] {
  const keys: string[] = [];
  for (const [run] of foldText(text).matchAll(HAN_RUN)) {
    const read = pinyinOf([...run].slice(0, LONGEST_RUN).join('')).filter((s) => /^[a-z]+$/.test(s));
    keys.push(...suffixes(read.map((s) => s[0] as string)), ...suffixes(read), ...run);
  }
  return keys;
}

/** Tokens of an identifier such as `dim_social_credit_code` or `zjHM`: whole, and from each of its parts on. */
export function identifierKeys(identifier: string): string[] {
  const split = identifier.normalize('NFKC').replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ');
  const parts = [...foldText(split).matchAll(LATIN_RUN)]
    .map(([part]) => part)
    .filter((part) => !/\p{Script=Han}/u.test(part));
  const folded = foldText(identifier);
  return /[\s\p{Script=Han}]/u.test(folded)
    ? [...parts, ...suffixes(parts)]
    : [folded, ...parts, ...suffixes(parts)];
}

/**
 * The properties to store for search. `title` and other `names` in people's words; `identifiers` are technical
 * names and codes; `texts` are found by words only.
 */
export function searchProperties(of: {
  title: string;
  names?: readonly string[];
  identifiers?: readonly string[];
  texts?: readonly (string | null)[];
}): SearchProperties {
  const { title, names = [], identifiers = [], texts = [] } = of;
  const keys = new Set([
    ...identifiers.flatMap(identifierKeys),
    ...[title, ...names].flatMap((name) => [...pinyinKeys(name), ...identifierKeys(name)]),
  ]);
  return {
    searchTitle: foldText(title),
    searchText: [...names, ...identifiers, ...texts]
      .filter((t): t is string => t !== null && t !== '')
      .map(foldText)
      .join(' \n '),
    searchKeys: [...keys].join(' '),
  };
}

/** What search holds of a dataset; the one recipe for whoever writes one. */
export function datasetSearchProperties(dataset: {
  name: string;
  title: string;
  abstract: string;
  keywords: readonly string[];
  theme: string | null;
  resourceCode: string | null;
}): SearchProperties {
  const { name, title, abstract, keywords, theme, resourceCode } = dataset;
  return searchProperties({
    title,
    names: keywords,
    identifiers: resourceCode === null || resourceCode === '' ? [name] : [name, resourceCode],
    texts: [theme, abstract],
  });
}

/** What search holds of a field; the one recipe for whoever writes one. */
export function fieldSearchProperties(field: {
  path: string;
  title: string;
  description: string;
  personalInfoKind: string | null;
}): SearchProperties {
  const { path, title, description, personalInfoKind } = field;
  return searchProperties({
    title: title === '' ? path : title,
    identifiers: [path],
    texts: [personalInfoKind, description],
  });
}
