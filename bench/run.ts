import { parseArgs } from 'node:util';
import { explorerBench } from './explorer.js';
import { impactBench } from './impact.js';
import { ingestBench } from './ingest.js';
import { machine, record } from './results.js';
import { serveBench } from './serve.js';
import { sqlLineageBench } from './sql-lineage.js';

/** What a run may be told; each bench takes what concerns it. */
export interface BenchOptions {
  size?: string | undefined;
  shape?: string | undefined;
  minutes?: number | undefined;
}
export interface BenchResult {
  /** Whether every answer was right and every promise kept. */
  ok: boolean;
  /** What RESULTS.md says. */
  section: string;
}
type Bench = (say: (line: string) => void, options: BenchOptions) => Promise<BenchResult>;

/** The benches by name, each with the title of its section in RESULTS.md and the options that it is recorded under. */
const BENCHES: Record<string, { title: string; run: Bench; by?: (options: BenchOptions) => string }> = {
  impact: {
    title: 'Impact beside Neo4j, PostgreSQL and C',
    run: impactBench,
    by: ({ size = '100k', shape }) => [size, shape].filter(Boolean).join(' '),
  },
  serve: {
    title: 'Impact over GraphQL, and how the index keeps up',
    run: serveBench,
    by: ({ size = '1M' }) => size,
  },
  explorer: { title: 'Explorer: pages on screen', run: explorerBench },
  ingest: { title: 'OpenLineage events into the graph', run: ingestBench },
  'sql-lineage': { title: 'Column lineage of SQL', run: sqlLineageBench },
};

const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')}]… [--record]
impact: --size 10k|100k|1M|10M (100k) --shape global|local|none (all)
serve: --size (1M) --shape (global) --minutes (5); NEO4J_BENCH_URI: an empty Neo4j, or one that an earlier run has filled`;
const say = (line: string) => process.stdout.write(`${line}\n`);

function read(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      record: { type: 'boolean', default: false },
      size: { type: 'string' },
      shape: { type: 'string' },
      minutes: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !(name in BENCHES));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}`);
  const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
  if (minutes !== undefined && !(minutes > 0)) throw new Error(`no number of minutes: ${values.minutes}`);
  return { names: positionals.length > 0 ? positionals : Object.keys(BENCHES), ...values, minutes };
}

async function main({ names, record: keep, ...options }: ReturnType<typeof read>): Promise<boolean> {
  let ok = true;
  for (const name of names) {
    const { title, run, by } = BENCHES[name]!;
    const of = by?.(options);
    const heading = of === undefined ? title : `${title}: ${of}`;
    say(`\n${heading}\n${machine()}`);
    const result = await run(say, options);
    ok &&= result.ok;
    if (!keep) continue;
    const day = new Date().toISOString().slice(0, 10);
    const key = of === undefined ? name : `${name} ${of}`;
    record(key, `## ${heading}\n\n${day}; ${machine()}\n\n${result.section}`);
  }
  return ok;
}

let request: ReturnType<typeof read> | undefined;
try {
  request = read(process.argv.slice(2));
} catch (error) {
  say(`${(error as Error).message}\n${USAGE}`);
}
process.exitCode = request !== undefined && (await main(request)) ? 0 : 1;
