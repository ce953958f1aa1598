import {
  buildIndexData,
  indexBytes,
  type LineageIndex,
  openLineageIndex,
  packIndexData,
  unpackIndexData,
} from '@yuanliu/graph/lineage-index';
import { fieldId, type GeneratedGraph, pickSources } from '../generator.js';
import { ms, timed } from '../measure.js';
import { instantOfDay, rowsOf } from '../rows.js';
import type { Contender } from './contenders.js';
import { comparison, reachedIn, sameDiff } from './expected.js';
import { answerOf, type Groups, groupsOf, sameCounts, sameSets } from './groups.js';
import { createOracle, type Oracle } from './oracle.js';
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
  diff: Series;
  others: Series[];
  /** Milliseconds of the first and second question about a past day: from then on it is known. */
  newDayMs: number[];
  /** Sources whose whole answer was compared with the oracle, and those that differed. */
  checked: number;
  wrong: number;
}

/** Near the end of the runs: most edges held, a few did not yet, and some that did have ended since. */
const AS_OF_DAY = 26;
const PAST = { day: AS_OF_DAY, valid: instantOfDay(AS_OF_DAY) };
const DIFF = {
  from: { valid: PAST.valid },
  to: {},
  direction: 'DOWNSTREAM',
  page: { offset: 0, limit: 50 },
} as const;
const WARM_UP = 5;
const WARM_REPEATS = 5;

const series = (name: string): Series => ({ name, ms: [], compared: 0, wrong: 0 });
const refOf = (field: number) => ({ kind: 'FIELD', id: fieldId(field) }) as const;

function compared(line: Series, equal: boolean): void {
  line.compared++;
  if (!equal) line.wrong++;
}

async function best(times: number, work: (i: number) => number | Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) least = Math.min(least, await work(i));
  return least;
}

/** Everybody who is asked about one graph. */
interface Sides {
  size: Size;
  groups: Groups;
  /** One for each repetition: an index remembers its latest answers, so all of them are cold. */
  indexes: LineageIndex[];
  /** Others over the same arrays, who are asked for comparisons only. */
  comparing: LineageIndex[];
  oracle: Oracle;
  agrees: ReturnType<typeof comparison>;
  contenders: readonly Contender[];
}
type Lines = Pick<ShapeResult, 'cold' | 'warm' | 'plain' | 'asOf' | 'diff' | 'others'>;

/**
 * Compilers, plans, page caches and the past day warm up on sources that are not measured. Returns what a question about
 * that day took.
 */
async function warmUp({ indexes, comparing, oracle, contenders }: Sides, source: number): Promise<number> {
  const ref = refOf(source);
  let pastMs = 0;
  for (const index of indexes) {
    index.impact(ref);
    pastMs = (await timed(() => index.impact(ref, { asOf: { valid: PAST.valid } }))).ms;
  }
  for (const index of comparing) index.diff(ref, DIFF);
  oracle.plain(source);
  for (const contender of contenders) await contender.ask(source);
  return pastMs;
}

/** Puts one source to all sides and compares what they say; returns how many fields were reached. */
async function ask(sides: Sides, lines: Lines, source: number): Promise<number> {
  const { size, groups, indexes, comparing, oracle, agrees, contenders } = sides;
  const ref = refOf(source);
  const rings = oracle.rings(source);
  const expected = answerOf(groups, reachedIn(rings));
  const impact = async (i: number, options = {}) => (await timed(() => indexes[i]!.impact(ref, options))).ms;

  lines.cold.ms.push(await best(size.repeats, impact));
  lines.warm.ms.push(await best(WARM_REPEATS, () => impact(0)));
  lines.asOf.ms.push(await best(size.repeats, (i) => impact(i, { asOf: { valid: PAST.valid } })));
  compared(lines.asOf, agrees(indexes[0]!, source, PAST));
  lines.diff.ms.push(
    await best(size.repeats, async (i) => {
      const asked = await timed(() => comparing[i]!.diff(ref, DIFF));
      if (i === 0) compared(lines.diff, sameDiff(asked.result, oracle.rings(source, PAST.day), rings));
      return asked.ms;
    }),
  );
  lines.plain.ms.push(
    await best(size.repeats, async (i) => {
      const asked = await timed(() => oracle.plain(source));
      if (i === 0) compared(lines.plain, sameCounts({ counts: asked.result }, expected));
      return asked.ms;
    }),
  );
  for (const [i, contender] of contenders.entries()) {
    const line = lines.others[i]!;
    line.ms.push(
      await best(size.repeats, async () => {
        const asked = await contender.ask(source);
        compared(line, sameCounts(asked.answer, expected));
        return asked.ms;
      }),
    );
  }
  return expected.counts.reduce((sum, count) => sum + count, 0);
}

/** Compares whole answers of many sources with the oracle, and some sets with those of the others: how many differ. */
async function check(sides: Sides, lines: Lines, sources: readonly number[]): Promise<number> {
  const { size, groups, indexes, oracle, agrees, contenders } = sides;
  let wrong = 0;
  for (const [i, source] of sources.entries()) {
    if (!agrees(indexes[0]!, source)) wrong++;
    if (i >= size.fingerprints) continue;
    const expected = answerOf(groups, reachedIn(oracle.rings(source)));
    for (const [c, contender] of contenders.entries()) {
      const set = await contender.fingerprint?.(source);
      if (set !== undefined) compared(lines.others[c]!, sameSets(set, expected));
    }
  }
  return wrong;
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
  const open = () => Array.from({ length: size.repeats }, () => openLineageIndex(data));
  const oracle = createOracle(graph, groups.of, groups.count);
  const agrees = comparison(graph, oracle);
  const sides: Sides = { size, groups, indexes: open(), comparing: open(), oracle, agrees, contenders };
  const lines: Lines = {
    cold: series('index, cold'),
    warm: series('index, warm'),
    asOf: series('index, as of a past day'),
    diff: series('index, a past day beside today'),
    plain: series('plain search in JavaScript'),
    others: contenders.map(({ name }) => series(name)),
  };
  const picked = pickSources(graph, Math.max(size.checked, size.random) + WARM_UP, size.hot);
  const pastMs: number[] = [];
  for (const source of picked.random.splice(-WARM_UP)) pastMs.push(await warmUp(sides, source));
  let largest = 0;
  for (const source of [...picked.random.slice(0, size.random), ...picked.hot])
    largest = Math.max(largest, await ask(sides, lines, source));
  const whole = [...picked.hot, ...picked.random].slice(0, size.checked);
  const wrong = await check(sides, lines, whole);
  return {
    graph: { fields: graph.fields, edges: graph.from.length, backflow: graph.shape.backflow },
    buildMs: built.ms,
    arrayBytes: indexBytes(built.result),
    largest,
    ...lines,
    newDayMs: pastMs.slice(0, 2),
    checked: whole.length,
    wrong,
  };
}
