import { percentile } from '../measure.js';
import { ratio } from './report.js';
import type { Series, ShapeResult } from './shape.js';

/** Something that was promised of one shape at one size, and what was measured. */
export interface Promised {
  promise: string;
  measured: string;
  kept: boolean;
}

const GIB = 2 ** 30;
const MIB = 2 ** 20;
const LARGE = 1_000_000;
const SMALLEST = 100_000;

const worst = (a: Series, b: Series): number => Math.min(ratio(a, b, 0.5), ratio(a, b, 0.95));

/**
 * What holds at this size (issue 5). Times are promised where backflow ties the whole catalogue together, the worst case;
 * without cycles answers are so small that there is nothing to be fast at. Memory: of the whole process.
 */
export function promisesOf(result: ShapeResult, residentBytes: number): Promised[] {
  const { cold, warm, plain, asOf, diff, others, graph } = result;
  const promises: Promised[] = [];
  const add = (promise: string, value: number, kept: boolean, unit: string) =>
    promises.push({
      promise: `${graph.backflow}: ${promise}`,
      measured: `${value >= 100 ? Math.round(value) : value.toPrecision(3)}${unit}`,
      kept,
    });
  if (graph.fields < SMALLEST) return promises;
  if (graph.backflow === 'global') {
    for (const other of others) {
      if (other.name.startsWith('C')) {
        const slower = Math.max(1 / ratio(other, cold, 0.5), 1 / ratio(other, cold, 0.95));
        add('cold ≤ 3 times C', slower, slower <= 3, '×');
        continue;
      }
      const least = worst(other, cold);
      add(`cold ≥ 50 times faster than ${other.name}, p50 and p95`, least, least >= 50, '×');
      if (graph.fields < LARGE) continue;
      const leastWarm = worst(other, warm);
      add(`warm ≥ 1,000 times faster than ${other.name}, p50 and p95`, leastWarm, leastWarm >= 1_000, '×');
    }
    const rings = 1 / Math.min(ratio(plain, cold, 0.5), ratio(plain, cold, 0.95));
    add('three rings ≤ 2 times one plain search', rings, rings <= 2, '×');
    const past = ratio(asOf, plain, 0.5);
    add('as of a past day ≤ 3 times one plain search', past, past <= 3, '×');
    const twice = ratio(diff, plain, 0.5);
    add('a past day beside today ≤ 4 times one plain search', twice, twice <= 4, '×');
  }
  if (graph.fields === LARGE) {
    const arrays = result.arrayBytes / MIB;
    add('arrays ≤ 100 MiB', arrays, arrays <= 100, ' MiB');
  }
  if (graph.fields > LARGE) {
    const resident = residentBytes / GIB;
    add('loads within 8 GiB, the bench itself included', resident, resident <= 8, ' GiB');
    const slowest = percentile(cold.ms, 0.95);
    add('cold ≤ 1 s, p95', slowest, slowest <= 1_000, ' ms');
  }
  return promises;
}

export const promiseTable = (promises: readonly Promised[]): string[] => [
  '| promise | measured | |',
  '|---|---|---|',
  ...promises.map(
    ({ promise, measured, kept }) => `| ${promise} | ${measured} | ${kept ? 'kept' : 'BROKEN'} |`,
  ),
];
