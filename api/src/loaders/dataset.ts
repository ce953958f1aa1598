import { DatasetId } from '@yuanliu/graph';
import { keysOf } from '../ids.js';
import { rowOf, rowsOf } from './of.js';

/** Its fields in their order. */
export const fieldsOfDataset = rowsOf(
  async (ids, { graph, viewer }) => graph.field.listOf(viewer, keysOf(DatasetId, ids)),
  (field) => field.dataset,
);

/** Every name it has: the present one, old ones and symlinks. */
export const namesOfDataset = rowsOf(
  (ids, { graph, viewer }) => graph.dataset.namesOf(viewer, keysOf(DatasetId, ids)),
  (name) => name.dataset,
);

/** Jobs that read or write it. */
export const jobsOfDataset = rowsOf(
  (ids, { graph, viewer }) => graph.job.listOf(viewer, keysOf(DatasetId, ids)),
  (link) => link.dataset,
);

/** Interfaces that expose a field of it. */
export const interfacesOfDataset = rowsOf(
  (ids, { graph, viewer }) => graph.interface.exposingDatasets(viewer, keysOf(DatasetId, ids)),
  (row) => row.dataset,
);

/** How many consumers hold an authorisation that covers a field of it: ended ones too, and today. */
export const consumerCountOfDataset = rowOf(
  (ids, { graph, viewer }) => graph.authorization.consumerCountsOf(viewer, keysOf(DatasetId, ids)),
  (row) => row.dataset,
);

/** Backflow links from it, to it, or of what was collected in it. */
export const backflowLinksOfDataset = rowsOf(
  (ids, { graph, viewer }) => graph.backflow.linksOf(viewer, keysOf(DatasetId, ids)),
  (row) => row.dataset,
);
