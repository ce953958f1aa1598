import { answerFields } from './answer-set.js';
import { createArrivals } from './arrivals.js';
import { buildIndexData } from './build.js';
import { fieldId } from './build-catalogue.js';
import { datasetCount, fieldCount, type IndexData } from './data.js';
import { datasetDegreeOf, degreeOf } from './degree.js';
import { departmentGradesOf } from './department-grades.js';
import { diffOf } from './diff.js';
import { rings } from './edge-code.js';
import { impactOf } from './impact.js';
import { type CountScratch, createCountScratch } from './impact-counts.js';
import { impactedDatasets, impactedFields } from './impact-lists.js';
import { lineageOf } from './lineage.js';
import { createPaths } from './paths.js';
import { createReachEngine, whole } from './reach.js';
import { scopeOf } from './scope.js';
import { knows } from './seeds.js';
import type {
  DepartmentGrades,
  IndexRows,
  LineageIndex,
  QueryOptions,
  ReachDirection,
  VertexRef,
} from './types.js';
import { upstreamByRing } from './upstream-by-ring.js';
import { verifyComplete } from './verify.js';

export interface OpenOptions {
  /** The clock (ms) that "now" is read from. */
  now?: () => number;
}

/** Answers over index data, which is never changed: any number of readers, no locks. */
export function openLineageIndex(data: IndexData, { now = Date.now }: OpenOptions = {}): LineageIndex {
  const engine = createReachEngine(data);
  const paths = createPaths(engine);
  const arrivals = createArrivals(data);
  let departmentGrades: DepartmentGrades[] | null = null;
  let counting: CountScratch | null = null;
  const scope = (options?: QueryOptions) => scopeOf(data, options?.asOf, now());
  const reachOf = (ref: VertexRef, direction: ReachDirection, options?: QueryOptions) =>
    engine.reach(ref, { direction, scope: scope(options), stop: options?.stop });
  return {
    version: data.version,
    builtAt: data.builtAt,
    counts: {
      fields: fieldCount(data),
      datasets: datasetCount(data),
      edges: data.edges.liveCount,
      interfaces: data.interfaces.length,
      consumers: data.consumers.length,
    },
    departmentGrades() {
      departmentGrades ??= departmentGradesOf(data);
      return departmentGrades;
    },
    has: (ref) => knows(data, ref),
    degree: (ref) => degreeOf(data, ref, scope()),
    datasetDegree: (dataset) => datasetDegreeOf(data, dataset, scope()),
    impact(ref, options) {
      counting ??= createCountScratch(data);
      return impactOf(data, ref, reachOf(ref, 'DOWNSTREAM', options), counting);
    },
    impactedFields: (ref, page, options) =>
      impactedFields(data, whole(reachOf(ref, 'DOWNSTREAM', options)), page),
    impactedDatasets: (ref, page, options) =>
      impactedDatasets(data, whole(reachOf(ref, 'DOWNSTREAM', options)), page),
    lineage: (ref, question, options) => lineageOf(engine, ref, question, scope(options), options?.stop),
    paths: (from, to, first, options) => paths(from, to, first, scope(options), options?.stop),
    diff(ref, question, options) {
      const at = now();
      const scopes = {
        before: scopeOf(data, question.from, at),
        after: scopeOf(data, question.to, at),
      };
      return diffOf(engine, ref, question, scopes, options?.stop);
    },
    upstreamByRing(fields, options) {
      const question = { direction: 'UPSTREAM' as const, scope: scope(options), stop: options?.stop };
      const counts = upstreamByRing(data, whole(engine.reachFields(fields, question)));
      return counts.map((count, ring) => ({ ring: rings[ring]!, ...count }));
    },
    exposureArrivals: arrivals,
    reachedFields: (ref, direction, options) =>
      Array.from(answerFields(data, whole(reachOf(ref, direction, options))), (v) => fieldId(data, v)),
    verifyComplete: (ref, direction, options, answer) =>
      verifyComplete(data, ref, direction, reachOf(ref, direction, options), answer),
  };
}

/** Builds the index from rows and opens it. */
export function buildLineageIndex(rows: IndexRows, options: OpenOptions = {}): LineageIndex {
  const now = options.now ?? Date.now;
  return openLineageIndex(buildIndexData(rows, now()), { now });
}
