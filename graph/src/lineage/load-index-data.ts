import { z } from 'zod';
import { type Db, defineQuery, type Tx } from '../db/index.js';
import { type IndexData, indexDataBuilder } from '../index/index.js';
import {
  AuthorizationState,
  DatasetLayer,
  EdgeKind,
  EdgeSubtype,
  Grade,
  MaskingMethod,
} from '../model/index.js';

const nullish = <T extends z.ZodType>(shape: T) => shape.nullish().transform((v) => v ?? null);
const page = z.object({ after: z.string(), limit: z.number().int() });
const nothing = z.object({});
const PAGE = 20_000;

const listDatasets = defineQuery({
  file: 'lineage/list-index-datasets',
  mode: 'read',
  params: page,
  row: z.object({
    id: z.string(),
    department: nullish(z.string()),
    library: nullish(z.string()),
    layer: nullish(DatasetLayer),
  }),
});
const listFields = defineQuery({
  file: 'lineage/list-index-fields',
  mode: 'read',
  params: page,
  row: z.object({ id: z.string(), dataset: z.string(), grade: nullish(Grade) }),
});
const listEdges = defineQuery({
  file: 'lineage/list-index-edges',
  mode: 'read',
  params: page,
  row: z.object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    kind: EdgeKind,
    subtype: EdgeSubtype,
    masking: nullish(MaskingMethod),
    reversible: z.boolean(),
    backflow: z.boolean(),
    validFrom: z.string(),
    validTo: nullish(z.string()),
    recordedAt: z.string(),
    retractedAt: nullish(z.string()),
  }),
});
const listExposures = defineQuery({
  file: 'lineage/list-index-exposures',
  mode: 'read',
  params: nothing,
  row: z.object({
    interface: z.string(),
    exposures: z.array(
      z.object({ field: z.string(), masking: nullish(MaskingMethod), reversible: z.boolean() }),
    ),
  }),
});
const listConsumers = defineQuery({
  file: 'lineage/list-index-consumers',
  mode: 'read',
  params: nothing,
  row: z.object({ code: z.string() }),
});
const listAuthorizations = defineQuery({
  file: 'lineage/list-index-authorizations',
  mode: 'read',
  params: nothing,
  row: z.object({
    code: z.string(),
    consumer: z.string(),
    interface: z.string(),
    fields: z.array(z.string()),
    state: AuthorizationState,
    validFrom: z.string(),
    validTo: z.string(),
  }),
});
const countChanges = defineQuery({
  file: 'lineage/count-index-changes',
  mode: 'read',
  params: z.object({ after: z.number().int(), ignoredKinds: z.array(z.string()) }),
  row: z.object({ last: z.number().int(), count: z.number().int() }),
});
const holdWriters = defineQuery({
  file: 'lineage/hold-writers',
  mode: 'write',
  params: nothing,
  row: z.object({ value: z.number().int() }),
});

/** Changes that do not touch what the index is built from. */
const IGNORED_KINDS = ['event.accepted', 'job.observed', 'run.observed', 'access.rolled-up'];
const QUIET_ATTEMPTS = 3;

/** The last change and how many after `after` the index does not have yet. */
export async function countIndexChanges(
  runner: Db | Tx,
  after: number,
): Promise<{ last: number; count: number }> {
  return (await countChanges.first(runner, { after, ignoredKinds: IGNORED_KINDS })) ?? { last: 0, count: 0 };
}

async function eachRow<R extends { id: string }>(
  list: (params: z.input<typeof page>) => Promise<R[]>,
  take: (row: R) => void,
): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await list({ after, limit: PAGE });
    for (const row of rows) take(row);
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id as string;
  }
}

async function readAll(tx: Tx, version: number): Promise<IndexData> {
  const builder = indexDataBuilder();
  await eachRow((params) => listDatasets.run(tx, params), builder.dataset);
  await eachRow((params) => listFields.run(tx, params), builder.field);
  await eachRow((params) => listEdges.run(tx, params), builder.edge);
  const exposures = await listExposures.run(tx, {});
  const consumers = await listConsumers.run(tx, {});
  const authorizations = await listAuthorizations.run(tx, {});
  return builder.finish({
    version,
    interfaces: exposures.map((row) => ({ code: row.interface })),
    exposures: exposures.flatMap((row) => row.exposures.map((e) => ({ interface: row.interface, ...e }))),
    consumers,
    authorizations,
  });
}

/**
 * Reads the whole lineage, page by page, with the number of the last change it holds. Neo4j reads what is committed
 * at each moment, so rows are only of one moment when nothing was committed meanwhile: then the version before equals
 * the one after. When writers do not pause, the last attempt holds them back for as long as it reads.
 */
export async function loadIndexData(db: Db): Promise<IndexData> {
  for (let attempt = 0; attempt < QUIET_ATTEMPTS; attempt++) {
    const data = await db.read(async (tx) => {
      const { last } = await countIndexChanges(tx, 0);
      const read = await readAll(tx, last).catch((error: unknown) => error as Error);
      const { count } = await countIndexChanges(tx, last);
      if (count > 0) return null;
      if (read instanceof Error) throw read;
      return read;
    }, 'build lineage index');
    if (data !== null) return data;
  }
  return db.write(async (tx) => {
    const counter = await holdWriters.first(tx, {});
    return readAll(tx, counter?.value ?? 0);
  }, 'build lineage index');
}
