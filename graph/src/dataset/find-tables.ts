import { z } from 'zod';
import { type Db, defineQuery } from '../db/index.js';
import { DatasetId, DatasetName, type Viewer } from '../model/index.js';

const Table = DatasetName.extend({ id: DatasetId });
/** A dataset that SQL may mean. */
export type Table = z.infer<typeof Table>;

const findInNamespace = defineQuery({
  file: 'dataset/find-tables',
  mode: 'read',
  params: z.object({ namespace: z.string(), tables: z.array(z.string()) }),
  row: Table,
});
const Namespace = z.object({ namespace: z.string(), datasets: z.number().int() });
const listAll = defineQuery({
  file: 'dataset/list-namespaces',
  mode: 'read',
  params: z.object({}),
  row: Namespace,
});

/** Datasets of a namespace that are called so, or whose name ends with `.` and one of the names; case is ignored. */
export function findTables(
  db: Db,
  _viewer: Viewer,
  namespace: string,
  tables: readonly string[],
): Promise<Table[]> {
  return findInNamespace.run(db, { namespace, tables: tables.map((table) => table.toLowerCase()) });
}

/** Every namespace with the number of its datasets, the largest first. There are tens, so the list is whole. */
export function listNamespaces(db: Db, _viewer: Viewer): Promise<z.infer<typeof Namespace>[]> {
  return listAll.run(db, {});
}
