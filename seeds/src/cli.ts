#!/usr/bin/env node
import { connect, createGraph } from '@yuanliu/graph';
import { readSeedEnv } from './env.js';
import { connectApi } from './public-api.js';
import { SCENARIOS } from './scenarios/index.js';
import { seed, stateOfStore } from './seed.js';

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const SKIPPED = {
  seeded: '演示数据已在库中，不再写入 / the demonstration is already there',
  foreign:
    '库不为空，不写入演示数据（--force 可强制写入） / the store is not empty: nothing is written (use --force)',
} as const;

async function main(): Promise<number> {
  const checked = readSeedEnv();
  if (!checked.ok) {
    for (const fault of checked.faults) say(`✗ ${fault}`);
    return 1;
  }
  const { env } = checked;
  if (env.SEED === 'none') {
    say('SEED=none：目录保持为空 / the catalogue stays empty');
    return 0;
  }
  const build = SCENARIOS[env.SEED];
  if (!build) {
    say(`✗ SEED ${env.SEED} is not known: ${[...Object.keys(SCENARIOS), 'none'].join(', ')}`);
    return 1;
  }
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = env;
  const db = connect({ uri, user, password, database });
  try {
    const graph = createGraph({ db });
    const began = Date.now();
    const scenario = build(env.SEED_NOW);
    const state = await stateOfStore(scenario, graph);
    if ((state === 'seeded' || state === 'foreign') && !process.argv.includes('--force')) {
      say(SKIPPED[state]);
      return 0;
    }
    if (state === 'unfinished') say('上次写入未完成，继续 / an earlier seeding was cut off: completing it');
    let last = began;
    const report = (what: string, count: number): void => {
      const at = Date.now();
      say(`  ${what}: ${count.toLocaleString('en-US')} (${((at - last) / 1000).toFixed(1)} s)`);
      last = at;
    };
    const faults = await seed(scenario, {
      graph,
      api: connectApi(env.YUANLIU_API_URL, env.YUANLIU_INGEST_KEYS),
      report,
    });
    for (const fault of faults.slice(0, 20)) say(`✗ ${fault}`);
    if (faults.length > 0) {
      say(`✗ 回读核验不一致 / ${faults.length} mismatches when read back`);
      return 1;
    }
    say(`  演示数据已写入并核验 / written and read back in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return 0;
  } finally {
    await db.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(`✗ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  },
);
