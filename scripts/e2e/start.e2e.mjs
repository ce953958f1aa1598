// What `npm start` promises about processes, on a demonstration that scripts/test.mjs has started.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { demoEnvironment, runStart } from '../lib/demo-process.mjs';
import { isPortFree } from '../lib/ports.mjs';
import { identityOf, isRunning } from '../lib/processes.mjs';
import { readJson } from '../lib/run-files.mjs';
import { REPO } from '../lib/settings.mjs';

const { YUANLIU_HOME: home, YUANLIU_CACHE: cache, API_PORT, WEB_PORT, NEO4J_BOLT_PORT } = process.env;
const demo = { YUANLIU_HOME: home, YUANLIU_CACHE: cache, API_PORT, WEB_PORT, NEO4J_BOLT_PORT };
const ready = JSON.parse(process.env.E2E_READY);
const script = join(REPO, 'scripts', 'start.mjs');
const started = [];

const start = (environment, options) => {
  const running = runStart(environment, options);
  started.push(running);
  return running;
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const starterOf = (folder) => readJson(join(folder, 'run', 'starter.json'));
const childrenOf = (folder) =>
  readdirSync(join(folder, 'run'))
    .filter((name) => !['state.json', 'starter.json'].includes(name))
    .map((name) => readJson(join(folder, 'run', name)));

async function until(holds, ms, what) {
  const end = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(50);
  }
}

async function datasetCount(graphql) {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ datasets(first: 1) { totalCount } }' }),
  });
  const body = await response.json();
  expect(body.errors).toBeUndefined();
  return body.data.datasets.totalCount;
}

async function expectAllStopped(folder, records, ports) {
  expect(records.filter((record) => isRunning(record))).toEqual([]);
  expect(existsSync(join(folder, 'run', 'state.json'))).toBe(false);
  expect(existsSync(join(folder, 'run', 'starter.json'))).toBe(false);
  for (const port of ports) expect(await isPortFree(Number(port))).toBe(true);
  expect(readFileSync(join(folder, 'logs', 'neo4j.log'), 'utf8').trimEnd()).toMatch(/Stopped\.$/);
}

afterAll(async () => {
  for (const running of started) {
    if (running.child.exitCode === null && running.child.signalCode === null) running.child.kill('SIGTERM');
    await running.ended;
  }
});

describe('npm start', () => {
  it('says at which address a home is running already and exits 0', async () => {
    const again = start(demo);
    expect(await again.ended).toBe(0);
    expect(again.output().stdout).toBe(`${JSON.stringify(ready)}\n`);
    const spoken = start(demo, { args: [script] });
    expect(await spoken.ended).toBe(0);
    expect(spoken.output().stdout).toContain(ready.web);
  });

  it('names every taken port and every other fault together and exits 1', async () => {
    const refused = start({ ...demo, YUANLIU_HOME: join(home, '..', 'refused'), NEO4J_HEAP: 'much' });
    expect(await refused.ended).toBe(1);
    const { stdout, stderr } = refused.output();
    expect(stdout).toBe('');
    for (const text of [API_PORT, WEB_PORT, NEO4J_BOLT_PORT, 'NEO4J_HEAP=much'])
      expect(stderr).toContain(text);
  });

  it('keeps the password of Neo4j to its owner and listens on loopback only', async () => {
    expect(statSync(join(home, 'neo4j-password')).mode & 0o777).toBe(0o600);
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((address) => !address.internal && address.family === 'IPv4');
    for (const { address } of outside) {
      for (const port of [API_PORT, WEB_PORT, NEO4J_BOLT_PORT]) {
        const reached = await new Promise((resolve) => {
          const socket = connect({ host: address, port: Number(port), timeout: 2_000 });
          socket.once('connect', () => resolve(true) || socket.destroy());
          socket.once('error', () => resolve(false));
          socket.once('timeout', () => resolve(false) || socket.destroy());
        });
        expect(reached, `${address}:${port}`).toBe(false);
      }
    }
  });

  it('starts again after kill -9 of the starter, with its data', async () => {
    const before = await datasetCount(ready.graphql);
    const children = childrenOf(home);
    const { pid } = starterOf(home);
    process.kill(pid, 'SIGKILL');
    await until(() => identityOf(pid) === undefined, 5_000, 'the starter is gone');
    expect(children.map((record) => record.role).sort()).toEqual(['api', 'neo4j', 'web']);

    const since = Date.now();
    const again = start(demo);
    expect(await again.ready, again.output().stderr).toEqual(ready);
    expect(Date.now() - since).toBeLessThan(60_000);
    expect(children.filter((record) => isRunning(record))).toEqual([]);
    expect(await datasetCount(ready.graphql)).toBe(before);
  });

  it('stops everything on SIGTERM and leaves a clean store', async () => {
    const children = childrenOf(home);
    const running = started.at(-1);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    await expectAllStopped(home, children, [API_PORT, WEB_PORT, NEO4J_BOLT_PORT]);
  });

  it('begins a killed first start again, empty with SEED=none, and stops through npm', async () => {
    const other = await demoEnvironment({ home: join(home, '..', 'first'), cache, seed: 'none' });
    const folder = other.YUANLIU_HOME;
    // One password in 64 begins with a dash, and must not be taken for an option of Neo4j's command.
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'neo4j-password'), '-begins-with-a-dash\n', { mode: 0o600 });
    const killed = start(other);
    const store = join(folder, 'neo4j', 'data', 'databases', 'neo4j');
    await until(() => existsSync(store), 60_000, 'Neo4j writes its first store');
    process.kill(killed.child.pid, 'SIGKILL');
    await killed.ended;

    const again = start(other, { command: 'npm', args: ['start', '--', '--json'] });
    const found = await again.ready;
    expect(found, again.output().stderr).toMatchObject({ ready: true, home: folder });
    expect(await datasetCount(found.graphql)).toBe(0);

    const children = childrenOf(folder);
    again.child.kill('SIGTERM');
    await again.ended;
    await until(() => starterOf(folder) === undefined, 30_000, 'the starter lets go of the home');
    await expectAllStopped(folder, children, [other.API_PORT, other.WEB_PORT, other.NEO4J_BOLT_PORT]);
    expect(folder.startsWith(tmpdir())).toBe(true);
  });
});
