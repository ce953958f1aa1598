import { explorerBench } from './explorer.js';
import { impactBench } from './impact.js';
import { machine, record } from './results.js';

type Bench = (say: (line: string) => void) => Promise<{ ok: boolean; section: string }>;

/** The benches by name, each with the title of its section in RESULTS.md. */
const BENCHES: Record<string, { title: string; run: Bench }> = {
  impact: { title: 'Impact: index against Cypher', run: impactBench },
  explorer: { title: 'Explorer: pages on screen', run: explorerBench },
};

const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')}]… [--record]`;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(args: string[]): Promise<boolean> {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => (arg.startsWith('--') ? arg !== '--record' : !(arg in BENCHES)));
  if (unknown.length > 0) {
    say(`unknown: ${unknown.join(' ')}\n${USAGE}`);
    return false;
  }
  let ok = true;
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    const { title, run } = BENCHES[name]!;
    say(`\n${title}\n${machine()}`);
    const result = await run(say);
    ok &&= result.ok;
    if (!args.includes('--record')) continue;
    const day = new Date().toISOString().slice(0, 10);
    record(name, `## ${title}\n\n${day}; ${machine()}\n\n${result.section}`);
  }
  return ok;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
