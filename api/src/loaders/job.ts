import { JobId } from '@yuanliu/graph';
import { keysOf } from '../ids.js';
import { rowOf, rowsOf } from './of.js';

/** Datasets it reads or writes. */
export const datasetsOfJob = rowsOf(
  (ids, { graph, viewer }) => graph.job.datasetsOf(viewer, keysOf(JobId, ids)),
  (link) => link.job,
);

/** Its latest run. */
export const lastRunOfJob = rowOf(
  (ids, { graph, viewer }) => graph.job.runsOf(viewer, keysOf(JobId, ids)),
  (run) => run.job,
);
