import { inBatches, type Tx } from '../db/index.js';
import { type EdgeId, edgeIdOf, fieldIdOf, jobIdOf } from '../model/index.js';
import { departmentCode, type PlacedEvent, resolveNames, timelineKey } from './apply-event.js';
import { runIdOf } from './apply-run.js';
import { type CatalogueState, emptyState, type Observations, tracked } from './catalogue-state.js';
import type { EdgeRow, Timeline } from './edge-timeline.js';
import {
  findDepartments,
  loadDatasets,
  loadFields,
  loadJobs,
  loadNames,
  loadRuns,
  loadStatements,
  loadTimelineEdges,
} from './state-queries.js';

/** A text after every stamp. */
const END_OF_TIME = '~';

const observations = (json: string | null): Observations => (json === null ? {} : JSON.parse(json));

/** Reads everything stored that these events touch, in a few batched queries, and finds their datasets. */
export async function loadState(
  tx: Tx,
  events: readonly PlacedEvent[],
  now: string,
): Promise<CatalogueState> {
  const state = emptyState(now);
  const stated = events.flatMap((event) => event.facts.datasets);
  const keys = unique(stated.flatMap((d) => [d.key, ...d.aliases.map((alias) => alias.key)]));
  for (const row of await inBatches(keys, (batch) => loadNames.run(tx, { keys: batch }))) {
    state.names.set(row.key, row.dataset);
  }
  for (const event of events) resolveNames(state, event);

  const datasets = unique(events.flatMap((event) => [...event.ids.values()]));
  for (const { observedJson, ...row } of await inBatches(datasets, (batch) =>
    loadDatasets.run(tx, { ids: batch }),
  )) {
    state.datasets.set(row.id, tracked({ ...row, observed: observations(observedJson) }));
  }
  for (const { observedJson, ...row } of await inBatches(fieldsOf(events), (batch) =>
    loadFields.run(tx, { ids: batch }),
  )) {
    state.fields.set(row.id, tracked({ ...row, observed: observations(observedJson) }));
  }
  const jobs = unique(events.flatMap(jobOf));
  for (const { observedJson, ...row } of await inBatches(jobs, (batch) => loadJobs.run(tx, { ids: batch }))) {
    state.jobs.set(row.id, tracked({ ...row, observed: observations(observedJson) }));
  }
  const runs = unique(events.flatMap((event) => runOf(event) ?? []));
  for (const row of await inBatches(runs, (batch) => loadRuns.run(tx, { ids: batch }))) {
    state.runs.set(row.id, tracked(row));
  }
  const owners = unique(stated.flatMap((dataset) => dataset.owners.map(departmentCode)));
  for (const row of await inBatches(owners, (batch) => findDepartments.run(tx, { codes: batch }))) {
    state.departments.add(row.code);
  }
  await loadTimelines(tx, state, events);
  return state;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

const jobOf = ({ facts }: PlacedEvent) =>
  facts.job === null ? [] : [jobIdOf(facts.job.namespace, facts.job.name)];

function runOf(event: PlacedEvent): string | null {
  const job = jobOf(event)[0];
  const run = event.facts.run;
  return job === undefined || run === null ? null : runIdOf(run.id, job);
}

function fieldsOf(events: readonly PlacedEvent[]): string[] {
  const fields = new Set<string>();
  for (const { facts, ids } of events) {
    const add = (key: string, path: string | null) => {
      const dataset = ids.get(key);
      if (dataset !== undefined && path !== null) fields.add(fieldIdOf(dataset, path));
    };
    for (const dataset of facts.datasets) {
      for (const field of dataset.fields ?? []) add(dataset.key, field.path);
    }
    for (const { output, edges } of facts.statements) {
      for (const edge of edges) {
        add(edge.fromDataset, edge.fromField);
        add(output, edge.toField);
      }
    }
  }
  return [...fields];
}

/** Timelines of the outputs that events state or write, also those that a run's earlier events wrote. */
async function loadTimelines(tx: Tx, state: CatalogueState, events: readonly PlacedEvent[]): Promise<void> {
  const since = new Map<string, string>();
  for (const event of events) {
    const job = jobOf(event)[0] ?? null;
    const { facts, ids, stamp } = event;
    const run = state.runs.get(runOf(event) ?? '')?.value;
    const outputs = [...facts.outputs.map((key) => ids.get(key) as string), ...(run?.outputs ?? [])];
    if (job !== null) {
      for (const output of outputs) {
        const key = timelineKey(job, output);
        if (!since.has(key)) since.set(key, END_OF_TIME);
      }
    }
    for (const { output } of facts.statements) {
      const key = timelineKey(job, ids.get(output) as string);
      const known = since.get(key);
      since.set(key, known !== undefined && known < stamp ? known : stamp);
    }
  }
  const keys = [...since.keys()];
  const timelines = new Map<string, Timeline>(
    keys.map((key) => {
      const job = key.slice(0, key.indexOf('>'));
      return [key, { key, job: job === '' ? null : job, rows: [], statements: [], versions: new Map() }];
    }),
  );
  const asked = [...since].map(([timeline, from]) => ({ timeline, since: from }));
  for (const row of await inBatches(asked, (rows) => loadStatements.run(tx, { rows }))) {
    (timelines.get(row.timeline) as Timeline).statements = row.stamps;
  }
  for (const row of await inBatches(keys, (batch) => loadTimelineEdges.run(tx, { timelines: batch }))) {
    const timeline = timelines.get(row.timeline) as Timeline;
    const base = edgeIdOf({ ...row.edge, origin: 'OBSERVED' });
    timeline.versions.set(base, (timeline.versions.get(base) ?? 0) + 1);
    timeline.rows.push({ ...row.edge, id: row.edge.id as EdgeId, base } satisfies EdgeRow);
  }
  for (const timeline of timelines.values()) state.timelines.set(timeline.key, tracked(timeline));
}
