import { type Field, type Grade, gradeRank } from '@yuanliu/graph';

/** Fields by filed grade, the strictest first, not graded last; grades without fields are left out. */
export function countGrades(
  fields: readonly Pick<Field, 'grade'>[],
): { grade: Grade | null; fieldCount: number }[] {
  const counts = new Map<Grade | null, number>();
  for (const { grade } of fields) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return [...counts]
    .map(([grade, fieldCount]) => ({ grade, fieldCount }))
    .sort((a, b) => gradeRank(b.grade) - gradeRank(a.grade));
}
