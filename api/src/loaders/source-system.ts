import { Code } from '@yuanliu/graph';
import { keysOf } from '../ids.js';
import { rowOf } from './of.js';

export const sourceSystemByCode = rowOf(
  (codes, { graph, viewer }) => graph.sourceSystem.findMany(viewer, keysOf(Code, codes)),
  (row) => row.code,
);
