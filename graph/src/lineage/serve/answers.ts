import {
  type CompletenessCounts,
  type CompletenessFacts,
  type DiffSide,
  type DiffSideCounts,
  type ImpactCounts,
  type ImpactEnds,
  type LineageDiff,
  type LineageDiffQuestion,
  type LineageFacts,
  type LineageIndex,
  type PathsFacts,
  packIds,
  type QueryOptions,
  type ReachDirection,
  type VertexRef,
} from '../../index/index.js';

type Page = Parameters<LineageIndex['impactedFields']>[1];
type Part = Parameters<LineageIndex['lineage']>[1];

/** Arrays under the number of the last change that they hold: changes that they do not hold move it on. */
export interface Version {
  index: LineageIndex;
  version: number;
}

function countsOf({ version }: Version, facts: CompletenessFacts): CompletenessCounts {
  const { complete, reason, visitedFields, visitedEdges, hiddenNodes } = facts;
  return { complete, reason, snapshotVersion: version, visitedFields, visitedEdges, hiddenNodes };
}

/** With the digest, which is worked out by being read: plain data can go to another thread. */
const settled = ({ version }: Version, facts: CompletenessFacts): CompletenessFacts => ({
  ...facts,
  snapshotVersion: version,
});
const settledIn = <T extends { completeness: CompletenessFacts }>(version: Version, facts: T): T => ({
  ...facts,
  completeness: settled(version, facts.completeness),
});

function sideCounts(version: Version, { before, after, ...lists }: DiffSide): DiffSideCounts {
  const point = ({ byRing, completeness }: DiffSide['before']) => ({
    byRing,
    completeness: countsOf(version, completeness),
  });
  return { ...lists, before: point(before), after: point(after) };
}

/**
 * Every question that takes a walk, as plain data in and out, so that it can be asked on another thread. An index
 * works some facts out only when they are read; here each is read by the question that asks for it, and by no other.
 */
export const answers = {
  departmentGrades: ({ index }: Version, _options: QueryOptions) => index.departmentGrades(),
  impact(version: Version, options: QueryOptions, ref: VertexRef): ImpactCounts {
    const facts = version.index.impact(ref, options);
    const { fieldCount, datasetCount, byRing, byGrade, byDepartment, byLayer, byLibrary } = facts;
    const { viaBackflow, coarse } = facts;
    const groups = { byRing, byGrade, byDepartment, byLayer, byLibrary };
    const completeness = countsOf(version, facts.completeness);
    return { fieldCount, datasetCount, ...groups, viaBackflow, coarse, completeness };
  },
  impactDistances: ({ index }: Version, options: QueryOptions, ref: VertexRef) =>
    index.impact(ref, options).byDistance,
  impactEnds({ index }: Version, options: QueryOptions, ref: VertexRef): ImpactEnds {
    const { interfaces, consumers } = index.impact(ref, options);
    return { interfaces, consumers };
  },
  digest: ({ index }: Version, options: QueryOptions, ref: VertexRef) =>
    index.impact(ref, options).completeness.digest,
  impactedFields: ({ index }: Version, options: QueryOptions, ref: VertexRef, page: Page) =>
    index.impactedFields(ref, page, options),
  impactedDatasets: ({ index }: Version, options: QueryOptions, ref: VertexRef, page: Page) =>
    index.impactedDatasets(ref, page, options),
  lineage: (version: Version, options: QueryOptions, ref: VertexRef, part: Part): LineageFacts =>
    settledIn(version, version.index.lineage(ref, part, options)),
  paths: (
    version: Version,
    options: QueryOptions,
    from: VertexRef,
    to: VertexRef,
    first: number,
  ): PathsFacts => settledIn(version, version.index.paths(from, to, first, options)),
  diff(version: Version, options: QueryOptions, ref: VertexRef, points: LineageDiffQuestion): LineageDiff {
    const { upstream, downstream, ...edges } = version.index.diff(ref, points, options);
    return {
      ...edges,
      upstream: upstream && sideCounts(version, upstream),
      downstream: downstream && sideCounts(version, downstream),
    };
  },
  upstreamByRing: ({ index }: Version, options: QueryOptions, fields: readonly string[]) =>
    index.upstreamByRing(fields, options),
  exposureArrivals: ({ index }: Version, options: QueryOptions, ref: VertexRef) =>
    index.exposureArrivals(ref, options),
  packedFields: ({ index }: Version, options: QueryOptions, ref: VertexRef, direction: ReachDirection) =>
    packIds(index.reachedFields(ref, direction, options)),
  reachedFields: (
    { index }: Version,
    options: QueryOptions,
    ref: VertexRef,
    direction: ReachDirection,
    among?: readonly string[],
  ) => {
    const reached = index.reachedFields(ref, direction, options);
    if (among === undefined) return reached;
    const asked = new Set(among);
    return reached.filter((id) => asked.has(id));
  },
  verifyComplete: (
    version: Version,
    options: QueryOptions,
    ref: VertexRef,
    direction: ReachDirection,
  ): CompletenessFacts => settled(version, version.index.verifyComplete(ref, direction, options)),
};

type Answers = typeof answers;
export type AnswerName = keyof Answers;
export type AnswerOf<N extends AnswerName> = ReturnType<Answers[N]>;
/** What a question is about, without the index and the options. */
export type ArgsOf<N extends AnswerName> =
  Parameters<Answers[N]> extends [Version, QueryOptions, ...infer Rest] ? Rest : never;

/** Answers a question by its name. */
export function answer<N extends AnswerName>(
  version: Version,
  name: N,
  args: ArgsOf<N>,
  options: QueryOptions,
): AnswerOf<N> {
  // The table's own types say the same, but not for a name that is only known to be one of them.
  const work = answers[name] as (...all: unknown[]) => unknown;
  return work(version, options, ...args) as AnswerOf<N>;
}
