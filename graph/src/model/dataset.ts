import { z } from 'zod';
import {
  DataSubject,
  DatasetLayer,
  Grade,
  OpenType,
  PersonalInfo,
  ResourceType,
  SharingType,
  UpdateFrequency,
} from './enums.js';
import { Code, DatasetId } from './ids.js';
import { Instant, Prose, Title } from './primitives.js';

/** OpenLineage's dataset identity. */
export const DatasetName = z.object({
  namespace: z.string().min(1).max(500),
  name: z.string().min(1).max(1000),
});
export type DatasetName = z.infer<typeof DatasetName>;

/** Catalogue metadata of a dataset (domain §4): what a catalogue entry says beside what events say. */
export const DatasetMetadata = z.object({
  title: Title,
  abstract: Prose,
  layer: DatasetLayer.nullable(),
  resourceCode: z.string().max(60).nullable(),
  theme: z.string().max(40).nullable(),
  resourceType: ResourceType.nullable(),
  subject: DataSubject.nullable(),
  keywords: z.array(z.string().max(40)),
  sharingType: SharingType.nullable(),
  sharingCondition: Prose,
  /** Law or policy that the sharing type rests on; required when NOT_SHARED. */
  sharingBasis: Prose,
  openType: OpenType.nullable(),
  openCondition: Prose,
  updateFrequency: UpdateFrequency.nullable(),
  /** Last time the data itself was refreshed. */
  dataUpdatedAt: Instant.nullable(),
  rowCount: z.number().int().nonnegative().nullable(),
  spatial: z.string().max(100).nullable(),
  temporal: z.string().max(100).nullable(),
  contact: z.string().max(100).nullable(),
  /** Made-up demonstration data are marked so. */
  synthetic: z.boolean(),
});
export type DatasetMetadata = z.infer<typeof DatasetMetadata>;

/** What a registration says beside it (domain §4), as written; days `YYYY-MM-DD`, `regionalSupplement` YES or NO. */
export const Particulars = z.partialRecord(
  z.enum([
    'internalUnit',
    'sourceDepartment',
    'responsibleDepartment',
    'maintainer',
    'format',
    'sharingMethod',
    'issued',
    'regionalSupplement',
    'cityCatalogueRef',
    'relatedCodes',
    'byteSize',
    'tableCount',
    'acquisition',
    'agreement',
  ]),
  z.string().max(500),
);
export type Particulars = z.infer<typeof Particulars>;

/** A dataset as it is read. `grade` is the highest grade of its fields (就高从严). */
export const Dataset = DatasetMetadata.extend({
  id: DatasetId,
  particulars: Particulars.nullable(),
  namespace: z.string(),
  name: z.string(),
  provider: Code.nullable(),
  library: Code.nullable(),
  source: Code.nullable(),
  grade: Grade.nullable(),
  personalInfo: PersonalInfo,
  fieldCount: z.number().int().nonnegative(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Dataset = z.infer<typeof Dataset>;
