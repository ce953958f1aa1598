import { createGraph, type Db, datasetIdOf, fieldIdOf, migrate, nameKey, readQuery } from '@yuanliu/graph';
import { aDepartment } from '@yuanliu/graph/testing';
import neo4j from 'neo4j-driver';
import { type GeneratedGraph, layerOf } from '../generator.js';
import { cypher } from '../neo4j.js';
import { scatteredHex } from '../rng.js';
import { instantOfDay } from '../rows.js';

export const NAMESPACE = 'dameng://bench:5236';
const BATCH = 10_000;

/** The names by which the catalogue knows what the generator made. */
const PREFIX = 'bench.t_';
export const datasetName = (dataset: number): string => `${PREFIX}${dataset}`;
export const fieldPath = (graph: GeneratedGraph, field: number): string =>
  `c_${field - graph.datasets[graph.datasetOf[field]!]!.first}`;
export const catalogueDatasetId = (dataset: number) => datasetIdOf(NAMESPACE, datasetName(dataset));
export const catalogueFieldId = (graph: GeneratedGraph, field: number) =>
  fieldIdOf(catalogueDatasetId(graph.datasetOf[field]!), fieldPath(graph, field));

/** A query of the product, with other rows than its own code would make: what is loaded is what it would have written. */
async function write(db: Db, file: string, count: number, rowOf: (i: number) => object): Promise<void> {
  const text = readQuery(file);
  let sent: Promise<unknown> = Promise.resolve();
  for (let first = 0; first < count; first += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => rowOf(first + i));
    await sent;
    const session = db.driver.session();
    sent = session.run(text, { rows }).finally(() => session.close());
  }
  await sent;
}

/** Makes a catalogue that was filled before what it was then. */
export async function forgetChanges(db: Db): Promise<void> {
  await db.driver.executeQuery(cypher('forget-changes'), { namespace: NAMESPACE, prefix: PREFIX });
}

const CREATED = instantOfDay(1);

/** Fills an empty store with a catalogue of this lineage: departments, datasets with their names, fields, edges. */
export async function fillCatalogue(db: Db, graph: GeneratedGraph): Promise<void> {
  await migrate(db);
  const departments = [...new Set(graph.datasets.map(({ department }) => department))];
  await createGraph({ db }).department.register(
    'bench',
    departments.map((department) => aDepartment({ code: `D${department}`, name: `部门${department}` })),
  );
  const datasets = graph.datasets.length;
  await write(db, 'lineage/write-datasets', datasets, (d) => ({
    id: catalogueDatasetId(d),
    created: { createdAt: CREATED },
    properties: datasetProperties(graph, d),
  }));
  await write(db, 'lineage/write-names', datasets, (d) => ({
    key: nameKey(NAMESPACE, datasetName(d)),
    namespace: NAMESPACE,
    name: datasetName(d),
    dataset: catalogueDatasetId(d),
  }));
  await write(db, 'lineage/link-provider', datasets, (d) => ({
    dataset: catalogueDatasetId(d),
    code: `D${graph.datasets[d]!.department}`,
  }));
  const ids = Array.from({ length: graph.fields }, (_, field) => catalogueFieldId(graph, field));
  await write(db, 'lineage/create-fields', graph.fields, (field) => ({
    dataset: catalogueDatasetId(graph.datasetOf[field]!),
    properties: fieldProperties(graph, field, ids[field]!),
  }));
  await write(db, 'lineage/create-field-edges', graph.from.length, (edge) => ({
    from: ids[graph.from[edge]!],
    to: ids[graph.to[edge]!],
    properties: edgeProperties(graph, edge),
  }));
}

function datasetProperties(graph: GeneratedGraph, d: number) {
  return {
    namespace: NAMESPACE,
    name: datasetName(d),
    title: `数据集${d}`,
    abstract: '',
    layer: layerOf(graph, d),
    keywords: [],
    sharingCondition: '',
    sharingBasis: '',
    openCondition: '',
    personalInfo: 'NONE',
    fieldCount: neo4j.int(graph.datasets[d]!.size),
    synthetic: true,
    updatedAt: CREATED,
  };
}

function fieldProperties(graph: GeneratedGraph, field: number, id: string) {
  const ordinal = field - graph.datasets[graph.datasetOf[field]!]!.first;
  return {
    id,
    datasetId: catalogueDatasetId(graph.datasetOf[field]!),
    path: fieldPath(graph, field),
    ordinal: neo4j.int(ordinal),
    type: 'varchar',
    title: '',
    description: '',
    grade: field % 10 === 0 ? 'L4' : null,
    personalInfo: 'NONE',
    synthetic: true,
    createdAt: CREATED,
  };
}

function edgeProperties(graph: GeneratedGraph, edge: number) {
  const edgeClass = graph.classOf[edge]!;
  return {
    id: `ed_${scatteredHex(edge, 0x13c7)}`,
    level: 'FIELD',
    kind: edgeClass === 2 ? 'INDIRECT' : 'DIRECT',
    subtype: edgeClass === 2 ? 'FILTER' : 'IDENTITY',
    masking: edgeClass === 1 ? 'HASH' : null,
    reversible: false,
    backflow: edge >= graph.firstBackflow,
    origin: 'IMPORTED',
    validFrom: instantOfDay(graph.day[edge]!),
    recordedAt: instantOfDay(graph.day[edge]!),
  };
}
