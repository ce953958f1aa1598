import { FieldId } from '@yuanliu/graph';
import { keysOf } from '../ids.js';
import { rowsOf } from './of.js';

/** Interfaces that expose it. */
export const interfacesOfField = rowsOf(
  (ids, { graph, viewer }) => graph.interface.exposingFields(viewer, keysOf(FieldId, ids)),
  (row) => row.field,
);

/** Filings of its grade, newest first. */
export const gradingsOfField = rowsOf(
  (ids, { graph, viewer }) => graph.grading.listOf(viewer, keysOf(FieldId, ids)),
  (grading) => grading.of,
);
