import { z } from 'zod';
import { Grade, HitKind, type SearchFilter } from '../model/index.js';

const value = z.string().nullable();
/** All hits with the same values, and how many there are. */
export const FacetRow = z.object({
  kind: HitKind,
  department: value,
  library: value,
  grade: Grade.nullable(),
  sharingType: value,
  updateFrequency: value,
  freshness: value,
  layer: value,
  theme: value,
  personalInfo: value,
  hits: z.number().int(),
});
export type FacetRow = z.infer<typeof FacetRow>;

const NAMES = [
  'kind',
  'department',
  'library',
  'grade',
  'sharingType',
  'updateFrequency',
  'freshness',
  'layer',
  'theme',
  'personalInfo',
] as const;
type FacetName = (typeof NAMES)[number];

export interface Facet {
  name: FacetName;
  values: { value: string; count: number }[];
}

/** Stands for "not graded" among the grades; other absent values are no value. */
export const UNGRADED = 'NONE';
const canBeGraded = (row: FacetRow) => row.kind === 'DATASET' || row.kind === 'FIELD';

function passes(row: FacetRow, filter: SearchFilter, name: FacetName): boolean {
  if (name === 'grade') {
    if (filter.grade === null && !filter.ungraded) return true;
    return row.grade === null
      ? filter.ungraded && canBeGraded(row)
      : (filter.grade ?? []).includes(row.grade);
  }
  const wanted: readonly string[] | null = filter[name];
  const given = row[name];
  return wanted === null || (given !== null && wanted.includes(given));
}

function facetValue(row: FacetRow, name: FacetName): string | null {
  if (name === 'grade' && row.grade === null) return canBeGraded(row) ? UNGRADED : null;
  return row[name];
}

/**
 * Counts over all hits. Each facet counts under the conditions of the others, so that another value of the same
 * facet can still be chosen; the total is under all of them.
 */
export function countFacets(
  rows: readonly FacetRow[],
  filter: SearchFilter,
): { totalCount: number; facets: Facet[] } {
  const counts = new Map(NAMES.map((name) => [name, new Map<string, number>()]));
  let totalCount = 0;
  for (const row of rows) {
    const failed = NAMES.filter((name) => !passes(row, filter, name));
    if (failed.length > 1) continue;
    if (failed.length === 0) totalCount += row.hits;
    for (const name of failed.length === 0 ? NAMES : failed) {
      const value = facetValue(row, name);
      if (value === null) continue;
      const values = counts.get(name) as Map<string, number>;
      values.set(value, (values.get(value) ?? 0) + row.hits);
    }
  }
  const facets = NAMES.map((name) => ({
    name,
    values: [...(counts.get(name) as Map<string, number>)]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
  }));
  return { totalCount, facets };
}
