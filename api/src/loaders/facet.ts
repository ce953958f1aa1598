import { type FacetTexts, type StatedFacets, viewDataset, viewJob, viewRun } from '@yuanliu/graph';
import type { Context } from '../context.js';
import { rowOf } from './of.js';

const stated = rowOf<StatedFacets>(
  (ids, { graph, viewer }) => graph.ingest.facets(viewer, ids),
  (row) => row.of,
);

const viewOf =
  <V extends object>(view: (facets: FacetTexts) => V) =>
  async (context: Context, id: string): Promise<(V & { facets: StatedFacets['facets'] }) | null> => {
    const row = await stated(context, id);
    if (row === null || row.facets.length === 0) return null;
    return { ...view(new Map(row.facets.map(({ name, json }) => [name, json]))), facets: row.facets };
  };

/** What facets of events say of a dataset, a job or a run; null when none does. */
export const statedOfDataset = viewOf(viewDataset);
export const statedOfJob = viewOf(viewJob);
export const statedOfRun = viewOf(viewRun);
