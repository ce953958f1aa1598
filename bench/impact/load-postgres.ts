import { chmodSync, closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedGraph } from '../generator.js';
import { type BenchPostgres, sql } from '../postgres.js';
import type { Groups } from './groups.js';

const LINES = 50_000;

/** Writes a file of lines that the server can read. */
function writeLines(file: string, count: number, line: (i: number) => string): string {
  const handle = openSync(file, 'w');
  for (let first = 0; first < count; first += LINES) {
    const length = Math.min(LINES, count - first);
    writeSync(handle, `${Array.from({ length }, (_, i) => line(first + i)).join('\n')}\n`);
  }
  closeSync(handle);
  chmodSync(file, 0o644);
  return file;
}

async function copy({ client }: BenchPostgres, table: string, file: string): Promise<void> {
  await client.query(`COPY ${table} FROM '${file}' (FORMAT csv)`);
}

function edgeFile(folder: string, graph: GeneratedGraph, first: number, last: number): string {
  const backflow = first >= graph.firstBackflow;
  return writeLines(
    join(folder, 'edges.csv'),
    last - first,
    (i) => `${graph.from[first + i]},${graph.to[first + i]},${backflow}`,
  );
}

/** Puts the fields and every edge but backflow into an empty database. */
export async function loadPostgres(
  database: BenchPostgres,
  graph: GeneratedGraph,
  groups: Groups,
): Promise<void> {
  await database.client.query(sql('create'));
  const fields = writeLines(join(database.folder, 'fields.csv'), graph.fields, (v) => {
    const { tier, department } = graph.datasets[graph.datasetOf[v]!]!;
    return `${v},${tier},${department},${groups.salt[v]}`;
  });
  await copy(database, 'fields', fields);
  await copy(database, 'edges', edgeFile(database.folder, graph, 0, graph.firstBackflow));
  await database.client.query(sql('index'));
}

/** Replaces the backflow of a former shape, and lets the planner see the whole. */
export async function replaceBackflow(database: BenchPostgres, graph: GeneratedGraph): Promise<void> {
  await database.client.query('DELETE FROM edges WHERE backflow');
  if (graph.firstBackflow < graph.from.length)
    await copy(database, 'edges', edgeFile(database.folder, graph, graph.firstBackflow, graph.from.length));
  await database.client.query('VACUUM (ANALYZE) fields');
  await database.client.query('VACUUM (ANALYZE) edges');
}
