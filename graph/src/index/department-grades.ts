import { gradeOfRank } from '../model/index.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import type { DepartmentGrades } from './types.js';

/** Ranks 0 (not graded) to 6 (CORE). */
const RANKS = 7;

/** Counts all fields once by the department of their dataset and by grade. */
export function departmentGradesOf(data: IndexData): DepartmentGrades[] {
  const tally = new Uint32Array(data.departments.length * RANKS);
  const datasets = new Uint32Array(data.departments.length);
  const fields = fieldCount(data);
  for (let f = 0; f < fields; f++) {
    tally[data.departmentOf[data.datasetOf[f]!]! * RANKS + data.gradeOf[f]!]!++;
  }
  for (let d = 0; d < datasetCount(data); d++) datasets[data.departmentOf[d]!]!++;
  return data.departments
    .map((department, i) => {
      const counts = tally.subarray(i * RANKS, (i + 1) * RANKS);
      const byGrade = Array.from(counts, (count, rank) => ({ grade: gradeOfRank(rank), fieldCount: count }))
        .reverse()
        .filter((row) => row.fieldCount > 0);
      const total = counts.reduce((sum, count) => sum + count, 0);
      return { department, fieldCount: total, datasetCount: datasets[i]!, byGrade };
    })
    .filter((row) => row.datasetCount > 0)
    .sort(
      (a, b) =>
        b.fieldCount - a.fieldCount || ((a.department ?? '\uffff') < (b.department ?? '\uffff') ? -1 : 1),
    );
}
