import type { DatasetId, FieldId, JobId, RunState } from '../model/index.js';
import type { EdgeRow, Statement, Timeline } from './edge-timeline.js';

/** The latest value that an event stated of something. */
export interface Observed {
  stamp: string;
  value: string | number;
  /** Digest of the schema that said so: it counts as said when the dataset last had that schema. */
  schema?: string;
}
export type Observations = Record<string, Observed>;

export interface DatasetRecord {
  id: DatasetId;
  namespace: string;
  name: string;
  title: string;
  abstract: string;
  keywords: string[];
  resourceCode: string | null;
  theme: string | null;
  provider: string | null;
  source: string | null;
  /** When each of its latest schemas was last said, by digest. */
  schemas: Record<string, string>;
  observed: Observations;
}
export interface FieldRecord {
  id: FieldId;
  dataset: DatasetId;
  path: string;
  title: string;
  ordinal: number;
  type: string | null;
  description: string;
  personalInfoKind: string | null;
  observed: Observations;
}
export interface JobRecord {
  id: JobId;
  namespace: string;
  name: string;
  description: string;
  sql: string | null;
  dialect: string | null;
  observed: Observations;
}
export interface RunRecord {
  id: string;
  job: JobId;
  state: RunState;
  /** Of the event that gave the state. */
  stateStamp: string;
  startedAt: string | null;
  endedAt: string | null;
  lastEventAt: string;
  firstStamp: string;
  /** Statement and backflow link, as the latest event that names one says. */
  sqlHash: string | null;
  sqlStamp: string | null;
  link: string | null;
  linkStamp: string | null;
  /** Dataset ids that events of this run named; runs add up over their events. */
  inputs: string[];
  outputs: string[];
}

/** Facets of a dataset, job or run by name: the latest stamp counts; null text = taken back. */
export interface FacetRecord {
  of: string;
  facets: Map<string, { stamp: string; json: string | null }>;
}

/** A record with what was stored before, so that only differences are written. `null` = new. */
export interface Tracked<T> {
  value: T;
  before: T | null;
}

/** A timeline with its stored edges, and the runs of its job that read and wrote whole datasets. */
export interface TrackedTimeline {
  value: Timeline;
  before: EdgeRow[];
  /** Runs from `since` on as stored; null when columns were known before any run that comes in. */
  runs: { since: string; stored: RunRecord[] } | null;
}

/** The part of the catalogue that some events touch, in memory: loaded, changed by each event, written back. */
export interface CatalogueState {
  /** When we learn all this; ISO UTC. */
  now: string;
  names: Map<string, DatasetId>;
  newNames: Map<string, DatasetId>;
  datasets: Map<string, Tracked<DatasetRecord>>;
  fields: Map<string, Tracked<FieldRecord>>;
  jobs: Map<string, Tracked<JobRecord>>;
  runs: Map<string, Tracked<RunRecord>>;
  /** States of other runs, whose statements stand in the timelines. */
  runStates: Map<string, RunState>;
  facets: Map<string, Tracked<FacetRecord>>;
  /** `job>dataset`. */
  reads: Set<string>;
  writes: Set<string>;
  newReads: Set<string>;
  newWrites: Set<string>;
  /** Time of the latest statement by `job>dataset`, where a statement came in. */
  lineageAt: Map<string, string>;
  timelines: Map<string, TrackedTimeline>;
  newStatements: { timeline: string; event: string; statement: Statement }[];
  departments: Set<string>;
  sources: Map<string, { code: string; name: string; uri: string | null }>;
}

export function emptyState(now: string): CatalogueState {
  return {
    now,
    names: new Map(),
    newNames: new Map(),
    datasets: new Map(),
    fields: new Map(),
    jobs: new Map(),
    runs: new Map(),
    runStates: new Map(),
    facets: new Map(),
    reads: new Set(),
    writes: new Set(),
    newReads: new Set(),
    newWrites: new Set(),
    lineageAt: new Map(),
    timelines: new Map(),
    newStatements: [],
    departments: new Set(),
    sources: new Map(),
  };
}

/** Keeps a stored record with a copy, so that later changes can be told: what lies deeper is replaced, never changed. */
export function tracked<T extends object>(stored: T): Tracked<T> {
  const observed = (stored as { observed?: Observations }).observed;
  return { value: stored, before: { ...stored, ...(observed ? { observed: { ...observed } } : {}) } };
}
