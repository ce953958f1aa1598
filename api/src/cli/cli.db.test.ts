import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packIds } from '@yuanliu/graph/lineage-index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleEvent } from '../testing/sample-event.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
let url: string;
let folder: string;
beforeAll(async () => {
  test = await startTestApi();
  url = await test.listen();
  await test.graph.lineage.refresh();
  folder = mkdtempSync(join(tmpdir(), 'yuanliu-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await test.close();
});

const main = join(import.meta.dirname, 'main.ts');

/** The command as a user's shell runs it, from its sources. */
function yuanliu(args: string[], env: Record<string, string> = { YUANLIU_API_URL: url }) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = {
      env: { PATH: process.env.PATH, HOME: folder, ...env },
      cwd: join(import.meta.dirname, '../..'),
    };
    execFile(process.execPath, ['--import', 'tsx', main, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

// A food delivery in small: orders ─► orders_7_days ─► top_restaurants
const STEPS = [
  sampleEvent({
    job: 'etl_orders',
    from: 'public.orders',
    to: 'public.orders_7_days',
    columns: { order_id: 'id' },
  }),
  sampleEvent({
    job: 'etl_top',
    from: 'public.orders_7_days',
    to: 'public.top',
    columns: { order_id: 'order_id' },
  }),
];
const LINES = STEPS.map((s) => JSON.stringify(s)).join('\n');

describe('yuanliu ingest', () => {
  it('sends NDJSON, and lineage and impact are there', async () => {
    const path = file('orders.ndjson', `\uFEFF${LINES}\n\n`);
    expect(await yuanliu(['ingest', path])).toMatchObject({
      code: 0,
      stdout: `${path}: 2 accepted, 0 refused\n`,
    });
    await test.graph.lineage.refresh();
    const { dataset } = await test.ask<{ dataset: { fields: { id: string }[] } }>(
      '{ dataset(namespace: "dameng://test:5236", name: "public.orders") { fields { id path } } }',
    );
    expect(
      await test.ask('query($id: ID!) { impact(id: $id) { fieldCount datasetCount } }', {
        id: dataset.fields[0]?.id,
      }),
    ).toEqual({ impact: { fieldCount: 2, datasetCount: 2 } });
  });

  it('reads a JSON array over many lines, one object, and gzip; the same again changes nothing', async () => {
    const before = await test.graph.change.lastSequence();
    const files = [
      file('array.json', JSON.stringify(STEPS, null, 2)),
      file('one.json', JSON.stringify(STEPS[0], null, 2)),
      file('lines.ndjson.gz', gzipSync(LINES)),
    ];
    const { code, stdout } = await yuanliu(['ingest', '--json', ...files]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      api: url,
      files: [
        { file: files[0], received: 2, accepted: 2, refused: 0, faults: [] },
        { file: files[1], received: 1, accepted: 1, refused: 0, faults: [] },
        { file: files[2], received: 2, accepted: 2, refused: 0, faults: [] },
      ],
    });
    expect(await test.graph.change.lastSequence()).toBe(before);
  });

  it('names file and line of each fault, takes the rest and ends with 1', async () => {
    const third = sampleEvent({ job: 'etl_third', from: 'a', to: 'b', columns: { x: 'x' } });
    const path = file('faulty.ndjson', `{"broken\n${JSON.stringify(third)}\n\n{"eventTime":"now"}\n`);
    const { code, stdout, stderr } = await yuanliu(['ingest', path]);
    expect(code).toBe(1);
    expect(stdout).toBe(`${path}: 1 accepted, 2 refused\n`);
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining(`${path}:1: not JSON`),
      expect.stringContaining(`${path}:4: `),
      '',
    ]);
  });

  it('says plainly when a file is missing or nothing answers', async () => {
    const missing = await yuanliu(['ingest', join(folder, 'nothing.ndjson')]);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('ENOENT') });
    const silent = await yuanliu(['ingest', file('x.ndjson', LINES)], {
      YUANLIU_API_URL: 'http://127.0.0.1:9',
    });
    expect(silent).toMatchObject({ code: 1, stderr: 'nothing answers at http://127.0.0.1:9\n' });
  });
});

describe('yuanliu doctor', () => {
  it('finds the API of a running home', async () => {
    await test.graph.lineage.refresh();
    mkdirSync(join(folder, 'run'), { recursive: true });
    writeFileSync(join(folder, 'run/state.json'), JSON.stringify({ api: url }));
    const { code, stdout } = await yuanliu(['doctor', '--json'], { YUANLIU_HOME: folder });
    expect(JSON.parse(stdout).findings.map((f: { check: string }) => f.check)).toEqual([
      'node',
      'api',
      'ready',
    ]);
    expect(code).toBe(0);
  });

  it('says what to do when nothing answers', async () => {
    const { code, stdout } = await yuanliu(['doctor'], { YUANLIU_API_URL: 'http://127.0.0.1:9' });
    expect(code).toBe(1);
    expect(stdout).toContain('run `npm start`, or set YUANLIU_API_URL');
  });
});

/** Above a second it is said how long it takes; how long that is depends on the machine. */
const ONLY_PROGRESS = /^(reading the graph: \d+ s\n)*$/;

describe('yuanliu check-index', () => {
  it('says that index and graph are equal', async () => {
    const { code, stdout, stderr } = await yuanliu(['check-index']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(ONLY_PROGRESS) });
    expect(stdout).toMatch(/^equal: the lineage index holds what the graph holds at change \d+\n$/);
  });

  it('ends with 1 and names the part that was wrong, once: it is replaced', async () => {
    await test.db.driver.executeQuery("MATCH (d:Dataset) SET d.layer = 'ADS'");
    const wrong = await yuanliu(['check-index']);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(
      /^DIFFERENT at change \d+; .*\ndatasets: \d+ rows in the index, \d+ in the graph\n$/,
    );
    const json = await yuanliu(['check-index', '--json']);
    expect(json.code).toBe(0);
    expect(JSON.parse(json.stdout)).toMatchObject({ equal: true, differences: [] });
  });
});

describe('yuanliu verify-impact', () => {
  const orders = ['dameng://test:5236', 'public.orders'];

  it('checks a field by its names and by its id, and a dataset', async () => {
    await test.graph.lineage.refresh();
    const { code, stdout, stderr } = await yuanliu(['verify-impact', '--json', ...orders, 'id']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(ONLY_PROGRESS) });
    const proof = JSON.parse(stdout);
    expect(proof).toMatchObject({ complete: true, checkedFields: 3, checkedEdges: 2, attempts: 1 });
    for (const words of [[proof.id], orders]) {
      expect(await yuanliu(['verify-impact', ...words])).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^complete: 3 fields and 2 edges checked at version \d+; /),
      });
    }
  });

  it('ends with 1 and names what the index has missed', async () => {
    const current = test.graph.lineage.current;
    test.graph.lineage.current = () => ({ ...current(), packedFields: async () => packIds([]) });
    const wrong = await yuanliu(['verify-impact', ...orders, 'id']);
    test.graph.lineage.current = current;
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(
      /^NOT complete \(EDGE_LEAVES\): 1 fields and 1 edges checked at version \d+\nedge ed_\w+ leaves: \S+ → \S+\n$/,
    );
  });

  it('says plainly what does not exist', async () => {
    const unknown = await yuanliu(['verify-impact', ...orders, 'nothing']);
    expect(unknown).toMatchObject({ code: 1, stderr: `there is no ${orders.join(' ')} nothing\n` });
    const noId = await yuanliu(['verify-impact', 'nonsense']);
    expect(noId).toMatchObject({ code: 1, stderr: expect.stringContaining('not the id of') });
  });
});
