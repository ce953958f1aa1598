import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { Code, type Viewer } from '../model/index.js';

const DepartmentCounts = z.object({
  code: Code,
  datasetCount: z.number().int(),
  interfaceCount: z.number().int(),
  consumerCount: z.number().int(),
});
export type DepartmentCounts = z.infer<typeof DepartmentCounts>;

const countByCodes = defineQuery({
  file: 'department/count-holdings',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: DepartmentCounts,
});

/** How many datasets and interfaces each department provides and how many consumers it operates. */
export function countHoldings(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<DepartmentCounts[]> {
  return countByCodes.run(db, { codes: [...codes] });
}
