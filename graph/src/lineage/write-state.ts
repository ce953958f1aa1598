import { isDeepStrictEqual } from 'node:util';
import { type ChangeLog, inBatches, refreshDatasets, type Tx } from '../db/index.js';
import { type DatasetId, datasetSearchProperties, fieldSearchProperties } from '../model/index.js';
import type { CatalogueState, DatasetRecord, FieldRecord, JobRecord, Tracked } from './catalogue-state.js';
import {
  createFields,
  linkProvider,
  linkReads,
  linkSource,
  linkWrites,
  updateFields,
  writeDatasets,
  writeFacets,
  writeJobs,
  writeNames,
  writeRuns,
  writeSources,
} from './state-queries.js';

const changed = <T>(map: Map<string, Tracked<T>>): Tracked<T>[] =>
  [...map.values()].filter(({ value, before }) => before === null || !isDeepStrictEqual(value, before));

/** Writes everything but edges that the state gained or changed, and logs it. */
export async function writeState(tx: Tx, state: CatalogueState, log: ChangeLog): Promise<void> {
  await inBatches([...state.sources.values()], (rows) => writeSources.run(tx, { rows }));
  await writeDatasetRecords(tx, state, log);
  await writeFieldRecords(tx, state, log);
  const jobs = changed(state.jobs);
  await inBatches(jobs, (batch) =>
    writeJobs.run(tx, { rows: batch.map((entry) => jobRow(entry, state.now)) }),
  );
  for (const { value, before } of jobs) {
    const { id, namespace, name } = value;
    log('job.observed', id, before && { namespace, name }, { namespace, name, sql: value.sql !== null });
  }
  const runs = changed(state.runs);
  await inBatches(runs, (batch) =>
    writeRuns.run(tx, {
      rows: batch.map(({ value }) => ({ id: value.id, job: value.job, properties: value })),
    }),
  );
  for (const { value, before } of runs) {
    log('run.observed', value.id, before && { state: before.state }, { state: value.state, job: value.job });
  }
  await writeFacetRecords(tx, state, log);
  const pairs = (keys: Iterable<string>) =>
    [...keys].map((key) => {
      const [job, dataset] = key.split('>') as [string, string];
      return { job, dataset, lineageAt: state.lineageAt.get(key) ?? null };
    });
  await inBatches(pairs(state.newReads), (rows) => linkReads.run(tx, { rows }));
  const written = new Set([...state.newWrites, ...state.lineageAt.keys()]);
  await inBatches(pairs(written), (rows) => linkWrites.run(tx, { rows }));
}

/** Facets as three lists: a property cannot be a map. What only was said again is no change to tell. */
async function writeFacetRecords(tx: Tx, state: CatalogueState, log: ChangeLog): Promise<void> {
  const entries = changed(state.facets);
  const rows = entries.map(({ value: { of, facets } }) => ({
    of,
    names: [...facets.keys()],
    stamps: [...facets.values()].map(({ stamp }) => stamp),
    texts: [...facets.values()].map(({ json }) => json ?? ''),
  }));
  await inBatches(rows, (batch) => writeFacets.run(tx, { rows: batch }));
  for (const { value, before } of entries) {
    const names = [...value.facets].flatMap(([name, { json }]) =>
      json === before?.facets.get(name)?.json ? [] : [name],
    );
    if (names.length > 0) log('facets.observed', value.of, null, { names });
  }
}

async function writeDatasetRecords(tx: Tx, state: CatalogueState, log: ChangeLog): Promise<void> {
  const entries = changed(state.datasets);
  await inBatches(entries, (batch) =>
    writeDatasets.run(tx, { rows: batch.map((entry) => datasetRow(entry, state.now)) }),
  );
  const names = [...state.newNames].map(([key, dataset]) => {
    const [namespace, name] = key.split('\u001f');
    return { key, dataset, namespace, name };
  });
  await inBatches(names, (rows) => writeNames.run(tx, { rows }));
  const links = (property: 'provider' | 'source') =>
    entries
      .filter(({ value, before }) => value[property] !== null && value[property] !== before?.[property])
      .map(({ value }) => ({ dataset: value.id, code: value[property] }));
  await inBatches(links('provider'), (rows) => linkProvider.run(tx, { rows }));
  await inBatches(links('source'), (rows) => linkSource.run(tx, { rows }));
  for (const { value, before } of entries) {
    const shown = ({ namespace, name, abstract, provider, source }: DatasetRecord) => ({
      namespace,
      name,
      abstract,
      provider,
      source,
    });
    const is = shown(value);
    const was = before && shown(before);
    if (!isDeepStrictEqual(is, was)) log('dataset.observed', value.id, was, is);
  }
}

function datasetRow(entry: Tracked<DatasetRecord>, now: string) {
  const { value, before } = entry;
  const { id, namespace, name, title, abstract, keywords, resourceCode, theme, observed, schemas } = value;
  const nothing = { sharingCondition: '', sharingBasis: '', openCondition: '', synthetic: false };
  const seen = before === null || abstract !== before.abstract;
  return {
    id,
    created:
      before !== null
        ? {}
        : {
            ...nothing,
            namespace,
            name,
            title,
            keywords,
            createdAt: now,
            fieldCount: 0,
            gradeRank: 0,
            personalInfo: 'NONE',
          },
    properties: {
      observedJson: JSON.stringify(observed),
      schemasJson: JSON.stringify(schemas),
      ...(seen
        ? {
            abstract,
            updatedAt: now,
            ...datasetSearchProperties({ name, title, abstract, keywords, theme, resourceCode }),
          }
        : {}),
    },
  };
}

async function writeFieldRecords(tx: Tx, state: CatalogueState, log: ChangeLog): Promise<void> {
  const entries = changed(state.fields);
  const created = entries.filter(({ before }) => before === null);
  const updated = entries.filter(({ before }) => before !== null);
  await inBatches(created, (batch) =>
    createFields.run(tx, {
      rows: batch.map(({ value }) => ({
        id: value.id,
        dataset: value.dataset,
        properties: {
          id: value.id,
          datasetId: value.dataset,
          path: value.path,
          title: value.title,
          personalInfo: 'NONE',
          synthetic: false,
          gradeRank: 0,
          createdAt: state.now,
          ...fieldProperties(value),
        },
      })),
    }),
  );
  await inBatches(updated, (batch) =>
    updateFields.run(tx, {
      rows: batch.map(({ value }) => ({ id: value.id, properties: fieldProperties(value) })),
    }),
  );
  await refreshDatasets(tx, new Set(created.map(({ value }) => value.dataset)));
  logFields(entries, log);
}

function looksTheSame(value: FieldRecord, before: FieldRecord | null): boolean {
  return (
    before !== null &&
    value.type === before.type &&
    value.ordinal === before.ordinal &&
    value.description === before.description
  );
}

function fieldProperties(field: FieldRecord): Record<string, unknown> {
  const { path, title, type, ordinal, description, personalInfoKind, observed } = field;
  return {
    type,
    ordinal,
    description,
    observedJson: JSON.stringify(observed),
    ...fieldSearchProperties({ path, title, description, personalInfoKind }),
  };
}

/** One change for all fields of a dataset: an event with 20,000 columns is one fact, not 20,000. */
function logFields(entries: readonly Tracked<FieldRecord>[], log: ChangeLog): void {
  const byDataset = new Map<DatasetId, { added: string[]; changed: string[] }>();
  for (const { value, before } of entries) {
    const { dataset, path } = value;
    if (looksTheSame(value, before)) continue;
    const paths = byDataset.get(dataset) ?? { added: [], changed: [] };
    (before === null ? paths.added : paths.changed).push(path);
    byDataset.set(dataset, paths);
  }
  for (const [dataset, paths] of byDataset) log('fields.observed', dataset, null, paths);
}

function jobRow(entry: Tracked<JobRecord>, now: string) {
  const { id, namespace, name, description, sql, dialect, observed } = entry.value;
  return {
    id,
    created: entry.before === null ? { namespace, name, createdAt: now } : {},
    properties: { description, sql, dialect, updatedAt: now, observedJson: JSON.stringify(observed) },
  };
}
