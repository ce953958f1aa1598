import type { GeneratedGraph } from '../generator.js';
import { TIERS } from '../graph-layout.js';
import { createRng } from '../rng.js';

/** Layer and department as one number: what answers are counted by. */
export interface Groups {
  count: number;
  /** By field. */
  of: Uint32Array;
  /** By field, a random number: the sum over a set tells it from others of its size. */
  salt: Uint32Array;
}

export const groupAt = (layer: number, department: number): number => department * TIERS.length + layer;

export function groupsOf(graph: GeneratedGraph): Groups {
  const ofDataset = graph.datasets.map(({ tier, department }) => groupAt(tier, department));
  const rng = createRng(graph.shape.seed + 3);
  return {
    count: ofDataset.reduce((most, group) => Math.max(most, group), 0) + 1,
    of: graph.datasetOf.map((dataset) => ofDataset[dataset]!),
    salt: new Uint32Array(graph.fields).map(() => rng.below(2 ** 32)),
  };
}

/** An answer by group: counts, and sums of the fields' random numbers where they were asked for. */
export interface GroupedAnswer {
  counts: Uint32Array;
  sums?: Float64Array;
}

/** The rows of a database's answer. */
export function groupedAnswer(
  groups: Groups,
  rows: Iterable<{ layer: number; department: number; fields: number; sum?: number }>,
): GroupedAnswer {
  const counts = new Uint32Array(groups.count);
  const sums = new Float64Array(groups.count);
  for (const { layer, department, fields, sum = 0 } of rows) {
    counts[groupAt(layer, department)] = fields;
    sums[groupAt(layer, department)] = sum;
  }
  return { counts, sums };
}

/** The answer that a set of fields is. */
export function answerOf(groups: Groups, fields: Iterable<number>): Required<GroupedAnswer> {
  const counts = new Uint32Array(groups.count);
  const sums = new Float64Array(groups.count);
  for (const field of fields) {
    counts[groups.of[field]!]!++;
    sums[groups.of[field]!]! += groups.salt[field]!;
  }
  return { counts, sums };
}

const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
};

export const sameCounts = (a: GroupedAnswer, b: GroupedAnswer): boolean => same(a.counts, b.counts);
export const sameSets = (a: Required<GroupedAnswer>, b: Required<GroupedAnswer>): boolean =>
  same(a.counts, b.counts) && same(a.sums, b.sums);
