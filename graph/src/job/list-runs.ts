import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { JobId, Run, type Viewer } from '../model/index.js';

const RUNS_OF_A_JOB = 20;

const listByJobs = defineQuery({
  file: 'job/list-runs',
  mode: 'read',
  params: z.object({ jobs: z.array(JobId), limit: z.number().int() }),
  row: single('run', stored(Run)),
});

/** The latest runs of each job, at most 20 each, newest first. */
export function listRuns(db: Db, _viewer: Viewer, jobs: readonly JobId[]): Promise<Run[]> {
  return listByJobs.run(db, { jobs: [...jobs], limit: RUNS_OF_A_JOB });
}
