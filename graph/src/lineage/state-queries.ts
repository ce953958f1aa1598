import { z } from 'zod';
import { defineQuery, single, WriteRows, Written } from '../db/index.js';
import { DatasetId, EdgeKind, EdgeSubtype, FieldId, JobId, MaskingMethod, RunState } from '../model/index.js';

const text = z.string().nullish();
const nullable = text.transform((v) => v ?? null);
const prose = text.transform((v) => v ?? '');
const texts = z
  .array(z.string())
  .nullish()
  .transform((v) => v ?? []);
const flag = z
  .boolean()
  .nullish()
  .transform((v) => v ?? false);
const ids = z.object({ ids: z.array(z.string()) });

export const findKnownEvents = defineQuery({
  file: 'lineage/find-known-events',
  mode: 'read',
  params: z.object({ digests: z.array(z.string()) }),
  row: z.object({ digest: z.string() }),
});
export const loadNames = defineQuery({
  file: 'lineage/load-names',
  mode: 'read',
  params: z.object({ keys: z.array(z.string()) }),
  row: z.object({ key: z.string(), dataset: DatasetId }),
});
export const loadDatasets = defineQuery({
  file: 'lineage/load-datasets',
  mode: 'read',
  params: ids,
  row: single(
    'dataset',
    z.object({
      id: DatasetId,
      namespace: z.string(),
      name: z.string(),
      title: z.string(),
      abstract: prose,
      keywords: texts,
      resourceCode: nullable,
      theme: nullable,
      provider: nullable,
      source: nullable,
      observedJson: nullable,
      schemasJson: nullable,
    }),
  ),
});
export const loadFields = defineQuery({
  file: 'lineage/load-fields',
  mode: 'read',
  params: ids,
  row: single(
    'field',
    z.object({
      id: FieldId,
      dataset: DatasetId,
      path: z.string(),
      title: prose,
      ordinal: z.number(),
      type: nullable,
      description: prose,
      personalInfoKind: nullable,
      observedJson: nullable,
    }),
  ),
});
export const loadJobs = defineQuery({
  file: 'lineage/load-jobs',
  mode: 'read',
  params: ids,
  row: single(
    'job',
    z.object({
      id: JobId,
      namespace: z.string(),
      name: z.string(),
      description: prose,
      sql: nullable,
      dialect: nullable,
      observedJson: nullable,
    }),
  ),
});
const StoredRun = z.object({
  id: z.string(),
  job: JobId,
  state: RunState,
  stateStamp: z.string(),
  startedAt: nullable,
  endedAt: nullable,
  lastEventAt: z.string(),
  firstStamp: z.string(),
  inputs: texts,
  outputs: texts,
  sqlHash: nullable,
  sqlStamp: nullable,
  link: nullable,
  linkStamp: nullable,
});
export const loadRuns = defineQuery({
  file: 'lineage/load-runs',
  mode: 'read',
  params: ids,
  row: single('run', StoredRun),
});
export const loadRunsSince = defineQuery({
  file: 'lineage/load-runs-since',
  mode: 'read',
  params: WriteRows,
  row: z.object({ timeline: z.string(), runs: z.array(StoredRun) }),
});
export const loadFacets = defineQuery({
  file: 'lineage/load-facets',
  mode: 'read',
  params: z.object({ of: z.array(z.string()) }),
  row: z.object({ of: z.string(), names: texts, stamps: texts, texts: texts }),
});
export const loadTimelineEdges = defineQuery({
  file: 'lineage/load-timeline-edges',
  mode: 'read',
  params: z.object({ timelines: z.array(z.string()) }),
  row: z.object({
    timeline: z.string(),
    edge: z.object({
      id: z.string(),
      from: z.union([FieldId, DatasetId]),
      to: z.union([FieldId, DatasetId]),
      kind: EdgeKind,
      subtype: EdgeSubtype,
      masking: MaskingMethod.nullish().transform((v) => v ?? null),
      reversible: flag,
      backflow: flag,
      job: nullable,
      run: nullable,
      sqlHash: nullable,
      note: nullable,
      basis: z.enum(['COLUMNS', 'RUN']),
      fromStamp: z.string(),
      toStamp: nullable,
      recordedAt: z.string(),
      retractedAt: nullable,
    }),
  }),
});
export const loadStatements = defineQuery({
  file: 'lineage/load-statements',
  mode: 'read',
  params: z.object({
    rows: z.array(
      z.object({
        timeline: z.string(),
        since: z.string(),
        runSince: z.string(),
        ended: z.array(z.string()),
      }),
    ),
  }),
  row: z.object({
    timeline: z.string(),
    since: z.string(),
    firstColumns: nullable,
    statements: z.array(
      z.object({
        stamp: z.string(),
        basis: z.enum(['COLUMNS', 'RUN']),
        run: nullable,
        sqlHash: nullable,
        link: nullable,
        claims: texts,
        state: RunState.nullish(),
      }),
    ),
  }),
});
export const findDepartments = defineQuery({
  file: 'lineage/find-departments',
  mode: 'read',
  params: z.object({ codes: z.array(z.string()) }),
  row: z.object({ code: z.string() }),
});

const writeRows = (file: string) => defineQuery({ file, mode: 'write', params: WriteRows, row: Written });
export const writeSources = writeRows('lineage/write-sources');
export const writeDatasets = writeRows('lineage/write-datasets');
export const linkProvider = writeRows('lineage/link-provider');
export const linkSource = writeRows('lineage/link-source');
export const writeNames = writeRows('lineage/write-names');
export const createFields = writeRows('lineage/create-fields');
export const updateFields = writeRows('lineage/update-fields');
export const writeJobs = writeRows('lineage/write-jobs');
export const writeFacets = writeRows('lineage/write-facets');
export const writeRuns = writeRows('lineage/write-runs');
export const linkReads = writeRows('lineage/link-reads');
export const linkWrites = writeRows('lineage/link-writes');
export const createStatements = writeRows('lineage/create-statements');
export const createFieldEdges = writeRows('lineage/create-field-edges');
export const createCoarseEdges = writeRows('lineage/create-coarse-edges');
export const updateEdges = writeRows('lineage/update-edges');
export const createEvents = writeRows('lineage/create-events');
