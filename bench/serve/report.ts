import type { GeneratedGraph } from '../generator.js';
import { type Promised, promiseTable } from '../impact/promises.js';
import { ms, percentile } from '../measure.js';
import type { BenchResult } from '../run.js';
import { CHANGES, COMPARED, type Measured, PER_SECOND, RANDOM_FIELDS } from './measure.js';

const MIB = 2 ** 20;

/** The mean of some samples. */
const mean = (samples: readonly number[]): number =>
  samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

/** What was promised, what was measured, and the section for RESULTS.md. */
export function describe(
  graph: GeneratedGraph,
  version: string,
  minutes: number,
  measured: Measured,
  say: (line: string) => void,
): BenchResult {
  const { rebuildMs, visibleMs, fromFileMs, loaded, watched, wrong, verified } = measured;
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(loaded.ms, share)) as [
    number,
    number,
    number,
  ];
  const errors = [...loaded.errors.values()].reduce((sum, count) => sum + count, 0);
  for (const [text, count] of loaded.errors) say(`${count} × ${text}`);
  const perMinute = 6;
  const { resident } = watched;
  const promises: Promised[] = [];
  const add = (promise: string, value: string, kept: boolean) =>
    promises.push({ promise, measured: value, kept });
  add('p99 ≤ 60 ms', `${ms(p99)} ms`, p99 <= 60);
  add('no error', String(errors), errors === 0 && loaded.ms.length > 0);
  add(
    `counts of ${COMPARED} fields equal the oracle's, ring by ring`,
    `${COMPARED - wrong} equal`,
    wrong === 0,
  );
  const { complete, checkedFields, checkedEdges } = verified.result;
  add(
    'impact of the field that feeds most verified in Neo4j',
    complete ? 'complete' : 'not complete',
    complete,
  );
  if (resident.length >= 3 * perMinute) {
    const growth = mean(resident.slice(-perMinute)) / mean(resident.slice(perMinute, 2 * perMinute));
    add('memory of the last minute ≤ 1.1 times the second', `${growth.toFixed(2)}×`, growth <= 1.1);
  }
  const most = Math.max(...resident) / MIB;
  add('resident ≤ 600 MiB', `${Math.round(most)} MiB`, most <= 600);
  const held = percentile(watched.loopP99, 0.5);
  add('event loop held up ≤ 20 ms, p99 of its turns', `${ms(held)} ms`, held <= 20);
  const slowest = Math.max(...visibleMs);
  add(`${CHANGES} changes visible ≤ 2 s`, `${ms(slowest)} ms`, slowest <= 2_000);
  add('ready from the file ≤ 5 s', `${(fromFileMs / 1000).toFixed(1)} s`, fromFileMs <= 5_000);
  add('ready without a file ≤ 30 s', `${(rebuildMs / 1000).toFixed(1)} s`, rebuildMs <= 30_000);
  for (const line of promiseTable(promises)) say(line);
  return {
    ok: promises.every(({ kept }) => kept),
    section: [
      `${graph.fields} fields, ${graph.from.length} edges, backflow ${graph.shape.backflow}, in ${version}; the production build of the API in a process of its own, bench, API and database on the same machine.`,
      `Impact of ${RANDOM_FIELDS} random fields over GraphQL, counts and groups, ${PER_SECOND} a second for ${minutes} minutes, asked whether or not earlier ones were answered; times count from when a question was due: p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)} ms over ${loaded.ms.length} answers. Longest single turn of the event loop ${ms(Math.max(...watched.loopMax))} ms.`,
      `\`verify-impact\` read ${checkedFields} fields and ${checkedEdges} edges in ${(verified.ms / 1000).toFixed(1)} s.`,
      '',
      ...promiseTable(promises),
    ].join('\n'),
  };
}
