import { z } from 'zod';
import { type Db, defineQuery, type Tx } from '../../db/index.js';
import {
  AuthorizationState,
  DatasetLayer,
  EdgeKind,
  EdgeSubtype,
  Grade,
  MaskingMethod,
} from '../../model/index.js';
import { QUIET_KINDS } from './touched.js';

const nullish = <T extends z.ZodType>(shape: T) => shape.nullish().transform((v) => v ?? null);
const page = z.object({ after: z.string(), until: z.string(), limit: z.number().int() });
const ids = z.object({ ids: z.array(z.string()) });
const nothing = z.object({});
/** Lines of values; a row of which a value is missing that must be there would leave no line, and be lost. */
const lines = z
  .object({ count: z.number().int(), lines: z.array(z.string()) })
  .refine((page) => page.lines.length === page.count, 'rows without a line');

export const listDatasets = defineQuery({
  file: 'lineage/list-index-datasets',
  mode: 'read',
  params: page,
  row: lines,
});
export const listFields = defineQuery({
  file: 'lineage/list-index-fields',
  mode: 'read',
  params: page,
  row: lines,
});
export const listEdges = defineQuery({
  file: 'lineage/list-index-edges',
  mode: 'read',
  params: page,
  row: lines,
});

export const findDatasets = defineQuery({
  file: 'lineage/find-index-datasets',
  mode: 'read',
  params: ids,
  row: z.object({
    id: z.string(),
    department: nullish(z.string()),
    library: nullish(z.string()),
    layer: nullish(DatasetLayer),
  }),
});
export const findFields = defineQuery({
  file: 'lineage/find-index-fields',
  mode: 'read',
  params: ids,
  row: z.object({ id: z.string(), dataset: z.string(), grade: nullish(Grade) }),
});
export const findEdges = defineQuery({
  file: 'lineage/find-index-edges',
  mode: 'read',
  params: ids,
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

export const listExposures = defineQuery({
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
export const listConsumers = defineQuery({
  file: 'lineage/list-index-consumers',
  mode: 'read',
  params: nothing,
  row: z.object({ code: z.string() }),
});
export const listAuthorizations = defineQuery({
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

export const findStore = defineQuery({
  file: 'lineage/find-store',
  mode: 'read',
  params: nothing,
  row: z.object({ id: z.string() }),
});
export const findLastChange = defineQuery({
  file: 'lineage/find-last-change',
  mode: 'read',
  params: nothing,
  row: z.object({ sequence: z.number().int(), at: nullish(z.string()), key: nullish(z.string()) }),
});
export const listIndexChanges = defineQuery({
  file: 'lineage/list-index-changes',
  mode: 'read',
  params: z.object({ from: z.number().int(), limit: z.number().int(), detailed: z.array(z.string()) }),
  row: z.object({
    sequence: z.number().int(),
    at: z.string(),
    kind: z.string(),
    key: z.string(),
    afterJson: nullish(z.string()),
  }),
});
export const holdWriters = defineQuery({
  file: 'lineage/hold-writers',
  mode: 'write',
  params: nothing,
  row: z.object({ value: z.number().int() }),
});
const countChanges = defineQuery({
  file: 'lineage/count-index-changes',
  mode: 'read',
  params: z.object({ after: z.number().int(), ignoredKinds: z.array(z.string()) }),
  row: z.object({ last: z.number().int(), count: z.number().int() }),
});

/** The last change, and how many after `after` matter to the index. */
export async function countIndexChanges(
  runner: Db | Tx,
  after: number,
): Promise<{ last: number; count: number }> {
  return (await countChanges.first(runner, { after, ignoredKinds: QUIET_KINDS })) ?? { last: 0, count: 0 };
}
