import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Compiled, compile } from '../compiled.js';
import type { GeneratedGraph } from '../generator.js';
import { timed } from '../measure.js';
import { type BenchDatabase, openBenchDatabase } from '../neo4j.js';
import { openPostgres, sql } from '../postgres.js';
import { type GroupedAnswer, type Groups, groupedAnswer } from './groups.js';
import { loadBackflow, loadNeo4j } from './load-neo4j.js';
import { loadPostgres, replaceBackflow } from './load-postgres.js';

/** Somebody else who answers the same question. */
export interface Contender {
  name: string;
  /** Takes a graph in; the next one may differ in its backflow only. */
  load(graph: GeneratedGraph, groups: Groups): Promise<void>;
  /** Milliseconds and answer for one field. */
  ask(source: number): Promise<{ ms: number; answer: GroupedAnswer }>;
  /** The answer with the sums that tell sets apart, for those that can. */
  fingerprint?(source: number): Promise<Required<GroupedAnswer>>;
  close(): Promise<void>;
}

/** Rows of an answer; PostgreSQL gives large sums as texts. */
const Rows = z.array(
  z.object({
    layer: z.number(),
    department: z.number(),
    fields: z.number(),
    sum: z.coerce.number().default(0),
  }),
);
const withSums = (groups: Groups, rows: unknown) =>
  groupedAnswer(groups, Rows.parse(rows)) as Required<GroupedAnswer>;

/** Neo4j Cypher, warm. */
export async function neo4jContender(fields: number): Promise<Contender> {
  const large = fields >= 500_000;
  const memory = { heap: large ? '2g' : '1g', pageCache: large ? '1g' : '512m' };
  const database: BenchDatabase = await openBenchDatabase(process.env, memory);
  let groups: Groups | undefined;
  const known = () => groups as Groups;
  return {
    name: database.version.replace('/', ' '),
    async load(graph, of) {
      if (groups === undefined) await loadNeo4j(database.run, graph, of);
      groups = of;
      await loadBackflow(database.run, graph);
    },
    async ask(n) {
      const { ms, result } = await timed(() => database.run('impact', { n }));
      return { ms, answer: withSums(known(), result) };
    },
    fingerprint: async (n) => withSums(known(), await database.run('fingerprint', { n })),
    async close() {
      if (process.env.NEO4J_BENCH_URI) await database.run('clear');
      await database.close();
    },
  };
}

/** PostgreSQL's recursive query, prepared and warm. */
export async function postgresContender(fields: number): Promise<Contender> {
  const database = await openPostgres(fields >= 500_000 ? '2GB' : '512MB');
  const [impact, fingerprint] = [sql('impact'), sql('fingerprint')];
  let groups: Groups | undefined;
  const known = () => groups as Groups;
  return {
    name: database.version,
    async load(graph, of) {
      if (groups === undefined) await loadPostgres(database, graph, of);
      groups = of;
      await replaceBackflow(database, graph);
    },
    async ask(n) {
      const query = { name: 'impact', text: impact, values: [n] };
      const { ms, result } = await timed(() => database.client.query(query));
      return { ms, answer: withSums(known(), result.rows) };
    },
    async fingerprint(n) {
      const query = { name: 'fingerprint', text: fingerprint, values: [n] };
      return withSums(known(), (await database.client.query(query)).rows);
    },
    close: database.close,
  };
}

/** Plain C: the same search over the same arrays, as a bound of what this machine can do. */
export function cContender(): Contender {
  const compiled: Compiled = compile('reach');
  const file = join(compiled.folder, 'graph');
  return {
    name: 'C, no memory of answers',
    async load(graph, groups) {
      writeGraph(file, graph, groups);
    },
    async ask(source) {
      // The first time fetches the memory that the program asked for; the second is the one that counts.
      const ran = spawnSync(compiled.program, [file, String(source), '2'], {
        encoding: 'utf8',
        maxBuffer: 2 ** 24,
      });
      if (ran.status !== 0) throw new Error(`reach: ${ran.stderr || ran.error?.message}`);
      const [took, ...counts] = ran.stdout.trim().split(' ').map(Number);
      return { ms: took! / 1e6, answer: { counts: Uint32Array.from(counts) } };
    },
    close: async () => compiled.close(),
  };
}

function writeGraph(file: string, graph: GeneratedGraph, groups: Groups): void {
  const offsets = new Uint32Array(graph.fields + 1);
  for (const source of graph.from) offsets[source + 1]!++;
  for (let v = 0; v < graph.fields; v++) offsets[v + 1]! += offsets[v]!;
  const next = offsets.slice();
  const ends = new Uint32Array(graph.to.length);
  for (let e = 0; e < graph.to.length; e++) ends[next[graph.from[e]!]!++] = graph.to[e]!;
  const handle = openSync(file, 'w');
  for (const words of [Uint32Array.of(graph.fields, ends.length, groups.count), offsets, ends, groups.of]) {
    writeSync(handle, words);
  }
  closeSync(handle);
}
