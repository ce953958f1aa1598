import { type DatasetId, type JobId, type JobLink, jobIdOf } from '@yuanliu/graph';
import type { Context } from '../../context.js';
import type { NodeName } from './shapes.js';

/** More nodes than a picture of jobs and datasets can show: then the answer says that it was cut. */
const MOST_NODES = 5_000;

export interface Neighbourhood {
  datasets: Set<DatasetId>;
  jobs: Set<JobId>;
  links: Map<string, JobLink>;
  /** Something lies beyond: the depth was not enough for it, or there are too many nodes. */
  truncated: boolean;
}

/** Jobs and datasets around a start, step by step in both directions; each step is one bounded question. */
export async function walk(
  { graph, viewer }: Context,
  start: { dataset?: DatasetId; job?: JobId },
  depth: number,
): Promise<Neighbourhood> {
  const datasets = new Set<DatasetId>(start.dataset ? [start.dataset] : []);
  const jobs = new Set<JobId>(start.job ? [start.job] : []);
  const links = new Map<string, JobLink>();
  let newDatasets = [...datasets];
  let newJobs = [...jobs];
  for (let step = 0; step < depth && newDatasets.length + newJobs.length > 0; step++) {
    if (datasets.size + jobs.size > MOST_NODES) break;
    const found = await Promise.all([
      newDatasets.length > 0 ? graph.job.listOf(viewer, newDatasets) : [],
      newJobs.length > 0 ? graph.job.datasetsOf(viewer, newJobs) : [],
    ]);
    [newDatasets, newJobs] = [[], []];
    for (const link of found.flat()) {
      links.set(`${link.job} ${link.role} ${link.dataset}`, link);
      if (!datasets.has(link.dataset)) newDatasets.push(link.dataset);
      if (!jobs.has(link.job)) newJobs.push(link.job);
      datasets.add(link.dataset);
      jobs.add(link.job);
    }
  }
  return { datasets, jobs, links, truncated: newDatasets.length + newJobs.length > 0 };
}

/** The start that one of the names means; null when none is known. */
export async function findStart(
  { graph, viewer }: Context,
  { type, names }: { type: 'dataset' | 'job'; names: readonly NodeName[] },
): Promise<{ dataset?: DatasetId; job?: JobId } | null> {
  if (type === 'job') {
    const [job] = await graph.job.findMany(
      viewer,
      names.map(({ namespace, name }) => jobIdOf(namespace, name)),
    );
    return job ? { job: job.id } : null;
  }
  for (const name of names) {
    const dataset = await graph.dataset.findByName(viewer, name);
    if (dataset) return { dataset: dataset.id };
  }
  return null;
}
