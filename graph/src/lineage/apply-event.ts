import type { EventFacts, StatedDataset, StatedEdge } from '../ingest/openlineage/index.js';
import { type DatasetId, datasetIdOf, type FieldId, fieldIdOf, type JobId, jobIdOf } from '../model/index.js';
import { applyFacets } from './apply-facets.js';
import { applyRun, runIdOf, statementOfRun, wholeClaims } from './apply-run.js';
import type {
  CatalogueState,
  DatasetRecord,
  FieldRecord,
  Observations,
  TrackedTimeline,
} from './catalogue-state.js';
import {
  type Basis,
  type EdgeClaim,
  instantOfStamp,
  type Statement,
  type Timeline,
} from './edge-timeline.js';
import { byStamp, foldTimeline } from './fold-timeline.js';
import { sqlHashOf } from './sql-hash.js';

/** Ordinal of a field that only lineage named: after those that a schema orders. */
const NO_ORDINAL = 9999;
const TITLE_LENGTH = 200;

/** An event with its place in time (a stamp ahead of our clock is taken as now) and its datasets found. */
export interface PlacedEvent {
  facts: EventFacts;
  receivedAt: string;
  stamp: string;
  eventTime: string;
  /** Name key → dataset. */
  ids: Map<string, DatasetId>;
  notices: { path: string; message: string }[];
}

/**
 * Finds or makes up the ids of an event's datasets: one of its names decides, so symlinks and renames keep one
 * dataset. A name that already belongs to another dataset stays there, with a notice.
 */
export function resolveNames(state: CatalogueState, event: PlacedEvent): void {
  for (const stated of event.facts.datasets) {
    const keys = [stated.key, ...stated.aliases.map((alias) => alias.key)];
    const known = keys.map((key) => state.names.get(key)).find((id) => id !== undefined);
    const id = known ?? datasetIdOf(stated.namespace, stated.name);
    event.ids.set(stated.key, id);
    for (const key of keys) {
      const owner = state.names.get(key);
      if (owner === undefined) {
        state.names.set(key, id);
        state.newNames.set(key, id);
      } else if (owner !== id) {
        event.notices.push({
          path: 'datasets',
          message: `${stated.name}: its other name already is another dataset; both are kept`,
        });
      }
    }
  }
}

/** Applies one event to the state. The state must hold everything the event touches that is stored. */
export function applyEvent(state: CatalogueState, event: PlacedEvent): void {
  const { facts, stamp, ids } = event;
  for (const stated of facts.datasets) applyDataset(state, event, stated);
  const job = facts.job === null ? null : applyJob(state, event);
  const idsOf = (keys: readonly string[]) => keys.map((key) => ids.get(key) as DatasetId);
  const inputs = idsOf(facts.inputs);
  const outputs = idsOf(facts.outputs);
  if (job !== null) {
    for (const id of inputs) link(state.reads, state.newReads, `${job}>${id}`);
    for (const id of outputs) link(state.writes, state.newWrites, `${job}>${id}`);
  }
  const evidence = {
    run: facts.run === null || job === null ? null : runIdOf(facts.run.id, job),
    sqlHash: facts.job?.sql ? sqlHashOf(facts.job.sql) : null,
    link: facts.job?.backflowLink ?? null,
  };
  const note = (output: DatasetId, basis: Basis, claims: EdgeClaim[]) => {
    const key = timelineKey(job, output);
    const statement: Statement = { stamp, basis, ...evidence, claims };
    state.newStatements.push({ timeline: key, event: facts.digest, statement });
    state.timelines.get(key)?.value.statements.push(statement);
    if (job !== null && basis === 'COLUMNS') {
      const at = instantOfStamp(stamp);
      if (at > (state.lineageAt.get(key) ?? '')) state.lineageAt.set(key, at);
    }
  };
  for (const { output, edges } of facts.statements) {
    const id = ids.get(output) as DatasetId;
    note(
      id,
      'COLUMNS',
      edges.map((edge) => claimOf(state, event, id, edge)),
    );
  }
  applyFacets(state, event);
  if (job === null) return;
  if (facts.run !== null) applyRun(state, event, job, { inputs, outputs, evidence });
  else {
    for (const output of outputs) {
      const claims = wholeClaims(inputs, output);
      if (claims.length > 0) note(output, 'RUN', claims);
    }
  }
}

/** Brings the edges of every timeline to what all events say, those of `applyEvent` included. */
export function foldTimelines(state: CatalogueState): void {
  for (const { value: timeline, runs } of state.timelines.values()) {
    timeline.statements.sort(byStamp);
    foldTimeline(timeline, (run) => stateOfRun(state, run), runs && runsOf(state, timeline, runs), state.now);
  }
}

function stateOfRun(state: CatalogueState, run: string | null) {
  return run === null ? undefined : (state.runs.get(run)?.value.state ?? state.runStates.get(run) ?? 'OTHER');
}

/** Runs as stored and as the events of now made them, as statements about whole datasets. */
function runsOf(state: CatalogueState, timeline: Timeline, runs: NonNullable<TrackedTimeline['runs']>) {
  const records = new Map(runs.stored.map((run) => [run.id, run]));
  for (const { value } of state.runs.values()) if (value.job === timeline.job) records.set(value.id, value);
  const statements = [...records.values()].flatMap((run) => statementOfRun(run, timeline.output) ?? []);
  return { since: runs.since, statements };
}

function link(known: Set<string>, fresh: Set<string>, key: string): void {
  if (known.has(key)) return;
  known.add(key);
  fresh.add(key);
}

export const timelineKey = (job: string | null, output: string): string => `${job ?? ''}>${output}`;

function claimOf(state: CatalogueState, event: PlacedEvent, output: DatasetId, edge: StatedEdge): EdgeClaim {
  const { fromField, toField, kind, subtype, masking, note } = edge;
  const source = event.ids.get(edge.fromDataset) as DatasetId;
  return {
    from: fromField === null ? source : fieldOf(state, source, fromField).id,
    to: toField === null ? output : fieldOf(state, output, toField).id,
    ...{ kind, subtype, masking, note },
  };
}

function fieldOf(state: CatalogueState, dataset: DatasetId, path: string): FieldRecord {
  const id: FieldId = fieldIdOf(dataset, path);
  let field = state.fields.get(id);
  if (field === undefined) {
    const nothing = {
      title: '',
      ordinal: NO_ORDINAL,
      type: null,
      description: '',
      personalInfoKind: null,
      observed: {},
    };
    field = { value: { id, dataset, path, ...nothing }, before: null };
    state.fields.set(id, field);
  }
  return field.value;
}

/**
 * Notes the value that an event states of a property: the latest stamp counts. The visible value follows unless a
 * person gave another one: it must be empty or what events said before.
 */
export function observe<K extends string, V extends string | number>(
  record: { observed: Observations } & { [P in K]: V | null },
  property: K,
  value: V | null,
  stamp: string,
  isEmpty: (visible: V | null) => boolean = (visible) => visible === null || visible === '',
): void {
  if (value === null) return;
  const previous = record.observed[property];
  if (previous !== undefined && previous.stamp >= stamp) return;
  const visible = record[property];
  record.observed[property] = { stamp, value };
  if (isEmpty(visible) || visible === previous?.value) {
    (record as { [P in K]: V | null })[property] = value;
  }
}

function applyDataset(state: CatalogueState, event: PlacedEvent, stated: StatedDataset): void {
  const { stamp } = event;
  const id = event.ids.get(stated.key) as DatasetId;
  let entry = state.datasets.get(id);
  if (entry === undefined) {
    const { namespace, name } = stated;
    const nothing = {
      abstract: '',
      keywords: [],
      resourceCode: null,
      theme: null,
      provider: null,
      source: null,
      observed: {},
    };
    const value: DatasetRecord = { id, namespace, name, title: name.slice(-TITLE_LENGTH), ...nothing };
    entry = { value, before: null };
    state.datasets.set(id, entry);
  }
  const dataset = entry.value;
  observe(dataset, 'abstract', stated.documentation, stamp);
  const provider = stated.owners.map(departmentCode).find((code) => state.departments.has(code));
  observe(dataset, 'provider', provider ?? null, stamp);
  if (stated.source !== null) {
    const code = sourceCodeOf(stated.source.name);
    if (code !== '') {
      const known = state.sources.get(code);
      if (known === undefined) state.sources.set(code, { code, ...stated.source });
      observe(dataset, 'source', code, stamp);
    }
  }
  for (const column of stated.fields ?? []) {
    const field = fieldOf(state, id, column.path);
    observe(field, 'type', column.type, stamp);
    observe(field, 'description', column.description, stamp);
    observe(field, 'ordinal', column.ordinal, stamp, (visible) => visible === null || visible === NO_ORDINAL);
  }
}

/** Owners are named `CODE` or `department:CODE`. */
export const departmentCode = (owner: string): string => owner.replace(/^department:/i, '').trim();

/** A code for a source that an event only names: what codes cannot hold becomes a hyphen. */
export function sourceCodeOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._:-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 100);
}

function applyJob(state: CatalogueState, event: PlacedEvent): JobId | null {
  const stated = event.facts.job;
  if (stated === null) return null;
  const { namespace, name } = stated;
  const id = jobIdOf(namespace, name);
  let entry = state.jobs.get(id);
  if (entry === undefined) {
    entry = {
      value: { id, namespace, name, description: '', sql: null, dialect: null, observed: {} },
      before: null,
    };
    state.jobs.set(id, entry);
  }
  observe(entry.value, 'description', stated.description, event.stamp);
  observe(entry.value, 'sql', stated.sql, event.stamp);
  observe(entry.value, 'dialect', stated.dialect, event.stamp);
  return id;
}
