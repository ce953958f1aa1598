import type { SeedDataset, SeedJob } from '../scenario.js';
import { buildDataset, type DatasetSpec, placeOf, sourceSpecOf } from './dataset-spec.js';
import { city } from './datasets/city.js';
import { environment } from './datasets/environment.js';
import { legalPerson } from './datasets/legal-person.js';
import { population } from './datasets/population.js';
import { publicTitles } from './datasets/public-titles.js';
import { space } from './datasets/space.js';
import { subdistricts } from './datasets/subdistricts.js';
import { warehouseLegal } from './datasets/warehouse-legal.js';
import { warehousePerson } from './datasets/warehouse-person.js';
import { warehouseSpace } from './datasets/warehouse-space.js';
import { legalCoarseJobs, legalJobs } from './jobs/legal.js';
import { populationCoarseJobs, populationJobs } from './jobs/population.js';
import { spaceCoarseJobs, spaceJobs } from './jobs/space.js';
import { buildCoarseJob, buildJob, loadJob } from './lineage-dsl.js';

const specs: DatasetSpec[] = [
  ...population,
  ...legalPerson,
  ...space,
  ...environment,
  ...warehousePerson,
  ...warehouseLegal,
  ...warehouseSpace,
  ...city,
  ...subdistricts,
  ...publicTitles,
];

export interface Catalogue {
  datasets: SeedDataset[];
  jobs: SeedJob[];
  /** The dataset of a table name; throws for a name that nobody wrote down. */
  table(key: string): SeedDataset;
}

/** All datasets, their source tables and the jobs between them, as of `now`. */
export function buildCatalogue(now: number): Catalogue {
  const sources = specs.flatMap((spec) => sourceSpecOf(spec) ?? []);
  const datasets = [...specs, ...sources].map((spec, i) => buildDataset(spec, i + 1, now));
  const byKey = new Map(datasets.map((d) => [d.key, d]));
  if (byKey.size !== datasets.length) throw new Error('two datasets have the same table name');
  const table = (key: string): SeedDataset => {
    const found = byKey.get(key);
    if (!found) throw new Error(`no dataset ${key}`);
    return found;
  };
  const loads = specs.flatMap((spec) =>
    spec.source === undefined
      ? []
      : [loadJob(table(placeOf(spec.source).key), table(placeOf(spec.name).key))],
  );
  const jobs = [...loads, ...populationJobs, ...legalJobs, ...spaceJobs].map((spec) => buildJob(spec, table));
  const coarse = [...populationCoarseJobs, ...legalCoarseJobs, ...spaceCoarseJobs].map(buildCoarseJob);
  return { datasets, jobs: [...jobs, ...coarse], table };
}
