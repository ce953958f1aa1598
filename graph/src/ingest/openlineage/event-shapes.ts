import { z } from 'zod';
import { hasForbiddenCharacters, normalizeName } from '../../model/index.js';
import { LIMITS } from './limits.js';
import { proseOf } from './transformation.js';

/** A name as it will be kept: no NUL, control characters or lone surrogates, NFKC, not empty, not too long. */
const name = (limit: number) =>
  z
    .string()
    .max(limit, `is longer than ${limit} characters`)
    .refine((v) => !hasForbiddenCharacters(v), 'holds a control character or a broken one')
    .transform(normalizeName)
    .pipe(z.string().min(1, 'is empty').max(limit, `is longer than ${limit} characters`));
const prose = z
  .string()
  .max(LIMITS.prose, `is longer than ${LIMITS.prose} characters`)
  .transform(proseOf)
  .nullish();
/** Shown but never a key: cut instead of refused. */
const label = (limit: number) =>
  z
    .string()
    .transform((v) => proseOf(v).slice(0, limit))
    .nullish();

/** A facet that its producer marked as deleted says nothing any more. */
export const isDeletedFacet = (facet: unknown): boolean =>
  facet !== null && typeof facet === 'object' && (facet as Record<string, unknown>)._deleted === true;
const facet = <T extends z.ZodType>(shape: T) =>
  z.preprocess((v) => (isDeletedFacet(v) ? undefined : v), shape.nullish());

const datasetRef = { namespace: name(LIMITS.namespace), name: name(LIMITS.name) };

export interface RawSchemaField {
  name: string;
  type?: string | null | undefined;
  description?: string | null | undefined;
  ordinal_position?: number | null | undefined;
  fields?: RawSchemaField[] | null | undefined;
}
const SchemaField: z.ZodType<RawSchemaField> = z.looseObject({
  name: name(LIMITS.path),
  type: label(200),
  description: prose,
  ordinal_position: z.number().int().nonnegative().nullish(),
  fields: z.lazy(() => z.array(SchemaField)).nullish(),
});

const Transformation = z.looseObject({
  type: z.string().nullish(),
  subtype: z.string().nullish(),
  description: prose,
  masking: z.boolean().nullish(),
  maskingMethod: z.string().nullish(),
});
const InputField = z.looseObject({
  ...datasetRef,
  field: name(LIMITS.path),
  transformations: z.array(Transformation).nullish(),
});
const ColumnLineage = z.looseObject({
  fields: z.record(
    z.string(),
    z.looseObject({
      inputFields: z.array(InputField),
      transformationType: z.string().nullish(),
      transformationDescription: prose,
    }),
  ),
  dataset: z.array(InputField).nullish(),
});

/** A source of the explicit lineage facet; a job as source (no columns known of it) is left to the caller. */
const LineageInput = z.looseObject({
  type: z.string(),
  namespace: name(LIMITS.namespace).nullish(),
  name: name(LIMITS.name).nullish(),
  field: name(LIMITS.path).nullish(),
  transformations: z.array(Transformation).nullish(),
});
const lineageTarget = {
  inputs: z.array(LineageInput).nullish(),
  fields: z.record(z.string(), z.looseObject({ inputs: z.array(LineageInput) })).nullish(),
};
const LineageEntry = z.looseObject({
  type: z.string(),
  namespace: name(LIMITS.namespace).nullish(),
  name: name(LIMITS.name).nullish(),
  ...lineageTarget,
});

const DatasetFacets = z.looseObject({
  schema: facet(z.looseObject({ fields: z.array(SchemaField).nullish() })),
  columnLineage: facet(ColumnLineage),
  lineage: facet(z.looseObject(lineageTarget)),
  documentation: facet(z.looseObject({ description: prose })),
  ownership: facet(z.looseObject({ owners: z.array(z.looseObject({ name: label(200) })).nullish() })),
  dataSource: facet(z.looseObject({ name: label(200), uri: label(2000) })),
  symlinks: facet(z.looseObject({ identifiers: z.array(z.looseObject(datasetRef)).nullish() })),
  lifecycleStateChange: facet(
    z.looseObject({
      lifecycleStateChange: z.string().nullish(),
      previousIdentifier: z.looseObject(datasetRef).nullish(),
    }),
  ),
});
const EventDataset = z.looseObject({ ...datasetRef, facets: DatasetFacets.nullish() });
export type RawDataset = z.output<typeof EventDataset>;
export type RawInputField = z.output<typeof InputField>;
export type RawLineageInput = z.output<typeof LineageInput>;
export type RawLineageTarget = z.output<z.ZodObject<typeof lineageTarget>>;

const JobFacets = z.looseObject({
  sql: facet(
    z.looseObject({
      query: z.string().max(LIMITS.sql, `is longer than ${LIMITS.sql} characters`).transform(proseOf),
      dialect: label(60),
    }),
  ),
  documentation: facet(z.looseObject({ description: prose })),
  lineage: facet(z.looseObject({ entries: z.array(LineageEntry) })),
  yuanliu_backflow: facet(z.looseObject({ link: name(100) })),
});
const Job = z.looseObject({ ...datasetRef, facets: JobFacets.nullish() });
export type RawJob = z.output<typeof Job>;

/** Structure is checked, unknown properties and facets are let through (they stay in the kept event). */
export const RawEvent = z.looseObject({
  eventType: z.string().nullish(),
  eventTime: z.string(),
  run: z.looseObject({ runId: name(LIMITS.runId) }).nullish(),
  job: Job.nullish(),
  dataset: EventDataset.nullish(),
  inputs: z.array(EventDataset).max(LIMITS.datasets).nullish(),
  outputs: z.array(EventDataset).max(LIMITS.datasets).nullish(),
});
export type RawEvent = z.output<typeof RawEvent>;
