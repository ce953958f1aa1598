// The pure parts of the preparation: versions, packages, messages, counts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aptMode } from './apt.mjs';
import { checkRuntime } from './faults.mjs';
import { openLog, whatWentWrong } from './log-files.mjs';
import { javaArguments, serverConfig } from './neo4j-server.mjs';
import { packagesAreCurrent } from './packages.mjs';
import { freePort, isPortFree, speaksBolt } from './ports.mjs';
import { portFaults } from './preflight.mjs';
import { readJson } from './run-files.mjs';
import { REPO } from './settings.mjs';
import { addVitestReport, createCounts } from './test-counts.mjs';
import { javaMajor, toolchainFault } from './toolchain.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuanliu-checks-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('versions', () => {
  it('accepts Node from 20.19 and refuses older ones and Windows', () => {
    for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.1.0']) checkRuntime(version, 'linux');
    for (const version of ['18.20.0', '20.18.9'])
      expect(() => checkRuntime(version, 'linux')).toThrow(/20\.19/);
    expect(() => checkRuntime('22.0.0', 'win32')).toThrow(/WSL/);
  });

  it('reads the version of Java, old and new style', () => {
    expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaMajor('java version "1.8.0_402"')).toBe(8);
    expect(javaMajor('openjdk version "21" 2023-09-19')).toBe(21);
    expect(javaMajor('command not found')).toBeUndefined();
  });

  it('names three ways out when Java is missing', () => {
    const text = toolchainFault(['no Java'], ['openjdk-17-jre-headless', 'maven'], true);
    for (const way of ['apt-get install -y openjdk-17-jre-headless maven', 'docker compose', 'NEO4J_URI=']) {
      expect(text).toContain(way);
    }
  });

  it('installs by itself only as root without a terminal, and asks at one', () => {
    expect(aptMode({ uid: 0, terminal: false, hasApt: true })).toBe('auto');
    expect(aptMode({ uid: 0, terminal: true, hasApt: true })).toBe('ask');
    expect(aptMode({ uid: 1000, terminal: false, hasApt: true })).toBe('no');
    expect(aptMode({ uid: 0, terminal: false, hasApt: false })).toBe('no');
  });
});

describe('package-lock.json', () => {
  it('lists the optional packages of every platform, without which npm ci refuses it', () => {
    const { packages } = readJson(join(REPO, 'package-lock.json'));
    const wanted = Object.values(packages).flatMap((entry) =>
      Object.entries(entry.optionalDependencies ?? {}),
    );
    const missing = wanted.filter(
      ([name, range]) =>
        /^\d/.test(range) && !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
    );
    expect(missing).toEqual([]);
  });
});

describe('packagesAreCurrent', () => {
  const lock = (file, packages) => writeFileSync(file, JSON.stringify({ packages }));
  const wanted = {
    '': { name: 'root' },
    api: { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/b': { version: '2.0.0', integrity: 'y', optional: true },
  };

  it('compares what is installed with the lock file, package by package', () => {
    mkdirSync(join(folder, 'node_modules'));
    lock(join(folder, 'package-lock.json'), wanted);
    expect(packagesAreCurrent(folder)).toBe(false);
    const present = join(folder, 'node_modules', '.package-lock.json');
    lock(present, { 'node_modules/a': { version: '1.0.0', integrity: 'x' } });
    expect(packagesAreCurrent(folder)).toBe(true);
    lock(present, { 'node_modules/a': { version: '1.0.1', integrity: 'z' } });
    expect(packagesAreCurrent(folder)).toBe(false);
  });
});

describe('ports', () => {
  it('names a taken port with the variable that changes it', async () => {
    const port = await freePort();
    expect(await isPortFree(port)).toBe(true);
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n', () => socket.destroy());
    });
    await new Promise((resolve) => server.listen(port, '0.0.0.0', resolve));
    try {
      expect(await portFaults([['API_PORT', port]])).toEqual([
        expect.stringContaining(`API_PORT=${port + 10}`),
      ]);
      expect(await speaksBolt(port)).toBe(false);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

describe('the managed Neo4j', () => {
  it('listens on loopback with login and the sizes that were asked for', () => {
    const config = serverConfig({ boltPort: 7001, pageCache: '64m' });
    expect(config).toContain('server.bolt.listen_address=127.0.0.1:7001\n');
    expect(config).toContain('dbms.security.auth_enabled=true\n');
    expect(config).toContain('server.memory.pagecache.size=64m\n');
    expect(javaArguments({ lib: '/jars', heap: '300m' })).toEqual(
      expect.arrayContaining(['-Xmx300m', '/jars/*']),
    );
  });
});

describe('whatWentWrong', () => {
  it('quotes the lines of the last run that say it, and the end of a log that says nothing', () => {
    const file = join(folder, 'x.log');
    writeSync(openLog(file), 'Error: of an earlier run\n');
    writeSync(openLog(file), 'starting\nError: port taken\n    at listen (x.js:1:1)\nbye\n');
    expect(whatWentWrong(file)).toBe('Error: port taken');
    writeSync(openLog(file), 'one\ntwo\n');
    expect(whatWentWrong(file)).toBe('one\ntwo');
    expect(whatWentWrong(join(folder, 'none.log'))).toBe('');
  });
});

describe('test counts', () => {
  const report = (...files) => ({ testResults: files });
  const file = (status, ...statuses) => ({
    name: 'x.test.ts',
    status,
    message: 'cannot load',
    assertionResults: statuses.map((one, i) => ({ status: one, fullName: `test ${i}` })),
  });

  it('adds up passes and counts a skipped test as a failure', () => {
    const counts = createCounts();
    addVitestReport(counts, 'unit', report(file('passed', 'passed', 'passed', 'skipped')), 0);
    expect(counts.line()).toBe('2 passed, 1 failed');
    expect(counts.failures).toEqual(['unit: test 2 (skipped)']);
  });

  it('counts a file that does not load, an empty run, a missing report and a bad exit', () => {
    for (const [given, code] of [
      [report(file('failed')), 1],
      [report(), 1],
      [undefined, 1],
      [report(file('passed', 'passed')), 1],
    ]) {
      const counts = createCounts();
      addVitestReport(counts, 'db', given, code);
      expect(counts.failures).toHaveLength(1);
    }
  });
});
