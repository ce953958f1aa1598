import type { Db } from '../db/index.js';
import type { Code, Department, DepartmentKind, Viewer } from '../model/index.js';
import { countHoldings } from './count-holdings.js';
import { findDepartments } from './find-departments.js';
import { listDepartments } from './list-departments.js';
import { registerDepartments } from './register-departments.js';

export type { DepartmentCounts } from './count-holdings.js';

export const departmentOperations = (db: Db) => ({
  list: (viewer: Viewer, filter?: { kind?: readonly DepartmentKind[] | null }) =>
    listDepartments(db, viewer, filter),
  findMany: (viewer: Viewer, codes: readonly Code[]) => findDepartments(db, viewer, codes),
  countsOf: (viewer: Viewer, codes: readonly Code[]) => countHoldings(db, viewer, codes),
  register: (actor: string, departments: readonly Department[]) =>
    registerDepartments(db, actor, departments),
});
