import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { type Grade, gradeOfRank, type Viewer } from '../model/index.js';

const count = z.number().int();
const Counts = z.object({
  departmentCount: count,
  libraryCount: count,
  datasetCount: count,
  fieldCount: count,
  jobCount: count,
  interfaceCount: count,
  consumerCount: count,
  authorizationCount: count,
  backflowLinkCount: count,
});
export type CatalogueSummary = z.infer<typeof Counts> & {
  fieldsByGrade: { grade: Grade | null; fieldCount: number }[];
};

const countNodes = defineQuery({
  file: 'catalogue/count-nodes',
  mode: 'read',
  params: z.object({}),
  row: Counts,
});
const countGrades = defineQuery({
  file: 'catalogue/count-grades',
  mode: 'read',
  params: z.object({}),
  row: z.object({ rank: count, fieldCount: count }),
});

/** How many of everything, and fields by filed grade, the strictest first; null = not graded. */
export async function summarizeCatalogue(db: Db, _viewer: Viewer): Promise<CatalogueSummary> {
  return db.read(async (tx) => {
    const counts = await countNodes.first(tx, {});
    if (counts === null) throw new Error('catalogue/count-nodes returned no row');
    const grades = await countGrades.run(tx, {});
    return {
      ...counts,
      fieldsByGrade: grades.map(({ rank, fieldCount }) => ({ grade: gradeOfRank(rank), fieldCount })),
    };
  }, 'catalogue/summarize');
}
