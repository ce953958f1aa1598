import { createHash } from 'node:crypto';
import { addDays, instant } from './calendar.js';
import type { Scenario, SeedDataset, SeedFlow, SeedJob } from './scenarios/scenario.js';

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

function inputField(flow: SeedFlow, table: Map<string, SeedDataset>) {
  const from = table.get(flow.from.dataset);
  if (!from) throw new Error(`no dataset ${flow.from.dataset}`);
  const { type, subtype, masking, description } = flow;
  return {
    ...nameOf(from),
    field: flow.from.field,
    transformations: [{ type, subtype, description, masking: masking !== null }],
  };
}

function columnLineage(flows: readonly SeedFlow[], table: Map<string, SeedDataset>) {
  const fields: Record<string, { inputFields: ReturnType<typeof inputField>[] }> = {};
  const dataset: ReturnType<typeof inputField>[] = [];
  for (const flow of flows) {
    const input = inputField(flow, table);
    if (flow.toField === null) dataset.push(input);
    else {
      fields[flow.toField] ??= { inputFields: [] };
      fields[flow.toField]?.inputFields.push(input);
    }
  }
  return facet('facets/1-2-0/ColumnLineageDatasetFacet.json', { fields, dataset });
}

/**
 * A job as a scheduler tells of it: its first completed run, when the flow came to be, the first after it was changed,
 * and last night's start and completion. Statement and column lineage are in every completion.
 */
function eventsOf(job: SeedJob, table: Map<string, SeedDataset>, now: number): unknown[] {
  const out = table.get(job.output);
  const inputs = job.inputs.map((key) => table.get(key));
  if (!out || inputs.some((d) => !d)) throw new Error(`job ${job.name} names no dataset`);
  const minute = Number.parseInt(uuidOf(job.name).slice(0, 4), 16) % 180;
  const startOf = (daysAgo: number): number => addDays(now, -daysAgo) + HOUR + minute * 60_000;
  const base = { producer: PRODUCER, schemaURL: `${SPEC}/2-0-2/OpenLineage.json` };
  const name = { namespace: JOB_NAMESPACE, name: job.name };
  const completion = (daysAgo: number, { sql, flows }: Pick<SeedJob, 'sql' | 'flows'> = job) => ({
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
          : { sql: facet('facets/1-1-0/SQLJobFacet.json', { query: sql, dialect: 'dameng' }) }),
      },
    },
    inputs: inputs.flatMap((d) => (d ? [nameOf(d)] : [])),
    outputs: [
      {
        ...nameOf(out),
        facets: {
          schema: facet('facets/1-2-0/SchemaDatasetFacet.json', {
            fields: out.fields.map((f) => ({ name: f.path, type: f.type, ordinal_position: f.ordinal })),
          }),
          ...(sql === null ? {} : { columnLineage: columnLineage(flows, table) }),
        },
      },
    ],
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
