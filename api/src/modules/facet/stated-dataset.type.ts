import type { DatasetView, StatedFacets } from '@yuanliu/graph';
import { builder } from '../../builder.js';
import { StatedFacet, StatedOwner, StatedTag } from './facet.type.js';

type Present<K extends keyof DatasetView> = NonNullable<DatasetView[K]>;

const Lifecycle = builder.objectRef<Present<'lifecycle'>>('DatasetLifecycle').implement({
  description: 'The last change of state of a dataset that a producer told.',
  fields: (t) => ({
    lifecycleStateChange: t.exposeString('lifecycleStateChange', {
      nullable: true,
      description: 'ALTER, CREATE, DROP, OVERWRITE, RENAME or TRUNCATE.',
    }),
  }),
});

const Storage = builder.objectRef<Present<'storage'>>('DatasetStorage').implement({
  description: 'How a dataset is stored.',
  fields: (t) => ({
    storageLayer: t.exposeString('storageLayer', { nullable: true, description: 'Such as iceberg, delta.' }),
    fileFormat: t.exposeString('fileFormat', { nullable: true, description: 'Such as parquet.' }),
  }),
});

const Catalog = builder.objectRef<Present<'catalog'>>('DatasetCatalog').implement({
  description: 'The technical catalogue that a dataset is in.',
  fields: (t) => ({
    framework: t.exposeString('framework', { nullable: true, description: 'Such as iceberg.' }),
    type: t.exposeString('type', { nullable: true, description: 'Such as hive, jdbc, rest.' }),
    name: t.exposeString('name', { nullable: true, description: 'Name of the catalogue.' }),
    metadataUri: t.exposeString('metadataUri', { nullable: true, description: 'Its address.' }),
    warehouseUri: t.exposeString('warehouseUri', { nullable: true, description: 'Address of the data.' }),
    source: t.exposeString('source', { nullable: true, description: 'What reads it.' }),
  }),
});

const TechnicalType = builder.objectRef<Present<'type'>>('DatasetTechnicalType').implement({
  description: 'What a dataset is technically.',
  fields: (t) => ({
    datasetType: t.exposeString('datasetType', { description: 'TABLE, VIEW, FILE, TOPIC, MODEL …' }),
    subType: t.exposeString('subType', { nullable: true, description: 'Such as MATERIALIZED, EXTERNAL.' }),
  }),
});

const Statistics = builder.objectRef<Present<'statistics'>>('DatasetStatistics').implement({
  description: 'How much the last use of a dataset wrote or read.',
  fields: (t) => ({
    rowCount: t.exposeFloat('rowCount', { nullable: true, description: 'Rows.' }),
    size: t.exposeFloat('size', { nullable: true, description: 'Bytes.' }),
    fileCount: t.exposeFloat('fileCount', { nullable: true, description: 'Files.' }),
  }),
});

const ColumnMetrics = builder.objectRef<DatasetView['columnMetrics'][number]>('ColumnMetrics').implement({
  description: 'Measures of one column.',
  fields: (t) => ({
    column: t.exposeString('column', { description: 'Which.' }),
    nullCount: t.exposeFloat('nullCount', { nullable: true, description: 'Rows without a value.' }),
    distinctCount: t.exposeFloat('distinctCount', { nullable: true, description: 'Different values.' }),
    min: t.exposeFloat('min', { nullable: true, description: 'Smallest.' }),
    max: t.exposeFloat('max', { nullable: true, description: 'Largest.' }),
  }),
});

const Assertion = builder.objectRef<DatasetView['assertions'][number]>('QualityAssertion').implement({
  description: 'A check of data quality and how it ended.',
  fields: (t) => ({
    assertion: t.exposeString('assertion', { description: 'What was checked.' }),
    success: t.exposeBoolean('success', { description: 'It held.' }),
    column: t.exposeString('column', { nullable: true, description: 'Of which column.' }),
    severity: t.exposeString('severity', { nullable: true, description: 'How bad a failure is.' }),
    name: t.exposeString('name', { nullable: true, description: 'Name of the check.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it means.' }),
  }),
});

/** What producers of events say of a dataset beside fields and lineage. */
export const StatedDataset = builder
  .objectRef<DatasetView & { facets: StatedFacets['facets'] }>('StatedDataset')
  .implement({
    description: 'What facets of events say of a dataset; of each facet what was stated last.',
    fields: (t) => ({
      lifecycle: t.expose('lifecycle', {
        type: Lifecycle,
        nullable: true,
        description: 'Its last change of state.',
      }),
      version: t.exposeString('version', { nullable: true, description: 'Version of the data.' }),
      storage: t.expose('storage', { type: Storage, nullable: true, description: 'How it is stored.' }),
      catalog: t.expose('catalog', {
        type: Catalog,
        nullable: true,
        description: 'The technical catalogue that it is in.',
      }),
      type: t.expose('type', { type: TechnicalType, nullable: true, description: 'What it is technically.' }),
      statistics: t.expose('statistics', {
        type: Statistics,
        nullable: true,
        description: 'Rows and bytes of its last use.',
      }),
      columnMetrics: t.expose('columnMetrics', {
        type: [ColumnMetrics],
        description: 'Measures of its columns.',
      }),
      assertions: t.expose('assertions', { type: [Assertion], description: 'Checks of its quality.' }),
      owners: t.expose('owners', { type: [StatedOwner], description: 'Owners that producers name.' }),
      tags: t.expose('tags', { type: [StatedTag], description: 'Tags that producers gave.' }),
      facets: t.expose('facets', {
        type: [StatedFacet],
        description: 'All facets as they came, known or not.',
      }),
    }),
  });
