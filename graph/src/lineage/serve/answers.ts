import type {
  CompletenessCounts,
  CompletenessFacts,
  ImpactCounts,
  ImpactEnds,
  LineageFacts,
  LineageIndex,
  PathsFacts,
  QueryOptions,
  ReachDirection,
  VertexRef,
} from '../index/index.js';

type Page = Parameters<LineageIndex['impactedFields']>[1];
type Part = Parameters<LineageIndex['lineage']>[1];

function countsOf(facts: CompletenessFacts): CompletenessCounts {
  const { complete, reason, snapshotVersion, visitedFields, visitedEdges, hiddenNodes } = facts;
  return { complete, reason, snapshotVersion, visitedFields, visitedEdges, hiddenNodes };
}

/** Copies the digest too, which is worked out by being read: plain data can go to another thread. */
const settled = <T extends { completeness: CompletenessFacts }>(facts: T): T => ({
  ...facts,
  completeness: { ...facts.completeness },
});

/**
 * Every question that takes a walk, as plain data in and out, so that it can be asked on another thread. An index
 * works some facts out only when they are read; here each is read by the question that asks for it, and by no other.
 */
export const answers = {
  departmentGrades: (index: LineageIndex, _options: QueryOptions) => index.departmentGrades(),
  impact(index: LineageIndex, options: QueryOptions, ref: VertexRef): ImpactCounts {
    const facts = index.impact(ref, options);
    const { fieldCount, datasetCount, byRing, byGrade, byDepartment, byLayer, byLibrary } = facts;
    const { viaBackflow, coarse } = facts;
    const groups = { byRing, byGrade, byDepartment, byLayer, byLibrary };
    const completeness = countsOf(facts.completeness);
    return { fieldCount, datasetCount, ...groups, viaBackflow, coarse, completeness };
  },
  impactDistances: (index: LineageIndex, options: QueryOptions, ref: VertexRef) =>
    index.impact(ref, options).byDistance,
  impactEnds(index: LineageIndex, options: QueryOptions, ref: VertexRef): ImpactEnds {
    const { interfaces, consumers } = index.impact(ref, options);
    return { interfaces, consumers };
  },
  digest: (index: LineageIndex, options: QueryOptions, ref: VertexRef) =>
    index.impact(ref, options).completeness.digest,
  impactedFields: (index: LineageIndex, options: QueryOptions, ref: VertexRef, page: Page) =>
    index.impactedFields(ref, page, options),
  impactedDatasets: (index: LineageIndex, options: QueryOptions, ref: VertexRef, page: Page) =>
    index.impactedDatasets(ref, page, options),
  lineage: (index: LineageIndex, options: QueryOptions, ref: VertexRef, part: Part): LineageFacts =>
    settled(index.lineage(ref, part, options)),
  paths: (
    index: LineageIndex,
    options: QueryOptions,
    from: VertexRef,
    to: VertexRef,
    first: number,
  ): PathsFacts => settled(index.paths(from, to, first, options)),
  upstreamByRing: (index: LineageIndex, options: QueryOptions, fields: readonly string[]) =>
    index.upstreamByRing(fields, options),
  exposureArrivals: (index: LineageIndex, _options: QueryOptions, ref: VertexRef) =>
    index.exposureArrivals(ref),
  reachedFields: (index: LineageIndex, options: QueryOptions, ref: VertexRef, direction: ReachDirection) =>
    index.reachedFields(ref, direction, options),
  verifyComplete: (
    index: LineageIndex,
    options: QueryOptions,
    ref: VertexRef,
    direction: ReachDirection,
  ): CompletenessFacts => ({ ...index.verifyComplete(ref, direction, options) }),
};

type Answers = typeof answers;
export type AnswerName = keyof Answers;
export type AnswerOf<N extends AnswerName> = ReturnType<Answers[N]>;
/** What a question is about, without the index and the options. */
export type ArgsOf<N extends AnswerName> =
  Parameters<Answers[N]> extends [LineageIndex, QueryOptions, ...infer Rest] ? Rest : never;

/** Answers a question by its name. */
export function answer<N extends AnswerName>(
  index: LineageIndex,
  name: N,
  args: ArgsOf<N>,
  options: QueryOptions,
): AnswerOf<N> {
  // The table's own types say the same, but not for a name that is only known to be one of them.
  const work = answers[name] as (...all: unknown[]) => unknown;
  return work(index, options, ...args) as AnswerOf<N>;
}
