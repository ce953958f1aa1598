import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { Code, type Grade, gradeOfRank, type Viewer } from '../model/index.js';

const findRanks = defineQuery({
  file: 'interface/find-grades',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: z.object({ code: Code, rank: z.number().int() }),
});

/** The highest filed grade that each interface exposes (model §4); masked fields keep theirs until a case lowers it. */
export async function findInterfaceGrades(
  db: Db,
  _viewer: Viewer,
  codes: readonly Code[],
): Promise<{ code: Code; grade: Grade | null }[]> {
  const rows = await findRanks.run(db, { codes: [...codes] });
  return rows.map(({ code, rank }) => ({ code, grade: gradeOfRank(rank) }));
}
