import type {
  AuthorizationState,
  DatasetLayer,
  Direction,
  EdgeKind,
  EdgeSubtype,
  Grade,
  MaskingMethod,
  Ring,
} from '../model/index.js';
import type { StopSignal } from './stop.js';

/** What a question starts at. `id`: dataset or field id, interface or consumer code. */
export type VertexRef = { kind: 'FIELD' | 'DATASET' | 'INTERFACE' | 'CONSUMER'; id: string };

/** Everything the index is built from, as rows in any order; dangling references are a caller's bug and refused. */
export interface IndexRows {
  /** Number of the last change that these rows contain. */
  version: number;
  datasets: Iterable<{
    id: string;
    department: string | null;
    library: string | null;
    layer: DatasetLayer | null;
  }>;
  fields: Iterable<{ id: string; dataset: string; grade: Grade | null }>;
  /** Current and ended FLOWS_TO; ends are field or dataset ids. Times in ISO UTC. */
  edges: Iterable<EdgeRow>;
  interfaces: Iterable<{ code: string }>;
  exposures: Iterable<{
    interface: string;
    field: string;
    masking: MaskingMethod | null;
    reversible: boolean;
  }>;
  consumers: Iterable<{ code: string }>;
  authorizations: Iterable<{
    code: string;
    consumer: string;
    interface: string;
    fields: readonly string[];
    state: AuthorizationState;
    /** Days `[validFrom, validTo)`. */
    validFrom: string;
    validTo: string;
  }>;
}

/**
 * What changed since an index was built. Rows are whole and take the place of those with the same id, or are new;
 * nothing leaves the graph, since versions end instead.
 */
export interface IndexDelta extends Partial<Pick<IndexRows, 'datasets' | 'fields' | 'edges'>> {
  /** Number of the last change that is in the index once the delta is applied. */
  version: number;
  /** All of them anew when any has changed: they are few, and each names the others. */
  access?: Pick<IndexRows, 'interfaces' | 'exposures' | 'consumers' | 'authorizations'>;
}

export interface EdgeRow {
  id: string;
  from: string;
  to: string;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  reversible: boolean;
  backflow: boolean;
  validFrom: string;
  validTo: string | null;
  recordedAt: string;
  retractedAt: string | null;
}

/** Both times (model §7); absent = now. ISO instants. */
export interface AsOf {
  valid?: string;
  recorded?: string;
}

/**
 * How a reached vertex was reached. Distance: hops over all allowed edges, the start is 0. Allowed are all edges;
 * where a question names its rings, only edges that such rings may use.
 */
export interface ReachMarks {
  ring: Ring;
  distance: number;
  /** No path without a backflow edge. */
  viaBackflow: boolean;
  /** No path without a dataset-level edge. */
  coarse: boolean;
}

export interface CompletenessFacts {
  complete: boolean;
  reason: string | null;
  snapshotVersion: number;
  visitedFields: number;
  visitedEdges: number;
  hiddenNodes: number;
  /**
   * SHA-256, hexadecimal, over the answer set without the start, one line each (`\n` after each): field ids by
   * dataset id, then id; then `dataset:ID`, `interface:CODE`, `consumer:CODE`. Worked out when it is read.
   */
  readonly digest: string;
}

export interface ReachedField extends ReachMarks {
  id: string;
  dataset: string;
}
export interface ReachedInterface extends ReachMarks {
  code: string;
  /** Exposed fields that are the start or derived from it. */
  fields: string[];
}
export interface ReachedConsumer extends ReachMarks {
  code: string;
  /** Authorisations, valid at the asked time, that cover a reached field, with their interface. */
  authorizations: { code: string; interface: string }[];
}
export interface ReachedDataset extends ReachMarks {
  id: string;
  /** Its reached fields, of the asked rings where the filter names some. 0: columns not known. */
  fieldCount: number;
}

/**
 * Counts by group. `fieldCount`, `viaBackflow`, `coarse` and the groups count CLEARTEXT and MASKED only, `byRing`
 * all three. The start is never counted, not even where a cycle leads back to it.
 */
export interface ImpactFacts {
  fieldCount: number;
  datasetCount: number;
  byRing: { ring: Ring; fieldCount: number; datasetCount: number }[];
  byGrade: { grade: Grade | null; fieldCount: number }[];
  byDepartment: { department: string | null; fieldCount: number; datasetCount: number }[];
  byLayer: { layer: DatasetLayer | null; fieldCount: number; datasetCount: number }[];
  byLibrary: { library: string | null; fieldCount: number; datasetCount: number }[];
  /** Worked out when it is read, as `interfaces` and `consumers` are: they need distances, the counts do not. */
  readonly byDistance: { distance: number; fieldCount: number }[];
  viaBackflow: number;
  coarse: number;
  readonly interfaces: ReachedInterface[];
  readonly consumers: ReachedConsumer[];
  completeness: CompletenessFacts;
}

export interface ImpactListFilter {
  ring?: readonly Ring[];
  grade?: readonly (Grade | null)[];
  department?: readonly (string | null)[];
  layer?: readonly (DatasetLayer | null)[];
  library?: readonly (string | null)[];
  distance?: number;
  dataset?: string;
  viaBackflow?: boolean;
}

export type LineageEdgeRole = 'FLOW' | 'EXPOSES' | 'AUTHORIZES';
export interface LineageEdgeFacts {
  /** Edge id for FLOW; made-up stable id for the others. */
  id: string;
  from: VertexRef;
  to: VertexRef;
  role: LineageEdgeRole;
  kind: EdgeKind;
  subtype: EdgeSubtype | null;
  masking: MaskingMethod | null;
  reversible: boolean;
  backflow: boolean;
  coarse: boolean;
}
export interface LineageVertexFacts extends ReachMarks {
  ref: VertexRef;
  /** Negative upstream. For BOTH a vertex on both sides takes the nearer one. */
  distance: number;
  upstreamCount: number;
  downstreamCount: number;
}
export interface LineageFacts {
  vertices: LineageVertexFacts[];
  edges: LineageEdgeFacts[];
  /** Vertices reachable without the depth limit. */
  upstreamTotal: number;
  downstreamTotal: number;
  completeness: CompletenessFacts;
}
export interface PathFacts {
  vertices: VertexRef[];
  edges: LineageEdgeFacts[];
  ring: Ring;
}
export interface PathsFacts {
  paths: PathFacts[];
  more: boolean;
  completeness: CompletenessFacts;
}

export type ReachDirection = Exclude<Direction, 'BOTH'>;

/** When data of the start can first have been read at an interface under one exposed field. */
export interface ExposureArrival {
  interface: string;
  field: string;
  /** {@link ALWAYS} when the field itself is the start: there from the beginning. */
  arrivesAt: string;
  /** Best ring of those that ever arrive, after the exposure's own masking. */
  ring: Ring;
  /** Hops to the interface over current and ended edges, whatever their times. */
  distance: number;
  /** Earliest arrival by ring, best ring first; a ring that comes no earlier than a better one is left out. */
  arrivals: { ring: Ring; arrivesAt: string }[];
}
/** Earlier than every other time. */
export const ALWAYS = '0000-01-01T00:00:00.000Z';

export interface QueryOptions {
  asOf?: AsOf;
  /**
   * Ends a question early. DEADLINE: the answer so far, with `complete: false` and reason DEADLINE; its counts are
   * lower bounds. An answer that has no such mark is not given: `QuestionOverdue` is thrown. CANCELLED:
   * `QuestionCancelled` is thrown.
   */
  stop?: StopSignal;
}

export interface LineageDiffQuestion {
  from: AsOf;
  to: AsOf;
  direction: Direction;
  /** Hops within which edges and fields are compared; all when left out. */
  depth?: number;
  /** The part of every list that is given; `total` counts all of it. Left out: all. */
  page?: { offset: number; limit: number };
}
export interface DiffList<T> {
  rows: T[];
  total: number;
}
export interface DiffField {
  id: string;
  dataset: string;
  /** Ring at `from`; null = not reached then. */
  before: Ring | null;
  /** Ring at `to`; null = not reached then. */
  after: Ring | null;
}
/** One direction of a comparison. Lists of fields by dataset id, then field id. */
export interface DiffSide {
  before: { byRing: RingCount[]; completeness: CompletenessFacts };
  after: { byRing: RingCount[]; completeness: CompletenessFacts };
  gained: DiffList<DiffField>;
  lost: DiffList<DiffField>;
  /** Reached at both, in another ring. */
  moved: DiffList<DiffField>;
  /** Codes; downstream only. */
  interfaces: { gained: string[]; lost: string[] };
  consumers: { gained: string[]; lost: string[] };
}
export interface RingCount {
  ring: Ring;
  fieldCount: number;
  datasetCount: number;
}
/**
 * What became of the lineage of one thing between two points in time. `added`: edges that hold at `to` only and
 * leave something reached then; `removed`: the same of `from`; `changed`: one of each with the same ends, told as
 * one. An edge that held at both is in no list, even when it is reached at only one. By ends, then id.
 */
export interface LineageDiffFacts {
  added: DiffList<LineageEdgeFacts>;
  removed: DiffList<LineageEdgeFacts>;
  changed: DiffList<{ before: LineageEdgeFacts; after: LineageEdgeFacts }>;
  /** null when the direction was not asked for. */
  upstream: DiffSide | null;
  downstream: DiffSide | null;
}

export interface DepartmentGrades {
  department: string | null;
  fieldCount: number;
  datasetCount: number;
  byGrade: { grade: Grade | null; fieldCount: number }[];
}

/** An immutable copy of the lineage at one version; answers are complete, there is no cap of depth or rows. */
export interface LineageIndex {
  readonly version: number;
  readonly counts: { fields: number; datasets: number; edges: number; interfaces: number; consumers: number };
  /** When these arrays were built, ms since 1970. */
  readonly builtAt: number;
  has(ref: VertexRef): boolean;
  /** Fields and datasets of each department by grade, strictest first; most fields first. Worked out once. */
  departmentGrades(): DepartmentGrades[];
  /** Direct neighbours in the current graph, each vertex once: counts for a row of a table. */
  degree(ref: VertexRef): { upstream: number; downstream: number };
  /** Datasets directly linked with this one (field edges folded, itself left out). */
  datasetDegree(dataset: string): { upstream: number; downstream: number };
  impact(ref: VertexRef, options?: QueryOptions): ImpactFacts;
  /** Lists behind the impact's numbers, sorted by distance, dataset id, field id; `offset`/`limit` page through them. */
  impactedFields(
    ref: VertexRef,
    page: { filter?: ImpactListFilter; offset: number; limit: number },
    options?: QueryOptions,
  ): { rows: ReachedField[]; total: number };
  impactedDatasets(
    ref: VertexRef,
    page: { filter?: ImpactListFilter; offset: number; limit: number },
    options?: QueryOptions,
  ): { rows: ReachedDataset[]; total: number };
  lineage(
    ref: VertexRef,
    question: { direction: Direction; depth?: number; rings?: readonly Ring[] },
    options?: QueryOptions,
  ): LineageFacts;
  /** Loopless paths, shortest first. */
  paths(from: VertexRef, to: VertexRef, first: number, options?: QueryOptions): PathsFacts;
  /** Upstream of a set of fields by ring, without the set itself: what a reader of them read from. */
  upstreamByRing(
    fields: readonly string[],
    options?: QueryOptions,
  ): { ring: Ring; fieldCount: number; datasetCount: number }[];
  /**
   * Earliest time at which data of `ref` can have arrived at each interface that exposes something derived
   * from it (model §5), over current and ended edges: `min over u→v of max(arrival(u), validFrom)` where before `validTo`.
   */
  exposureArrivals(ref: VertexRef, options?: Pick<QueryOptions, 'stop'>): ExposureArrival[];
  /** What became of the lineage of one vertex between two points in time. */
  diff(ref: VertexRef, question: LineageDiffQuestion, options?: Pick<QueryOptions, 'stop'>): LineageDiffFacts;
  /** Every reached field (any ring, without the start), sorted by dataset id, then field id. */
  reachedFields(ref: VertexRef, direction: ReachDirection, options?: QueryOptions): string[];
  /**
   * Proves an answer: walks every edge once, apart from the code that found the answer, and says whether the set
   * holds the start and no allowed edge leaves it. `answer`: field ids; left out = the index's own answer.
   */
  verifyComplete(
    ref: VertexRef,
    direction: ReachDirection,
    options?: QueryOptions,
    answer?: Iterable<string>,
  ): CompletenessFacts;
}
