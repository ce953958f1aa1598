import type { Db } from '../db/index.js';
import type { DatasetId, DatasetName, Viewer } from '../model/index.js';
import {
  applyDatasets,
  compareDatasets,
  type DatasetDescription,
  describeDatasets,
  findKnown,
} from './describe-datasets.js';
import { findDatasetByName, findDatasets } from './find-datasets.js';
import { findTables, listNamespaces } from './find-tables.js';
import { listByNamespace } from './list-by-namespace.js';
import { listDatasets } from './list-datasets.js';
import { listNames } from './list-names.js';
import { listSimilar } from './list-similar.js';

export type { DatasetDescription } from './describe-datasets.js';
export type { Table } from './find-tables.js';
export type { SimilarDataset } from './list-similar.js';

export const datasetOperations = (db: Db) => ({
  list: (viewer: Viewer, question?: Parameters<typeof listDatasets>[2]) => listDatasets(db, viewer, question),
  findMany: (viewer: Viewer, ids: readonly DatasetId[]) => findDatasets(db, viewer, ids),
  findByName: (viewer: Viewer, name: DatasetName) => findDatasetByName(db, viewer, name),
  similar: (viewer: Viewer, id: DatasetId, first?: number) => listSimilar(db, viewer, id, first),
  tables: (viewer: Viewer, namespace: string, tables: readonly string[]) =>
    findTables(db, viewer, namespace, tables),
  namespaces: (viewer: Viewer) => listNamespaces(db, viewer),
  ofNamespace: (viewer: Viewer, namespace: string, page: { skip: number; limit: number }) =>
    listByNamespace(db, viewer, namespace, page),
  namesOf: (viewer: Viewer, ids: readonly DatasetId[]) => listNames(db, viewer, ids),
  describe: (actor: string, rows: readonly DatasetDescription[]) => describeDatasets(db, actor, rows),
});

/** Describing datasets as a part of a larger transaction. */
export const datasetWriting = { findKnown, compare: compareDatasets, apply: applyDatasets };
export type DatasetWriting = typeof datasetWriting;
