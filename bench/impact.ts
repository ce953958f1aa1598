import { createHash } from 'node:crypto';
import { buildIndexData, type LineageIndex, openLineageIndex } from '@yuanliu/graph/lineage-index';
import { z } from 'zod';
import {
  datasetId,
  departmentOf,
  fieldId,
  type GeneratedGraph,
  generateGraph,
  layerOf,
  pickSources,
  rowsOf,
} from './generator.js';
import { ms, percentile, timed } from './measure.js';
import { type BenchDatabase, openBenchDatabase } from './neo4j.js';

/** At this size the index must be this many times faster than Cypher. */
const PROMISE = { fields: 100_000, ratio: 30 };
const SIZES = [10_000, 100_000];
const RANDOM = 20;
const HOT = 5;
/** Every source is asked so many times on both sides; the best counts, since machines are shared. */
const REPEATS = 5;
const BATCH = 5_000;

const Group = z.object({ layer: z.string().nullable(), department: z.string(), fields: z.number() });
const Reached = z.object({ id: z.string(), dataset: z.string() });

interface Line {
  fields: number;
  edges: number;
  sources: string;
  reached: number;
  index: number[];
  /** The index's whole answer, distances included, which Cypher is not asked for. */
  whole: number[];
  cypher: number[];
  /** Sources with different answers. */
  wrong: number;
}

async function load(database: BenchDatabase, graph: GeneratedGraph): Promise<void> {
  await database.run('clear');
  await database.run('add-key');
  for (let first = 0; first < graph.fields; first += BATCH) {
    const length = Math.min(BATCH, graph.fields - first);
    const rows = Array.from({ length }, (_, i) => {
      const dataset = graph.datasetOf[first + i]!;
      return {
        id: fieldId(first + i),
        dataset: datasetId(dataset),
        layer: layerOf(graph, dataset),
        department: departmentOf(graph, dataset),
      };
    });
    await database.run('load-fields', { rows });
  }
  for (let first = 0; first < graph.from.length; first += BATCH) {
    const length = Math.min(BATCH, graph.from.length - first);
    const rows = Array.from({ length }, (_, i) => ({
      from: fieldId(graph.from[first + i]!),
      to: fieldId(graph.to[first + i]!),
    }));
    await database.run('load-edges', { rows });
  }
}

/** The set that Cypher reached, as the index writes its digest: ids by dataset id, then id. */
function digestOf(reached: z.infer<typeof Reached>[]): string {
  const lines = reached.map(({ id, dataset }) => `${dataset} ${id}`).sort();
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line.slice(line.indexOf(' ') + 1)}\n`);
  return hash.digest('hex');
}

function groupsOf(graph: GeneratedGraph, positions: Map<string, number>, ids: string[]): Map<string, number> {
  const groups = new Map<string, number>();
  for (const id of ids) {
    const dataset = graph.datasetOf[positions.get(id)!]!;
    const key = `${layerOf(graph, dataset)} ${departmentOf(graph, dataset)}`;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return groups;
}

/** Whether both say the same: counts by layer and department, and the set itself; and the index proves its own. */
async function isEqual(
  database: BenchDatabase,
  index: LineageIndex,
  graph: GeneratedGraph,
  positions: Map<string, number>,
  id: string,
  groups: z.infer<typeof Group>[],
): Promise<boolean> {
  const ref = { kind: 'FIELD' as const, id };
  const own = groupsOf(graph, positions, index.reachedFields(ref, 'DOWNSTREAM'));
  const sameGroups =
    own.size === groups.length &&
    groups.every(({ layer, department, fields }) => own.get(`${layer} ${department}`) === fields);
  const proof = index.verifyComplete(ref, 'DOWNSTREAM');
  const reached = z.array(Reached).parse(await database.run('reached-fields', { id }));
  return sameGroups && proof.complete && proof.digest === digestOf(reached);
}

/** Asks once with each of `over`; the best time and the last answer. */
async function bestOf<A, T>(
  over: readonly A[],
  work: (one: A) => T | Promise<T>,
): Promise<{ ms: number; result: T }> {
  const asked: { ms: number; result: T }[] = [];
  for (const one of over) asked.push(await timed(() => work(one)));
  return { ms: Math.min(...asked.map((answer) => answer.ms)), result: asked.at(-1)!.result };
}

async function measure(
  database: BenchDatabase,
  fields: number,
  say: (line: string) => void,
): Promise<Line[]> {
  const graph = generateGraph({ fields });
  const built = await timed(() => buildIndexData(rowsOf(graph)));
  // The index remembers its latest answers, so each repetition has one of its own over the same arrays: all are cold.
  const indexes = Array.from({ length: REPEATS }, () => openLineageIndex(built.result));
  const loaded = await timed(() => load(database, graph));
  say(
    `${fields} fields, ${graph.from.length} edges: index built in ${ms(built.ms)} ms, Neo4j loaded in ${ms(loaded.ms)} ms`,
  );
  const positions = new Map(Array.from({ length: fields }, (_, field) => [fieldId(field), field]));
  const picked = pickSources(graph, RANDOM + 5, HOT);
  // Both sides warm up on sources that are not measured: the compilers, the plan and the page cache.
  for (const field of picked.random.splice(RANDOM)) {
    for (const index of indexes) index.impact({ kind: 'FIELD', id: fieldId(field) });
    await database.run('impact', { id: fieldId(field) });
  }
  const lines: Line[] = [];
  for (const [sources, list] of Object.entries(picked)) {
    const line: Line = {
      fields,
      edges: graph.from.length,
      sources,
      reached: 0,
      index: [],
      whole: [],
      cypher: [],
      wrong: 0,
    };
    for (const field of list) {
      const id = fieldId(field);
      const byIndex = await bestOf(indexes, (index) => index.impact({ kind: 'FIELD', id }));
      const whole = await bestOf(indexes, (index) => index.impact({ kind: 'FIELD', id }).byDistance);
      const byCypher = await bestOf(indexes, () => database.run('impact', { id }));
      line.index.push(byIndex.ms);
      line.whole.push(byIndex.ms + whole.ms);
      line.cypher.push(byCypher.ms);
      const groups = z.array(Group).parse(byCypher.result);
      const reached = byIndex.result.byRing.reduce((sum, ring) => sum + ring.fieldCount, 0);
      line.reached = Math.max(line.reached, reached);
      const index = indexes[0]!;
      if (!(await isEqual(database, index, graph, positions, id, groups))) line.wrong++;
    }
    lines.push(line);
    say(tableRow(line));
  }
  return lines;
}

const ratioOf = (line: Line): number => percentile(line.cypher, 0.5) / percentile(line.index, 0.5);

const TABLE_HEAD = [
  '| fields | edges | sources | largest answer | index p50 / p95 ms | with distances | Cypher p50 / p95 ms | ratio of p50 | equal answers |',
  '|---|---|---|---|---|---|---|---|---|',
];

function tableRow(line: Line): string {
  const both = (samples: number[]) => `${ms(percentile(samples, 0.5))} / ${ms(percentile(samples, 0.95))}`;
  const count = line.index.length;
  return `| ${line.fields} | ${line.edges} | ${count} ${line.sources} | ${line.reached} | ${both(line.index)} | ${both(line.whole)} | ${both(line.cypher)} | ${ratioOf(line).toFixed(0)} | ${count - line.wrong} of ${count} |`;
}

/**
 * Impact of a field: counts of the index, cold, against counts by layer and department in Cypher. Fails when any answer differs or the promise is not kept. Returns the section for RESULTS.md.
 */
export async function impactBench(say: (line: string) => void): Promise<{ ok: boolean; section: string }> {
  const database = await openBenchDatabase(process.env);
  try {
    say(database.version);
    for (const line of TABLE_HEAD) say(line);
    const lines: Line[] = [];
    for (const fields of SIZES) lines.push(...(await measure(database, fields, say)));
    await database.run('clear');
    const wrong = lines.reduce((sum, line) => sum + line.wrong, 0);
    const slow = lines.filter((line) => line.fields >= PROMISE.fields && ratioOf(line) < PROMISE.ratio);
    if (wrong > 0) say(`${wrong} answers differ from Cypher's`);
    for (const line of slow)
      say(`${line.sources} at ${line.fields}: less than ${PROMISE.ratio} times faster`);
    return {
      ok: wrong === 0 && slow.length === 0,
      section: [
        `Everything downstream of one field; ${database.version}. Index: cold, counts by ring, mark, grade, layer, department`,
        'and library; then the same with hops for every field. Cypher: `cypher/impact.cypher`, counts by layer and department,',
        'warm, no hops. Every source five times on both sides, the best counts. Answers are compared source by source: counts by',
        "layer and department, the set itself (SHA-256 of its ids) and the index's own proof that no edge leaves it.",
        `Promise at ${PROMISE.fields} fields: ${PROMISE.ratio} times, without hops on either side.`,
        '',
        ...TABLE_HEAD,
        ...lines.map(tableRow),
      ].join('\n'),
    };
  } finally {
    await database.close();
  }
}
