import type { EventFacts, StatedDataset, StatedEdge } from '../ingest/openlineage/index.js';
import {
  type DatasetId,
  datasetIdOf,
  type FieldId,
  fieldIdOf,
  isReversible,
  type JobId,
  jobIdOf,
} from '../model/index.js';
import { applyRun, runIdOf } from './apply-run.js';
import type { CatalogueState, DatasetRecord, FieldRecord, Observations } from './catalogue-state.js';
import {
  applyRunInputs,
  applyStatement,
  type EdgeClaim,
  instantOfStamp,
  type Timeline,
} from './edge-timeline.js';
import { sqlHashOf } from './sql-hash.js';

/** Ordinal of a field that only lineage named: after those that a schema orders. */
const NO_ORDINAL = 9999;
const TITLE_LENGTH = 200;

/** An event with its place in time (a stamp ahead of our clock is taken as now) and its datasets found. */
export interface PlacedEvent {
  facts: EventFacts;
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
    backflow: (facts.job?.backflowLink ?? null) !== null,
  };
  for (const statement of facts.statements) {
    const output = ids.get(statement.output) as DatasetId;
    const timeline = timelineOf(state, job, output);
    const claims = statement.edges.map((edge) => claimOf(state, event, output, edge, evidence));
    applyStatement(timeline, stamp, claims, state.now);
    state.newStatements.push({ key: timeline.key, stamp, event: facts.digest });
    if (job !== null) state.lineageAt.set(timeline.key, instantOfStamp(timeline.statements.at(-1) as string));
  }
  if (job === null) return;
  const span = applyRun(state, event, job, { inputs, outputs, backflow: evidence.backflow });
  for (const output of span.outputs) {
    const timeline = timelineOf(state, job, output);
    const claims = span.inputs
      .filter((input) => input !== output)
      .map(
        (input): EdgeClaim => ({
          from: input,
          to: output,
          // Columns are not known, so values may flow: DIRECT, the strict reading.
          kind: 'DIRECT',
          subtype: 'TRANSFORMATION',
          masking: null,
          reversible: false,
          ...evidence,
          backflow: span.backflow,
          note: facts.job?.backflowLink ? `backflow link ${facts.job.backflowLink}` : null,
        }),
      );
    applyRunInputs(timeline, span.stamp, claims, state.now);
  }
}

function link(known: Set<string>, fresh: Set<string>, key: string): void {
  if (known.has(key)) return;
  known.add(key);
  fresh.add(key);
}

export const timelineKey = (job: string | null, output: string): string => `${job ?? ''}>${output}`;

function timelineOf(state: CatalogueState, job: JobId | null, output: DatasetId): Timeline {
  const key = timelineKey(job, output);
  let timeline = state.timelines.get(key);
  if (timeline === undefined) {
    timeline = { value: { key, job, rows: [], statements: [], versions: new Map() }, before: null };
    state.timelines.set(key, timeline);
  }
  return timeline.value;
}

function claimOf(
  state: CatalogueState,
  event: PlacedEvent,
  output: DatasetId,
  edge: StatedEdge,
  evidence: { run: string | null; sqlHash: string | null; backflow: boolean },
): EdgeClaim {
  const { fromField, toField, kind, subtype, masking, note } = edge;
  const source = event.ids.get(edge.fromDataset) as DatasetId;
  const link = event.facts.job?.backflowLink;
  return {
    from: fromField === null ? source : fieldOf(state, source, fromField).id,
    to: toField === null ? output : fieldOf(state, output, toField).id,
    kind,
    subtype,
    masking,
    reversible: masking !== null && isReversible(masking),
    ...evidence,
    note: link ? `backflow link ${link}${note ? `; ${note}` : ''}` : note,
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
