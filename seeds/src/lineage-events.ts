import { createHash } from 'node:crypto';
import { addDays, instant } from './calendar.js';
import type { Scenario, SeedDataset, SeedJob } from './scenarios/scenario.js';
import { DIALECT } from './sql-flows.js';

const PRODUCER = 'https://yuanliu.example/seeds';
const SPEC = 'https://openlineage.io/spec';
const JOB_NAMESPACE = 'scheduler://changning-dataplatform';
const HOUR = 3_600_000;

const facet = (path: string, content: object) => ({
  _producer: PRODUCER,
  _schemaURL: `${SPEC}/${path}`,
  ...content,
});
const nameOf = ({ namespace, name }: SeedDataset) => ({ namespace, name });

/** A name-based UUID, the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A dataset with its columns, as a scheduler that reads the database's catalogue tells of it. */
const withSchema = (dataset: SeedDataset) => ({
  ...nameOf(dataset),
  facets: {
    schema: facet('facets/1-2-0/SchemaDatasetFacet.json', {
      fields: dataset.fields.map((f) => ({ name: f.path, type: f.type, ordinal_position: f.ordinal })),
    }),
  },
});

/**
 * A job as a scheduler tells of it: its first completed run, when the flow came to be, the first after it was changed,
 * and last night's start and completion. The statement is in every completion, and the columns of all tables: the
 * column lineage is read from these.
 */
function eventsOf(job: SeedJob, table: Map<string, SeedDataset>, now: number): unknown[] {
  const out = table.get(job.output);
  const inputs = job.inputs.map((key) => table.get(key));
  if (!out || inputs.some((d) => !d)) throw new Error(`job ${job.name} names no dataset`);
  const minute = Number.parseInt(uuidOf(job.name).slice(0, 4), 16) % 180;
  const startOf = (daysAgo: number): number => addDays(now, -daysAgo) + HOUR + minute * 60_000;
  const base = { producer: PRODUCER, schemaURL: `${SPEC}/2-0-2/OpenLineage.json` };
  const name = { namespace: JOB_NAMESPACE, name: job.name };
  const completion = (daysAgo: number, { sql }: Pick<SeedJob, 'sql'> = job) => ({
    eventType: 'COMPLETE',
    eventTime: instant(startOf(daysAgo) + (minute % 17) * 60_000 + 40_000),
    ...base,
    run: { runId: uuidOf(`${job.name}/${daysAgo}/${now}`) },
    job: {
      ...name,
      facets: {
        documentation: facet('facets/1-1-0/DocumentationJobFacet.json', { description: job.title }),
        ...(sql === null
          ? {}
          : { sql: facet('facets/1-1-0/SQLJobFacet.json', { query: sql, dialect: DIALECT }) }),
      },
    },
    inputs: inputs.flatMap((d) => (d ? [withSchema(d)] : [])),
    outputs: [withSchema(out)],
  });
  const start = {
    eventType: 'START',
    eventTime: instant(startOf(1)),
    ...base,
    run: { runId: uuidOf(`${job.name}/1/${now}`) },
    job: name,
  };
  const first = job.before
    ? [completion(job.since, job.before), completion(job.before.until)]
    : [completion(job.since)];
  return [...first, start, completion(1)];
}

/** OpenLineage events of all jobs of a scenario. */
export function lineageEvents(scenario: Scenario): unknown[] {
  const table = new Map(scenario.datasets.map((d) => [d.key, d]));
  return scenario.jobs.flatMap((job) => eventsOf(job, table, scenario.now));
}
