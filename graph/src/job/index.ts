import type { Db } from '../db/index.js';
import type { DatasetId, JobId, Viewer } from '../model/index.js';
import { findJobs } from './find-jobs.js';
import { listDatasetsOfJobs, listJobsOfDatasets } from './list-links.js';
import { listRuns } from './list-runs.js';

export type { JobLink } from './list-links.js';

export const jobOperations = (db: Db) => ({
  findMany: (viewer: Viewer, ids: readonly JobId[]) => findJobs(db, viewer, ids),
  listOf: (viewer: Viewer, datasets: readonly DatasetId[]) => listJobsOfDatasets(db, viewer, datasets),
  datasetsOf: (viewer: Viewer, jobs: readonly JobId[]) => listDatasetsOfJobs(db, viewer, jobs),
  runsOf: (viewer: Viewer, jobs: readonly JobId[]) => listRuns(db, viewer, jobs),
});
