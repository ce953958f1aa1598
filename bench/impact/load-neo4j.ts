import type { GeneratedGraph } from '../generator.js';
import type { BenchDatabase } from '../neo4j.js';
import type { Groups } from './groups.js';

type Run = BenchDatabase['run'];
const BATCH = 10_000;
/** Nodes of different batches meet nowhere; relationships do, and two sessions would lock each other out. */
const SESSIONS = 2;

const slices = (count: number): [number, number][] =>
  Array.from({ length: Math.ceil(count / BATCH) }, (_, i) => [i * BATCH, Math.min(BATCH, count - i * BATCH)]);

async function loadEdges(
  run: Run,
  { from, to }: Pick<GeneratedGraph, 'from' | 'to'>,
  backflow: boolean,
): Promise<void> {
  let sent: Promise<unknown> = Promise.resolve();
  for (const [first, length] of slices(from.length)) {
    // The next rows are made while the server still writes the last ones.
    const rows = Array.from({ length }, (_, i) => [from[first + i]!, to[first + i]!]);
    await sent;
    sent = run('load-edges', { rows, backflow });
  }
  await sent;
}

/** Puts the fields and every edge but backflow into an empty place. */
export async function loadNeo4j(run: Run, graph: GeneratedGraph, groups: Groups): Promise<void> {
  await run('clear');
  await run('add-key');
  const waiting = slices(graph.fields);
  const loadFields = async () => {
    for (let slice = waiting.pop(); slice !== undefined; slice = waiting.pop()) {
      const [first, length] = slice;
      const rows = Array.from({ length }, (_, i) => {
        const { tier, department } = graph.datasets[graph.datasetOf[first + i]!]!;
        return [first + i, tier, department, groups.salt[first + i]!];
      });
      await run('load-fields', { rows });
    }
  };
  await Promise.all(Array.from({ length: SESSIONS }, loadFields));
  const common = graph.firstBackflow;
  await loadEdges(run, { from: graph.from.subarray(0, common), to: graph.to.subarray(0, common) }, false);
}

/** Replaces the backflow of a former shape. */
export async function loadBackflow(run: Run, graph: GeneratedGraph): Promise<void> {
  await run('drop-backflow');
  const ends = { from: graph.from.subarray(graph.firstBackflow), to: graph.to.subarray(graph.firstBackflow) };
  await loadEdges(run, ends, true);
}
