import type { EdgeKind, EdgeSubtype, MaskingMethod, RunState } from '../../model/index.js';

/** A fault or a remark about one place of an event. */
export interface EventIssue {
  path: string;
  message: string;
}

export interface StatedField {
  path: string;
  ordinal: number;
  type: string | null;
  description: string | null;
}

/** What an event states about one dataset; null or empty = it says nothing about that. `key` is its name key. */
export interface StatedDataset {
  key: string;
  namespace: string;
  name: string;
  /** Other names of the same dataset: symlinks and the name before a rename. */
  aliases: { key: string; namespace: string; name: string }[];
  documentation: string | null;
  source: { name: string; uri: string | null } | null;
  owners: string[];
  fields: StatedField[] | null;
}

export interface StatedJob {
  namespace: string;
  name: string;
  description: string | null;
  sql: string | null;
  dialect: string | null;
  /** Code of the backflow link that the job serves; its edges are backflow. */
  backflowLink: string | null;
}

/** One edge into an output; a null field means the whole dataset. */
export interface StatedEdge {
  fromDataset: string;
  fromField: string | null;
  toField: string | null;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  note: string | null;
}

/** Everything that is known of one output's columns at the event's time: what it leaves out has ended. */
export interface LineageStatement {
  /** Name key of the output. */
  output: string;
  edges: StatedEdge[];
}

/** A facet that has no place of its own in the catalogue; null = its producer took it back. */
export interface StatedFacet {
  role: 'dataset' | 'input' | 'output' | 'job' | 'run';
  /** Name key, for facets of datasets. */
  dataset: string | null;
  name: string;
  json: string | null;
}

/** A plain description of what one OpenLineage event states. Names are normalised, times are UTC. */
export interface EventFacts {
  /** SHA-256 of the event's canonical JSON: the same event again has the same digest. */
  digest: string;
  /** With milliseconds; `stamp` has microseconds and the digest, so that stamps order all events. */
  eventTime: string;
  stamp: string;
  kind: 'RUN' | 'DATASET' | 'JOB';
  run: { id: string; state: RunState } | null;
  job: StatedJob | null;
  datasets: StatedDataset[];
  /** Name keys of inputs and outputs. */
  inputs: string[];
  outputs: string[];
  statements: LineageStatement[];
  facets: StatedFacet[];
  notices: EventIssue[];
  /** The event as it came, as JSON text. */
  body: string;
}
