import { z } from 'zod';
import { type Db, defineQuery, single } from '../db/index.js';
import { type Authorization, Code, cityDay, DatasetId, ENDED, type Viewer } from '../model/index.js';
import { StoredAuthorization } from './find-authorizations.js';

const codes = z.object({ codes: z.array(Code) });
const row = single('authorization', StoredAuthorization);

const listByInterfaces = defineQuery({
  file: 'authorization/list-by-interfaces',
  mode: 'read',
  params: codes,
  row,
});
const listByConsumers = defineQuery({
  file: 'authorization/list-by-consumers',
  mode: 'read',
  params: codes,
  row,
});
const Users = z.object({
  dataset: DatasetId,
  consumerCount: z.number().int(),
  useCount: z.number().int(),
});
const countByDatasets = defineQuery({
  file: 'authorization/count-consumers',
  mode: 'read',
  params: z.object({ datasets: z.array(DatasetId), day: z.string(), ended: z.array(z.string()) }),
  row: Users,
});

/** All authorisations, ended ones too, on any of the interfaces and of any of the consumers; by code. */
export async function listAuthorizations(
  db: Db,
  _viewer: Viewer,
  of: { interfaces?: readonly Code[]; consumers?: readonly Code[] },
): Promise<Authorization[]> {
  const { interfaces, consumers } = of;
  if (interfaces === undefined && consumers === undefined) return [];
  if (interfaces === undefined) return listByConsumers.run(db, { codes: [...(consumers ?? [])] });
  const onInterfaces = await listByInterfaces.run(db, { codes: [...interfaces] });
  if (consumers === undefined) return onInterfaces;
  const wanted = new Set(consumers);
  return onInterfaces.filter((authorization) => wanted.has(authorization.consumer));
}

/** How many consumers hold an authorisation that covers a field of each dataset: ended ones too, and today. */
export function countConsumers(
  db: Db,
  _viewer: Viewer,
  datasets: readonly DatasetId[],
): Promise<z.infer<typeof Users>[]> {
  return countByDatasets.run(db, {
    datasets: [...datasets],
    day: cityDay(new Date().toISOString()),
    ended: [...ENDED],
  });
}
