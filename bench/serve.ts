import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Db, migrate } from '@yuanliu/graph';
import { BACKFLOWS, type GeneratedGraph, generateGraph } from './generator.js';
import { SIZES } from './impact/sizes.js';
import { cypher, openBenchDatabase } from './neo4j.js';
import type { BenchOptions, BenchResult } from './run.js';
import { fillCatalogue, forgetChanges } from './serve/catalogue.js';
import { measure } from './serve/measure.js';
import { describe } from './serve/report.js';

/** The API as a process of its own over a Neo4j with a whole catalogue: load, changes, starts. */
export async function serveBench(
  say: (line: string) => void,
  { size = '1M', minutes = 5, shape = 'global' }: BenchOptions,
): Promise<BenchResult> {
  const fields = SIZES[size]?.fields;
  const backflow = BACKFLOWS.find((one) => one === shape);
  if (fields === undefined || backflow === undefined) throw new Error(`no size ${size} or no shape ${shape}`);
  const graph = generateGraph({ fields, backflow });
  const database = await openBenchDatabase(process.env, { heap: '2g', pageCache: '1g' });
  const home = mkdtempSync(join(tmpdir(), 'yuanliu-bench-home-'));
  const { uri, user, password } = database.address;
  const db = connect({ uri, user: user || undefined, password });
  try {
    await fillOnce(db, graph, say);
    const measured = await measure(graph, { home, neo4j: database.address }, minutes, say);
    return describe(graph, database.version, minutes, measured, say);
  } finally {
    await db.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Fills the store, unless it is an outside one that an earlier run has filled. */
async function fillOnce(db: Db, graph: GeneratedGraph, say: (line: string) => void): Promise<void> {
  const { records } = await db.driver.executeQuery(cypher('count-fields'));
  const held: number = records[0]!.get('fields');
  if (held >= graph.fields) {
    // An earlier build may have filled it.
    await migrate(db);
    await forgetChanges(db);
    return say('the store was filled before');
  }
  if (held > 0) throw new Error(`the store holds something else: ${held} fields`);
  const since = performance.now();
  await fillCatalogue(db, graph);
  say(`store filled in ${Math.round((performance.now() - since) / 1000)} s`);
}
