import { inBatches, type Tx } from '../db/index.js';
import { fieldIdOf, jobIdOf } from '../model/index.js';
import { departmentCode, digestOf, isRepeated } from './apply-dataset.js';
import { type PlacedEvent, resolveNames, timelineKey } from './apply-event.js';
import { ownerOf } from './apply-facets.js';
import { isEnd, runIdOf } from './apply-run.js';
import {
  type CatalogueState,
  emptyState,
  type Observations,
  type RunRecord,
  tracked,
} from './catalogue-state.js';
import { END_OF_TIME, loadTimelines, type TimelinePlace } from './load-timelines.js';
import { sqlHashOf } from './sql-hash.js';
import {
  findDepartments,
  loadDatasets,
  loadFacets,
  loadFields,
  loadJobs,
  loadNames,
  loadRuns,
} from './state-queries.js';

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
  for (const { observedJson, schemasJson, ...row } of await inBatches(datasets, (batch) =>
    loadDatasets.run(tx, { ids: batch }),
  )) {
    const schemas = schemasJson === null ? {} : JSON.parse(schemasJson);
    state.datasets.set(row.id, tracked({ ...row, schemas, observed: observations(observedJson) }));
  }
  for (const { observedJson, ...row } of await inBatches(fieldsOf(state, events), (batch) =>
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
  const codes = unique(stated.flatMap((dataset) => dataset.owners.map(departmentCode)));
  for (const row of await inBatches(codes, (batch) => findDepartments.run(tx, { codes: batch }))) {
    state.departments.add(row.code);
  }
  const owners = unique(
    events.flatMap((event) => event.facts.facets.map((facet) => ownerOf(event, facet) ?? [])).flat(),
  );
  for (const row of await inBatches(owners, (batch) => loadFacets.run(tx, { of: batch }))) {
    const facets = () =>
      new Map(
        row.names.map((name, i) => [name, { stamp: row.stamps[i] as string, json: row.texts[i] || null }]),
      );
    state.facets.set(row.of, {
      value: { of: row.of, facets: facets() },
      before: { of: row.of, facets: facets() },
    });
  }
  await loadTimelines(tx, state, placesOf(state, events));
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

function fieldsOf(state: CatalogueState, events: readonly PlacedEvent[]): string[] {
  const fields = new Set<string>();
  const repeated = repeatedOnly(state, events);
  for (const { facts, ids } of events) {
    const add = (key: string, path: string | null) => {
      const dataset = ids.get(key);
      if (dataset !== undefined && path !== null) fields.add(fieldIdOf(dataset, path));
    };
    for (const dataset of facts.datasets) {
      if (repeated.has(ids.get(dataset.key) as string)) continue;
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

/** Datasets of which all these events say only the schema that they said before: their fields need not be read. */
function repeatedOnly(state: CatalogueState, events: readonly PlacedEvent[]): Set<string> {
  const repeated = new Set<string>();
  const others = new Set<string>();
  const said = new Map<string, string>();
  for (const { facts, ids, stamp } of events) {
    for (const { key, fields } of facts.datasets) {
      if (fields === null) continue;
      const id = ids.get(key) as string;
      const schema = digestOf(fields);
      const schemas = state.datasets.get(id)?.value.schemas ?? {};
      const same = said.get(id) === undefined || said.get(id) === schema;
      said.set(id, schema);
      if (same && isRepeated(schemas, schema, stamp)) repeated.add(id);
      else others.add(id);
    }
  }
  return new Set([...repeated].filter((id) => !others.has(id)));
}

/**
 * Which timelines the events can move, and from when on: those of the outputs that they state or write, also of
 * those that other events of the same run wrote.
 */
function placesOf(state: CatalogueState, events: readonly PlacedEvent[]): TimelinePlace[] {
  const places = new Map<string, TimelinePlace>();
  const outputsOf = new Map<string, Set<string>>();
  const ofRun = (run: string) => outputsOf.get(run) ?? new Set(state.runs.get(run)?.value.outputs);
  for (const event of events) {
    const run = runOf(event);
    if (run === null) continue;
    const outputs = ofRun(run);
    for (const key of event.facts.outputs) outputs.add(event.ids.get(key) as string);
    outputsOf.set(run, outputs);
  }
  for (const event of events) {
    const { facts, ids, stamp } = event;
    const job = jobOf(event)[0] ?? null;
    const run = runOf(event);
    const stated = [...facts.outputs, ...facts.statements.map((s) => s.output)].map(
      (k) => ids.get(k) as string,
    );
    for (const output of new Set([...stated, ...(run === null ? [] : ofRun(run))])) {
      const key = timelineKey(job, output);
      const place = places.get(key) ?? { key, since: stamp, runSince: END_OF_TIME, ended: new Set() };
      if (stamp < place.since) place.since = stamp;
      const known = run === null ? undefined : state.runs.get(run)?.value;
      if (run !== null && known !== undefined) {
        const ends = facts.run !== null && isEnd(facts.run.state);
        if (ends) place.ended.add(run);
        const moves =
          stamp < known.firstStamp ||
          !isKnown(known.inputs, facts.inputs, ids) ||
          hasOtherEvidence(known, facts);
        if ((ends || moves || !known.outputs.includes(output)) && known.firstStamp < place.runSince)
          place.runSince = known.firstStamp;
      }
      places.set(key, place);
    }
  }
  return [...places.values()];
}

const isKnown = (known: readonly string[], keys: readonly string[], ids: ReadonlyMap<string, string>) =>
  keys.every((key) => known.includes(ids.get(key) as string));

function hasOtherEvidence(known: RunRecord, { job }: PlacedEvent['facts']): boolean {
  const { sql = null, backflowLink = null } = job ?? {};
  return (
    (sql !== null && sqlHashOf(sql) !== known.sqlHash) ||
    (backflowLink !== null && backflowLink !== known.link)
  );
}
