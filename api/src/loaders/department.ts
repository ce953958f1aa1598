import { Code } from '@yuanliu/graph';
import { keysOf } from '../ids.js';
import { rowOf } from './of.js';

/** How much a department provides, publishes and operates. */
export const countsOfDepartment = rowOf(
  (codes, { graph, viewer }) => graph.department.countsOf(viewer, keysOf(Code, codes)),
  (row) => row.code,
);
