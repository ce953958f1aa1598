import type { FieldFactsFragment } from '@/lib/api/gql/graphql';
import type { GradeKey } from '@/ui/tokens';

export type FieldRow = FieldFactsFragment;

export interface FieldFilter {
  text: string;
  /** Empty for all, NONE for those without a grade. */
  grade: GradeKey | 'NONE' | '';
  personal: FieldRow['personalInfo'] | '';
}

/** The fields whose names, description or kind hold the words and that have the grade and personal information asked for. */
export function filterFields(
  fields: readonly FieldRow[],
  { text, grade, personal }: FieldFilter,
): FieldRow[] {
  const wanted = text.trim().toLowerCase();
  return fields.filter(
    (field) =>
      (grade === '' || (field.grade ?? 'NONE') === grade) &&
      (personal === '' || field.personalInfo === personal) &&
      (wanted === '' ||
        [field.title, field.path, field.description, field.personalInfoKind ?? ''].some((words) =>
          words.toLowerCase().includes(wanted),
        )),
  );
}

export type FieldSort = 'ordinal' | 'upstream' | 'downstream';

/** In the table's own order, or by neighbours, most first. */
export function sortFields(fields: FieldRow[], sort: FieldSort): FieldRow[] {
  if (sort === 'ordinal') return fields;
  const of = sort === 'upstream' ? 'upstreamCount' : 'downstreamCount';
  return [...fields].sort((a, b) => b[of] - a[of] || a.ordinal - b.ordinal);
}
