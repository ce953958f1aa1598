// Real, tiny child processes stand for the programs: what is tested is how they are started and stopped.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stopOrphans } from './orphans.mjs';
import { isRunning, MARKS } from './processes.mjs';
import { readJson, recordedChildren } from './run-files.mjs';
import { CalledOff, createSupervisor } from './supervisor.mjs';

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const polite = "setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0)); console.log('up')";
const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";

let home;
let supervisor;
let ended;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'yuanliu-supervisor-'));
  ended = [];
  supervisor = createSupervisor({ home, repo: home, onServiceEnd: (service) => ended.push(service.role) });
});
afterEach(async () => {
  await supervisor.stopAll();
  rmSync(home, { recursive: true, force: true });
});

const spec = (role, code, more = {}) => ({
  role,
  command: process.execPath,
  args: ['-e', code],
  env: process.env,
  logFile: join(home, 'logs', `${role}.log`),
  ...more,
});
const isUp = (service) => () => readFileSync(service.logFile, 'utf8').includes('up');
async function startUp(role, code, more) {
  const service = supervisor.startService(spec(role, code, more));
  await supervisor.waitReady(service, isUp(service), 20_000);
  return service;
}

describe('a supervisor', () => {
  it('stops services in the reverse order of their start and forgets them', async () => {
    for (const role of ['neo4j', 'api', 'web']) await startUp(role, polite);
    expect(
      recordedChildren(home)
        .map((record) => record.role)
        .sort(),
    ).toEqual(['api', 'neo4j', 'web']);
    const order = [];
    await supervisor.stopAll((service) => order.push(service.role));
    expect(order).toEqual(['web', 'api', 'neo4j']);
    expect(supervisor.services.map((service) => service.clean)).toEqual([true, true, true]);
    expect(recordedChildren(home)).toEqual([]);
    expect(ended).toEqual([]);
  });

  it('kills a service that does not listen, after its grace', async () => {
    const service = await startUp('web', deaf, { graceMs: 300 });
    await supervisor.stopAll();
    expect(service.clean).toBe(false);
    expect(isRunning(service)).toBe(false);
  });

  it('tells of a service that ends by itself, and fails a wait with its last words', async () => {
    const service = supervisor.startService(spec('api', "console.log('no database'); process.exit(3)"));
    await expect(supervisor.waitReady(service, () => false, 20_000)).rejects.toThrow(/no database/);
    await service.gone;
    await sleep(0);
    expect(ended).toEqual(['api']);
  });

  it('runs a task to its end with its lines, and fails one with its exit code', async () => {
    const lines = [];
    await supervisor.runTask({
      ...spec('migrate', "console.log('one\\ntwo')"),
      onLine: (line) => lines.push(line),
    });
    expect(lines).toEqual(['one', 'two']);
    await expect(supervisor.runTask(spec('seeds', 'process.exit(2)'))).rejects.toThrow(/seeds .*\(2\)/);
    expect(await supervisor.runTask({ ...spec('lint', 'process.exit(2)'), tolerant: true })).toBe(2);
    await expect(supervisor.runTask({ ...spec('x', ''), command: 'no-such-command' })).rejects.toThrow(
      /no-such-command/,
    );
  });

  it('calls a flow off once it is being stopped', async () => {
    const task = supervisor.runTask(spec('build', polite));
    const result = expect(task).rejects.toThrow(CalledOff);
    await supervisor.stopAll();
    await result;
    expect(() => supervisor.startService(spec('api', polite))).toThrow(CalledOff);
  });

  it('writes children down with our marks, out of reach of Ctrl-C', async () => {
    const service = await startUp(
      'api',
      `${polite}; console.log(process.env.${MARKS.home}, process.env.${MARKS.role})`,
    );
    expect(readJson(join(home, 'run', 'api.json'))).toMatchObject({ role: 'api', pid: service.pid });
    await supervisor.waitReady(
      service,
      () => readFileSync(service.logFile, 'utf8').includes(`${home} api`),
      5_000,
    );
    process.kill(-service.pid, 0); // throws unless the child leads a group of its own
  });
});

describe('stopOrphans', () => {
  it('stops the children of a starter that was killed, and no others', async () => {
    const starter = `
      import { createSupervisor } from ${JSON.stringify(new URL('./supervisor.mjs', import.meta.url).href)};
      const supervisor = createSupervisor({ home: ${JSON.stringify(home)}, repo: ${JSON.stringify(home)} });
      for (const role of ['neo4j', 'api'])
        supervisor.startService({ role, command: process.execPath, args: ['-e', ${JSON.stringify(polite)}],
          env: process.env, logFile: ${JSON.stringify(home)} + '/logs/' + role + '.log' });
      process.kill(process.pid, 'SIGKILL');`;
    const child = spec('starter', starter, { args: ['--input-type=module', '-e', starter], tolerant: true });
    await supervisor.runTask(child).catch(() => {});
    const own = await startUp('web', polite);
    const left = recordedChildren(home).filter((record) => record.role !== 'web');
    expect(left.map((record) => record.role).sort()).toEqual(['api', 'neo4j']);

    const other = mkdtempSync(join(tmpdir(), 'yuanliu-other-'));
    expect(await stopOrphans({ home: other, repo: other })).toEqual([]);
    rmSync(other, { recursive: true });
    expect(left.every((record) => isRunning(record))).toBe(true);

    await supervisor.stopAll();
    expect(await stopOrphans({ home, repo: home })).toEqual(['api', 'neo4j']);
    expect(left.some((record) => isRunning(record))).toBe(false);
    expect(isRunning(own)).toBe(false);
  });
});
