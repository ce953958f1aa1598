import { z } from 'zod';

/** What known facets say, in one form however their producer wrote them; a facet of another form says nothing. */
const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((v) => v || null);
const count = z
  .number()
  .nullish()
  .catch(null)
  .transform((v) => v ?? null);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item.nullable().catch(null))
    .nullish()
    .catch(null)
    .transform((v) => (v ?? []).flatMap((one) => (one === null ? [] : [one as NonNullable<typeof one>])));

const Owners = z.object({ owners: list(z.object({ name: z.string(), type: text })) });
const Tags = z.object({
  tags: list(z.object({ key: z.string(), value: z.coerce.string(), field: text, source: text })),
});
const Lifecycle = z.object({
  lifecycleStateChange: text,
  previousIdentifier: z.object({ namespace: z.string(), name: z.string() }).nullish().catch(null),
});
const Version = z.object({ datasetVersion: z.string() });
const Storage = z.object({ storageLayer: text, fileFormat: text });
const Catalog = z.object({
  framework: text,
  type: text,
  name: text,
  metadataUri: text,
  warehouseUri: text,
  source: text,
});
const DatasetType = z.object({ datasetType: z.string(), subType: text });
const Statistics = z.object({ rowCount: count, size: count, fileCount: count });
const Metrics = z.object({
  rowCount: count,
  bytes: count,
  fileCount: count,
  columnMetrics: z
    .record(z.string(), z.object({ nullCount: count, distinctCount: count, min: count, max: count }))
    .nullish()
    .catch(null),
});
const Assertions = z.object({
  assertions: list(
    z.object({
      assertion: z.string(),
      success: z.boolean(),
      column: text,
      severity: text,
      name: text,
      description: text,
    }),
  ),
});
const JobType = z.object({ processingType: text, integration: text, jobType: text });
const SourceCode = z.object({ language: text, sourceCode: text });
const SourceCodeLocation = z.object({
  type: text,
  url: text,
  repoUrl: text,
  path: text,
  version: text,
  branch: text,
  tag: text,
});
const Parent = z.object({
  run: z.object({ runId: z.string() }),
  job: z.object({ namespace: z.string(), name: z.string() }),
  root: z
    .looseObject({
      run: z.object({ runId: z.string() }),
      job: z.object({ namespace: z.string(), name: z.string() }),
    })
    .nullish()
    .catch(null),
});
const NominalTime = z.object({ nominalStartTime: text, nominalEndTime: text });
const ErrorMessage = z.object({ message: z.string(), programmingLanguage: text, stackTrace: text });
const ExternalQuery = z.object({ externalQueryId: z.string(), source: text });
const Engine = z.object({ name: text, version: text, openlineageAdapterVersion: text });

/** Facets of one thing by name, as JSON text. */
export type FacetTexts = ReadonlyMap<string, string>;

function view<T extends z.ZodType>(facets: FacetTexts, shape: T, ...names: string[]): z.output<T> | null {
  for (const name of names) {
    const json = facets.get(name);
    if (json === undefined) continue;
    const parsed = shape.safeParse(JSON.parse(json));
    if (parsed.success) return parsed.data;
  }
  return null;
}

/** What facets say of a dataset; those of inputs and outputs stand under `input:` and `output:`. */
export function viewDataset(facets: FacetTexts) {
  const statistics = view(facets, Statistics, 'output:outputStatistics', 'input:inputStatistics');
  const metrics = view(facets, Metrics, 'input:dataQualityMetrics', 'dataQualityMetrics');
  return {
    lifecycle: view(facets, Lifecycle, 'lifecycleStateChange'),
    version: view(facets, Version, 'version')?.datasetVersion ?? null,
    storage: view(facets, Storage, 'storage'),
    catalog: view(facets, Catalog, 'catalog'),
    type: view(facets, DatasetType, 'datasetType'),
    owners: view(facets, Owners, 'ownership')?.owners ?? [],
    tags: view(facets, Tags, 'tags')?.tags ?? [],
    statistics:
      statistics ??
      (metrics && { rowCount: metrics.rowCount, size: metrics.bytes, fileCount: metrics.fileCount }),
    columnMetrics: Object.entries(metrics?.columnMetrics ?? {}).map(([column, of]) => ({ column, ...of })),
    assertions:
      view(facets, Assertions, 'input:dataQualityAssertions', 'dataQualityAssertions')?.assertions ?? [],
  };
}
export type DatasetView = ReturnType<typeof viewDataset>;

/** What facets say of a job. */
export function viewJob(facets: FacetTexts) {
  return {
    type: view(facets, JobType, 'jobType'),
    sourceCode: view(facets, SourceCode, 'sourceCode'),
    sourceCodeLocation: view(facets, SourceCodeLocation, 'sourceCodeLocation'),
    owners: view(facets, Owners, 'ownership')?.owners ?? [],
    tags: view(facets, Tags, 'tags')?.tags ?? [],
  };
}
export type JobView = ReturnType<typeof viewJob>;

/** What facets say of a run. */
export function viewRun(facets: FacetTexts) {
  return {
    parent: view(facets, Parent, 'parent', 'parentRun'),
    nominalTime: view(facets, NominalTime, 'nominalTime'),
    error: view(facets, ErrorMessage, 'errorMessage'),
    externalQuery: view(facets, ExternalQuery, 'externalQuery'),
    engine: view(facets, Engine, 'processing_engine'),
    tags: view(facets, Tags, 'tags')?.tags ?? [],
  };
}
export type RunView = ReturnType<typeof viewRun>;
