import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Code, Department, type Viewer } from '../model/index.js';

export const StoredDepartment = stored(Department, ['aliases']);

export const findByCodes = defineQuery({
  file: 'department/find-by-codes',
  mode: 'read',
  params: z.object({ codes: z.array(Code) }),
  row: single('department', StoredDepartment),
});

/** Departments by code, in no order; unknown codes are left out. */
export function findDepartments(db: Db, _viewer: Viewer, codes: readonly Code[]): Promise<Department[]> {
  return findByCodes.run(db, { codes: [...codes] });
}
