import type { EventFacts, StatedEdge } from '../ingest/openlineage/index.js';
import { type DatasetId, datasetIdOf, type JobId, jobIdOf } from '../model/index.js';
import { applyDataset, fieldOf, observe } from './apply-dataset.js';
import { applyFacets } from './apply-facets.js';
import { applyRun, runIdOf, statementOfRun, wholeClaims } from './apply-run.js';
import type { CatalogueState, TrackedTimeline } from './catalogue-state.js';
import {
  type Basis,
  type EdgeClaim,
  instantOfStamp,
  type Statement,
  type Timeline,
} from './edge-timeline.js';
import { byStamp, foldTimeline } from './fold-timeline.js';
import { sqlHashOf } from './sql-hash.js';

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
  observe(entry.value, 'description', stated.description, event);
  observe(entry.value, 'sql', stated.sql, event);
  observe(entry.value, 'dialect', stated.dialect, event);
  return id;
}
