import type { DatasetSort, Graph } from '@yuanliu/graph';
import type { Context } from '../context.js';
import { connectionFrom, type PageArgs, pageRequest } from '../paging.js';

type Question = NonNullable<Parameters<Graph['dataset']['list']>[1]>;

/** A connection of datasets from the catalogue's own paging. */
export async function listDatasets(
  { graph, viewer }: Context,
  filter: Question['filter'],
  sort: DatasetSort,
  page: PageArgs,
) {
  return connectionFrom(await graph.dataset.list(viewer, { filter, sort, ...pageRequest(page) }));
}
