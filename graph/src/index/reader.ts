import type { Direction, Ring } from '../model/index.js';
import type { PackedIds } from './packed-ids.js';
import type {
  CompletenessFacts,
  DepartmentGrades,
  DiffSide,
  ExposureArrival,
  ImpactFacts,
  ImpactListFilter,
  LineageDiffFacts,
  LineageDiffQuestion,
  LineageFacts,
  LineageIndex,
  PathsFacts,
  QueryOptions,
  ReachDirection,
  ReachedDataset,
  ReachedField,
  VertexRef,
} from './types.js';

/** How a question is asked, wherever it is answered. */
export interface Question extends Pick<QueryOptions, 'asOf'> {
  /** So long it may take; then the answer says that it is not complete. The service has a default. */
  deadlineMs?: number;
  /** Rejects the question when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** Completeness without the digest, which costs more than the answer of an impact and is asked apart. */
export type CompletenessCounts = Omit<CompletenessFacts, 'digest'>;
/** An impact as counts and groups. */
export type ImpactCounts = Omit<ImpactFacts, 'byDistance' | 'interfaces' | 'consumers' | 'completeness'> & {
  completeness: CompletenessCounts;
};
/** Who reads what an impact reached. */
export type ImpactEnds = Pick<ImpactFacts, 'interfaces' | 'consumers'>;

type WithoutDigest<T extends { completeness: CompletenessFacts }> = Omit<T, 'completeness'> & {
  completeness: CompletenessCounts;
};
/** One direction of a comparison; nobody compares comparisons by their digests. */
export type DiffSideCounts = Omit<DiffSide, 'before' | 'after'> & {
  before: WithoutDigest<DiffSide['before']>;
  after: WithoutDigest<DiffSide['after']>;
};
export type LineageDiff = Omit<LineageDiffFacts, 'upstream' | 'downstream'> & {
  upstream: DiffSideCounts | null;
  downstream: DiffSideCounts | null;
};

type ListPage = { filter?: ImpactListFilter; offset: number; limit: number };

/**
 * The lineage at one version, as callers see it. What takes no walk is answered at once; everything else is a promise,
 * since it may be answered on another thread. A reader keeps its version for as long as it is held.
 */
export interface LineageReader
  extends Pick<LineageIndex, 'version' | 'builtAt' | 'counts' | 'has' | 'degree' | 'datasetDegree'> {
  departmentGrades(question?: Question): Promise<DepartmentGrades[]>;
  impact(ref: VertexRef, question?: Question): Promise<ImpactCounts>;
  /** Derived fields of an impact by hops from the start. */
  impactDistances(ref: VertexRef, question?: Question): Promise<ImpactFacts['byDistance']>;
  impactEnds(ref: VertexRef, question?: Question): Promise<ImpactEnds>;
  /** Lists behind the impact's numbers, sorted by distance, dataset id, field id. */
  impactedFields(
    ref: VertexRef,
    page: ListPage,
    question?: Question,
  ): Promise<{ rows: ReachedField[]; total: number }>;
  impactedDatasets(
    ref: VertexRef,
    page: ListPage,
    question?: Question,
  ): Promise<{ rows: ReachedDataset[]; total: number }>;
  /** Digest of an impact's answer set. */
  digest(ref: VertexRef, question?: Question): Promise<string>;
  lineage(
    ref: VertexRef,
    part: { direction: Direction; depth?: number; rings?: readonly Ring[] },
    question?: Question,
  ): Promise<LineageFacts>;
  /** Loopless paths, shortest first. */
  paths(from: VertexRef, to: VertexRef, first: number, question?: Question): Promise<PathsFacts>;
  /** What became of the lineage of one vertex between two points in time. */
  diff(ref: VertexRef, points: LineageDiffQuestion, question?: Omit<Question, 'asOf'>): Promise<LineageDiff>;
  /** Upstream of a set of fields by ring, without the set itself. */
  upstreamByRing(
    fields: readonly string[],
    question?: Question,
  ): Promise<ReturnType<LineageIndex['upstreamByRing']>>;
  exposureArrivals(ref: VertexRef, question?: Question): Promise<ExposureArrival[]>;
  /** Everything reached, for another thread: see {@link PackedIds}. */
  packedFields(ref: VertexRef, direction: ReachDirection, question?: Question): Promise<PackedIds>;
  /** By dataset id, then field id. `among`: only those of these. */
  reachedFields(
    ref: VertexRef,
    direction: ReachDirection,
    question?: Question,
    among?: readonly string[],
  ): Promise<string[]>;
  /** Walks every edge once, apart from the code that found the answer; its digest is of the reached fields. */
  verifyComplete(ref: VertexRef, direction: ReachDirection, question?: Question): Promise<CompletenessFacts>;
}
