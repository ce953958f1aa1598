import { rowOf } from './of.js';

/** A library with the number of its datasets; there are tens, so all are counted at once. */
export const countOfLibrary = rowOf(
  (_codes, { graph, viewer }) => graph.library.list(viewer),
  (row) => row.code,
);
