import {
  buildIndexData,
  indexBytes,
  openLineageIndex,
  packIndexData,
  unpackIndexData,
} from '@yuanliu/graph/lineage-index';
import { fieldId, type GeneratedGraph, pickSources } from '../generator.js';
import { ms, timed } from '../measure.js';
import { instantOfDay, rowsOf } from '../rows.js';
import type { Contender } from './contenders.js';
import { comparison, reachedIn } from './expected.js';
import { answerOf, type Groups, groupsOf, sameCounts, sameSets } from './groups.js';
import { createOracle } from './oracle.js';
import type { Size } from './sizes.js';

/** Milliseconds of one way to answer, by source, and the sources about which its answer was compared and was wrong. */
export interface Series {
  name: string;
  ms: number[];
  compared: number;
  wrong: number;
}

export interface ShapeResult {
  graph: Pick<GeneratedGraph, 'fields'> & { edges: number; backflow: string };
  buildMs: number;
  arrayBytes: number;
  largest: number;
  cold: Series;
  warm: Series;
  plain: Series;
  asOf: Series;
  others: Series[];
  /** Sources whose whole answer was compared with the oracle, and those that differed. */
  checked: number;
  wrong: number;
}

/** Near the end of the runs: most edges held, a few did not yet, and some that did have ended since. */
const AS_OF_DAY = 26;
const WARM_UP = 5;
const WARM_REPEATS = 5;

const series = (name: string): Series => ({ name, ms: [], compared: 0, wrong: 0 });

async function best(times: number, work: (i: number) => number | Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) least = Math.min(least, await work(i));
  return least;
}

/** Everything about one graph: each source is put to all sides one after another, and every answer compared. */
export async function measureShape(
  graph: GeneratedGraph,
  size: Size,
  contenders: readonly Contender[],
  say: (line: string) => void,
): Promise<ShapeResult> {
  const groups: Groups = groupsOf(graph);
  // Packed and unpacked as it comes from the thread that builds it, or from the file.
  const built = await timed(() => packIndexData(buildIndexData(rowsOf(graph))));
  const data = unpackIndexData(built.result);
  say(`  index built in ${ms(built.ms)} ms`);
  for (const contender of contenders) {
    const loaded = await timed(() => contender.load(graph, groups));
    say(`  ${contender.name} loaded in ${ms(loaded.ms)} ms`);
  }
  // An index remembers its latest answers, so each repetition has one of its own over the same arrays: all are cold.
  const indexes = Array.from({ length: size.repeats }, () => openLineageIndex(data));
  const oracle = createOracle(graph, groups.of, groups.count);
  const agrees = comparison(graph, oracle);
  const past = { day: AS_OF_DAY, valid: instantOfDay(AS_OF_DAY) };
  const { valid } = past;
  const picked = pickSources(graph, Math.max(size.checked, size.random) + WARM_UP, size.hot);
  for (const source of picked.random.splice(-WARM_UP)) {
    const ref = { kind: 'FIELD', id: fieldId(source) } as const;
    for (const index of indexes) for (const asOf of [{}, { valid }]) index.impact(ref, { asOf });
    oracle.plain(source);
    for (const contender of contenders) await contender.ask(source);
  }

  const [cold, warm, plain, asOf] = ['cold', 'warm', 'plain', 'asOf'].map(series) as [
    Series,
    Series,
    Series,
    Series,
  ];
  const others = contenders.map(({ name }) => series(name));
  let largest = 0;
  for (const source of [...picked.random.slice(0, size.random), ...picked.hot]) {
    const ref = { kind: 'FIELD', id: fieldId(source) } as const;
    const ask = async (i: number, options = {}) => (await timed(() => indexes[i]!.impact(ref, options))).ms;
    cold.ms.push(await best(size.repeats, ask));
    warm.ms.push(await best(WARM_REPEATS, () => ask(0)));
    asOf.ms.push(await best(size.repeats, (i) => ask(i, { asOf: { valid } })));
    plain.ms.push(await best(size.repeats, async () => (await timed(() => oracle.plain(source))).ms));
    const expected = answerOf(groups, reachedIn(oracle.rings(source)));
    largest = Math.max(
      largest,
      expected.counts.reduce((sum, count) => sum + count, 0),
    );
    asOf.compared++;
    if (!agrees(indexes[0]!, source, past)) asOf.wrong++;
    plain.compared++;
    if (!sameCounts({ counts: oracle.plain(source) }, expected)) plain.wrong++;
    for (const [i, contender] of contenders.entries()) {
      const line = others[i]!;
      line.ms.push(
        await best(size.repeats, async () => {
          const asked = await contender.ask(source);
          line.compared++;
          if (!sameCounts(asked.answer, expected)) line.wrong++;
          return asked.ms;
        }),
      );
    }
  }

  let wrong = 0;
  const whole = [...picked.hot, ...picked.random].slice(0, size.checked);
  for (const [i, source] of whole.entries()) {
    if (!agrees(indexes[0]!, source)) wrong++;
    if (i >= size.fingerprints) continue;
    const expected = answerOf(groups, reachedIn(oracle.rings(source)));
    for (const [c, contender] of contenders.entries()) {
      const set = await contender.fingerprint?.(source);
      if (set === undefined) continue;
      others[c]!.compared++;
      if (!sameSets(set, expected)) others[c]!.wrong++;
    }
  }
  const { fields } = graph;
  return {
    graph: { fields, edges: graph.from.length, backflow: graph.shape.backflow },
    buildMs: built.ms,
    arrayBytes: indexBytes(built.result),
    largest,
    ...{ cold, warm, plain, asOf, others },
    checked: whole.length,
    wrong,
  };
}
