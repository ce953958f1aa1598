import type { CompareQuery } from '@/lib/api/gql/graphql';

export type ComparedDataset = Extract<NonNullable<CompareQuery['nodes'][number]>, { __typename: 'Dataset' }>;
export type ComparedField = ComparedDataset['fields'][number];

/** One field of each dataset that means the same; null where a dataset has none. */
export type AlignedRow = (ComparedField | null)[];

const titleKey = ({ title }: ComparedField) => title.trim();
const pathKey = ({ path }: ComparedField) => path.toLowerCase();

/**
 * Fields of two or three datasets side by side: same title first, else same column name, each used once. Rows that
 * most datasets share come first, in the order of the first dataset; what stands alone comes last. Pure.
 */
export function alignFields(datasets: readonly (readonly ComparedField[])[]): AlignedRow[] {
  const used = datasets.map(() => new Set<string>());
  const rows: AlignedRow[] = [];
  for (const [at, fields] of datasets.entries()) {
    for (const field of fields) {
      if (used[at]?.has(field.id)) continue;
      rows.push(
        datasets.map((others, i) => {
          if (i < at) return null;
          if (i === at) return take(used[i], field);
          const free = others.filter(({ id }) => !used[i]?.has(id));
          const same =
            (titleKey(field) && free.find((other) => titleKey(other) === titleKey(field))) ||
            free.find((other) => pathKey(other) === pathKey(field));
          return same ? take(used[i], same) : null;
        }),
      );
    }
  }
  const shared = (row: AlignedRow) => row.filter((field) => field !== null).length;
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => shared(b.row) - shared(a.row) || a.i - b.i)
    .map(({ row }) => row);
}

function take(used: Set<string> | undefined, field: ComparedField): ComparedField {
  used?.add(field.id);
  return field;
}
