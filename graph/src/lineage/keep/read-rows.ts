import { type Db, inBatches, type Tx } from '../../db/index.js';
import type { IndexDelta } from '../../index/index.js';
import {
  findDatasets,
  findEdges,
  findFields,
  listAuthorizations,
  listConsumers,
  listExposures,
} from './index-queries.js';
import type { Touched } from './touched.js';

/** Interfaces, exposures, consumers and authorisations: few, so always read whole. */
export async function readAccess(runner: Db | Tx): Promise<NonNullable<IndexDelta['access']>> {
  const exposures = await listExposures.run(runner, {});
  const consumers = await listConsumers.run(runner, {});
  const authorizations = await listAuthorizations.run(runner, {});
  return {
    interfaces: exposures.map((row) => ({ code: row.interface })),
    exposures: exposures.flatMap((row) => row.exposures.map((e) => ({ interface: row.interface, ...e }))),
    consumers,
    authorizations,
  };
}

/** Has the store plan what is asked after every change: the first change would wait for it. */
export async function warmUp(db: Db): Promise<void> {
  const nothing = new Set(['']);
  await readTouched(db, { datasets: nothing, fields: nothing, edges: nothing, access: false });
}

/** What was touched, as it is now. */
export async function readTouched(
  runner: Db | Tx,
  { datasets, fields, edges, access }: Touched,
): Promise<Omit<IndexDelta, 'version'>> {
  return {
    datasets: await inBatches([...datasets], (ids) => findDatasets.run(runner, { ids })),
    fields: await inBatches([...fields], (ids) => findFields.run(runner, { ids })),
    edges: await inBatches([...edges], (ids) => findEdges.run(runner, { ids })),
    ...(access ? { access: await readAccess(runner) } : {}),
  };
}
