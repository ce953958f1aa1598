import { z } from 'zod';
import { type Db, defineQuery, single } from '../db/index.js';
import { type Department, DepartmentKind, type Viewer } from '../model/index.js';
import { StoredDepartment } from './find-departments.js';

export const listAll = defineQuery({
  file: 'department/list',
  mode: 'read',
  params: z.object({ kinds: z.array(DepartmentKind) }),
  row: single('department', StoredDepartment),
});

/** All departments, or those of some kinds, by code. There are tens of them, so the list is whole. */
export function listDepartments(
  db: Db,
  _viewer: Viewer,
  filter: { kind?: readonly DepartmentKind[] | null } = {},
): Promise<Department[]> {
  const kinds = filter.kind?.length ? filter.kind : DepartmentKind.options;
  return listAll.run(db, { kinds: [...kinds] });
}
