import type { LineageReader, Question } from '../../index/index.js';
import type { AnswerName, AnswerOf, ArgsOf, Version } from './answers.js';

/** Puts a question to whoever answers it, on this thread or another. */
export type Ask = <N extends AnswerName>(
  name: N,
  args: ArgsOf<N>,
  question: Question | undefined,
) => Promise<AnswerOf<N>>;

/** A reader of one version: what takes no walk is read from the index at once, the rest is asked. */
export function createReader({ index, version }: Version, ask: Ask): LineageReader {
  const { builtAt, counts, has, degree, datasetDegree } = index;
  return {
    version,
    builtAt,
    counts,
    has,
    degree,
    datasetDegree,
    departmentGrades: (question) => ask('departmentGrades', [], question),
    impact: (ref, question) => ask('impact', [ref], question),
    impactDistances: (ref, question) => ask('impactDistances', [ref], question),
    impactEnds: (ref, question) => ask('impactEnds', [ref], question),
    digest: (ref, question) => ask('digest', [ref], question),
    impactedFields: (ref, page, question) => ask('impactedFields', [ref, page], question),
    impactedDatasets: (ref, page, question) => ask('impactedDatasets', [ref, page], question),
    lineage: (ref, part, question) => ask('lineage', [ref, part], question),
    paths: (from, to, first, question) => ask('paths', [from, to, first], question),
    diff: (ref, points, question) => ask('diff', [ref, points], question),
    upstreamByRing: (fields, question) => ask('upstreamByRing', [fields], question),
    exposureArrivals: (ref, question) => ask('exposureArrivals', [ref], question),
    packedFields: (ref, direction, question) => ask('packedFields', [ref, direction], question),
    reachedFields: (ref, direction, question, among) =>
      ask('reachedFields', [ref, direction, among], question),
    verifyComplete: (ref, direction, question) => ask('verifyComplete', [ref, direction], question),
  };
}
