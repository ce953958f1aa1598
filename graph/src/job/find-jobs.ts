import { z } from 'zod';
import { type Db, defineQuery, single, stored } from '../db/index.js';
import { Job, JobId, type Viewer } from '../model/index.js';

const findByIds = defineQuery({
  file: 'job/find-by-ids',
  mode: 'read',
  params: z.object({ ids: z.array(JobId) }),
  row: single(
    'job',
    stored(Job.extend({ description: Job.shape.description.nullable().transform((v) => v ?? '') })),
  ),
});

/** Jobs by id, in no order; unknown ids are left out. */
export function findJobs(db: Db, _viewer: Viewer, ids: readonly JobId[]): Promise<Job[]> {
  return findByIds.run(db, { ids: [...ids] });
}
