import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { DatasetId, JobId, type Viewer } from '../model/index.js';

const JobLink = z.object({ job: JobId, role: z.enum(['READS', 'WRITES']), dataset: DatasetId });
/** One job reads or writes one dataset. */
export type JobLink = z.infer<typeof JobLink>;

const listByDatasets = defineQuery({
  file: 'job/list-by-datasets',
  mode: 'read',
  params: z.object({ datasets: z.array(DatasetId) }),
  row: JobLink,
});
const listByJobs = defineQuery({
  file: 'job/list-links',
  mode: 'read',
  params: z.object({ jobs: z.array(JobId) }),
  row: JobLink,
});

/** Which jobs read and write the datasets. */
export function listJobsOfDatasets(
  db: Db,
  _viewer: Viewer,
  datasets: readonly DatasetId[],
): Promise<JobLink[]> {
  return listByDatasets.run(db, { datasets: [...datasets] });
}

/** Which datasets the jobs read and write. */
export function listDatasetsOfJobs(db: Db, _viewer: Viewer, jobs: readonly JobId[]): Promise<JobLink[]> {
  return listByJobs.run(db, { jobs: [...jobs] });
}
