import type { AuthorizationState } from '../model/index.js';
import type { Giant } from './giant.js';
import type { IdColumn, IdTable } from './id-table.js';
import type { SpanTable } from './spans.js';

/** Rows for the few vertices that have any: which, and how many come before each word of 32. */
export interface RowIndex {
  has: Uint32Array;
  before: Uint32Array;
}

/** Edges that leave the vertices of one direction: those of row r are `[offsets[r], offsets[r + 1])`, by far end. */
export interface Arcs {
  /** null where every vertex has the row of its number (see `rowOf`). */
  rows: RowIndex | null;
  offsets: Uint32Array;
  to: Uint32Array;
  /** Flags of the edges: what a walk must know (see edge-code.ts). Forward they are a part of the edges' own column. */
  flags: Uint8Array;
  /** Edge of each arc; null where it is `firstEdge` + position. */
  edge: Uint32Array | null;
  firstEdge: number;
}

/** One direction of the graph. Hubs: fields gather into one hub of their dataset, the other spreads to all of them. */
export interface FlowSide {
  live: Arcs;
  /** Versions that do not hold now; null when there are none. */
  past: Arcs | null;
  /** The flags of all arcs, past ones too, say whether they hold at some other time than now. */
  ofOtherTime?: true;
  /** First hub of the kind into which fields flow, and of the kind that flows to fields. */
  gather: number;
  spread: number;
  /** Bits of the vertices with structural edges that matter; null when no edge ends at a dataset. */
  lift: Uint32Array | null;
}

export interface EdgeColumns {
  count: number;
  /** Edges `[0, liveCount)` hold now, the others do not. */
  liveCount: number;
  /** Low and high byte of the edge's properties (see edge-code.ts). */
  flags: Uint8Array;
  detail: Uint8Array;
  span: Uint16Array | Uint32Array;
  ids: IdColumn;
}

export interface ExposureColumns {
  /** Sorted by field, then interface. */
  field: Uint32Array;
  interface: Uint32Array;
  attributes: Uint16Array;
  /** Exposures by interface: `order[starts[i] .. starts[i + 1])`. */
  starts: Uint32Array;
  order: Uint32Array;
  /** 1 for exposed fields. */
  exposed: Uint8Array;
}

export interface AuthorizationFacts {
  code: string;
  consumer: number;
  interface: number;
  state: AuthorizationState;
  validFrom: string;
  validTo: string;
  /** Exposures of the interface that it covers. */
  exposures: number[];
}

/**
 * The index as plain data: typed arrays, texts and maps only, so that a worker can build it and hand it over.
 * Vertices: fields `[0, F)` by dataset id, then field id; hubs *out* `[F, F + D)`; hubs *in* `[F + D, F + 2 D)`.
 */
export interface IndexData {
  version: number;
  builtAt: number;
  /** Next moment at which an edge starts or ends to hold. */
  nextChange: number;
  fields: IdTable;
  datasets: IdTable;
  /** Fields of dataset d: `[fieldStart[d], fieldStart[d + 1])`. */
  fieldStart: Uint32Array;
  datasetOf: Uint32Array;
  gradeOf: Uint8Array;
  /** Highest grade of the dataset's fields, as rank. */
  datasetGrade: Uint8Array;
  departments: (string | null)[];
  departmentOf: Uint32Array;
  libraries: (string | null)[];
  libraryOf: Uint32Array;
  layerOf: Uint8Array;
  edges: EdgeColumns;
  spans: SpanTable;
  forward: FlowSide;
  backward: FlowSide;
  interfaces: string[];
  interfaceIndex: Map<string, number>;
  consumers: string[];
  consumerIndex: Map<string, number>;
  exposures: ExposureColumns;
  authorizations: AuthorizationFacts[];
  /** Authorisations that cover an exposure: `coveredBy[coverStarts[x] .. coverStarts[x + 1])`. */
  coverStarts: Uint32Array;
  coveredBy: Uint32Array;
  authorizationsOfConsumer: number[][];
  authorizationsOfInterface: number[][];
  /** The largest cycle, of which most answers share the largest part; null when there is none to speak of. */
  giant: Giant | null;
}

/** An edge's properties as {@link decodeEdge} reads them. */
export const attributesOf = ({ edges }: IndexData, edge: number): number =>
  edges.flags[edge]! | (edges.detail[edge]! << 8);

export const fieldCount = (data: IndexData): number => data.fields.ids.count;
export const datasetCount = (data: IndexData): number => data.datasets.ids.count;
export const vertexCount = (data: IndexData): number => fieldCount(data) + 2 * datasetCount(data);

/** The dataset of a hub vertex. */
export function datasetOfHub(data: IndexData, hub: number): number {
  const offset = hub - fieldCount(data);
  return offset >= datasetCount(data) ? offset - datasetCount(data) : offset;
}

/** The dataset that a field or hub belongs to. */
export function datasetOfVertex(data: IndexData, vertex: number): number {
  return vertex < fieldCount(data) ? data.datasetOf[vertex]! : datasetOfHub(data, vertex);
}
