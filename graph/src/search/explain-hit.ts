import { z } from 'zod';
import { highlightPinyin, highlightWords } from './highlight.js';
import type { Term } from './parse-text.js';

const text = z
  .string()
  .nullish()
  .transform((v) => v ?? '');

/** What the store gives of a hit so that it can be said why it was found. */
export const HitTexts = z.object({
  title: text,
  name: text,
  path: text,
  code: text,
  shortName: text,
  abstract: text,
  description: text,
  resourceCode: text,
  theme: text,
  personalInfoKind: text,
  /** Of a field: title and name of its dataset. */
  dataset: text,
  datasetName: text,
  keywords: z
    .array(z.string())
    .nullish()
    .transform((v) => v ?? []),
});
export type HitTexts = z.infer<typeof HitTexts>;
export const FieldTexts = z.object({ title: z.string(), path: z.string() });
export type FieldTexts = z.infer<typeof FieldTexts>;

/** One reason: the property in which something was found, and its text with the found parts between marks. */
export interface Match {
  property: string;
  text: string;
}

function inWords(property: string, value: string, terms: readonly Term[]): Match[] {
  const marked = value === '' ? null : highlightWords(value, terms);
  return marked === null ? [] : [{ property, text: marked }];
}

/** Why a field was found, as one reason; a column name comes with its title. */
function fieldMatch(field: FieldTexts, terms: readonly Term[]): Match {
  const title = highlightWords(field.title, terms) ?? highlightPinyin(field.title, terms)?.text;
  const path = highlightWords(field.path, terms);
  return { property: 'field', text: `${title ?? field.title} ${path ?? field.path}`.trim() };
}

/** What a field has of its dataset: the words that it has not itself. */
function ownerMatches({ dataset, datasetName }: HitTexts, terms: readonly Term[]): Match[] {
  if (terms.length === 0) return [];
  const title = inWords('dataset', dataset, terms);
  if (title.length > 0) return title;
  const sound = highlightPinyin(dataset, terms);
  return sound === null
    ? inWords('dataset', datasetName, terms)
    : [{ property: 'dataset', text: sound.text }];
}

/** Why a hit was found, the strongest reason first; `fields` are matching fields of a dataset. */
export function explainHit(hit: HitTexts, fields: readonly FieldTexts[], terms: readonly Term[]): Match[] {
  if (terms.length === 0) return [];
  const own = ownMatches(hit, fields, terms);
  if (hit.dataset === '') return own;
  return [
    ...own,
    ...ownerMatches(
      hit,
      terms.filter((term) => ownMatches(hit, fields, [term]).length === 0),
    ),
  ];
}

function ownMatches(hit: HitTexts, fields: readonly FieldTexts[], terms: readonly Term[]): Match[] {
  const title = hit.title || hit.name;
  const own = inWords('title', title, terms);
  const sound = own.length > 0 ? null : highlightPinyin(title, terms);
  return [
    ...own,
    ...(sound === null ? [] : [sound]),
    ...(hit.title === '' ? [] : inWords('name', hit.name, terms)),
    ...inWords('column', hit.path, terms),
    ...inWords('code', hit.code || hit.resourceCode, terms),
    ...inWords('name', hit.shortName, terms),
    ...fields.map((field) => fieldMatch(field, terms)),
    ...hit.keywords.flatMap((keyword) => inWords('keyword', keyword, terms)),
    ...inWords('theme', hit.theme, terms),
    ...inWords('description', hit.personalInfoKind, terms),
    ...inWords('abstract', hit.abstract, terms),
    ...inWords('description', hit.description, terms),
  ];
}
