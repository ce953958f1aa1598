import { gzipSync } from 'node:zlib';
import { testDb } from '@yuanliu/graph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { sampleEvent } from '../testing/sample-event.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

let test: TestApi;
let url: string;
beforeAll(async () => {
  test = await startTestApi();
  url = await test.listen();
});
afterAll(() => test.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const step = (job: string) => sampleEvent({ job, from: `${job}.in`, to: `${job}.out`, columns: { a: 'a' } });

async function post(path: string, body: unknown, headers: Record<string, string> = JSON_TYPE) {
  const raw =
    typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
  const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: raw });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('health', () => {
  it('is alive at once, and ready when database, schema and index are', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const early = await fetch(`${url}/readyz`);
    expect([early.status, await early.json()]).toMatchObject([
      503,
      { reasons: ['the lineage index is not built yet'] },
    ]);
    await test.graph.lineage.refresh();
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready', reasons: [] }]);
  });

  it('gives its numbers to Prometheus', async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    for (const name of [
      'index_size',
      'index_version',
      'index_lag_changes',
      'http_request_seconds',
      'lineage_events_total',
      'inbox_waiting_events',
      'inbox_oldest_age_seconds',
    ]) {
      expect(text).toContain(`yuanliu_${name}`);
    }
  });
});

describe('POST /graphql', () => {
  it('answers JSON with the id of the request', async () => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'x-request-id': 'request-12345' },
      body: '{"query":"{ viewer { role } }"}',
    });
    expect(response.headers.get('x-request-id')).toBe('request-12345');
    expect(await response.json()).toEqual({ data: { viewer: { role: 'GOVERNANCE' } } });
  });

  it('takes no GET, no form, no multipart and no huge body', async () => {
    expect((await fetch(`${url}/graphql?query={viewer{role}}`)).status).toBe(405);
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
    ]) {
      expect((await post('/graphql', 'query={viewer{role}}', { 'content-type': type })).status).toBe(415);
    }
    expect((await post('/graphql', { query: `{ viewer { role } } #${'x'.repeat(300_000)}` })).status).toBe(
      413,
    );
  });
});

describe('POST /api/v1/lineage', () => {
  it('answers 201 with a body, also for the same event again, and changes nothing then', async () => {
    const send = () => post('/api/v1/lineage?wait=true', step('one'));
    expect(await send()).toEqual({ status: 201, body: { status: 'accepted', notices: [] } });
    const before = await test.graph.change.lastSequence();
    expect(before).toBeGreaterThan(0);
    expect((await send()).status).toBe(201);
    expect(await test.graph.change.lastSequence()).toBe(before);
  });

  it('takes gzip', async () => {
    const body = gzipSync(JSON.stringify(step('zipped')));
    expect(await post('/api/v1/lineage', body, { ...JSON_TYPE, 'content-encoding': 'gzip' })).toMatchObject({
      status: 201,
    });
  });

  it('answers 400 with path and reason for each fault, and writes nothing', async () => {
    await test.graph.ingest.built();
    const before = await test.graph.change.lastSequence();
    const { status, body } = await post('/api/v1/lineage', {
      ...step('bad'),
      eventTime: 'yesterday',
      job: { name: 5 },
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      status: 'error',
      errors: expect.arrayContaining([{ path: 'job.name', message: expect.any(String) }]),
    });
    await test.graph.ingest.built();
    expect(await test.graph.change.lastSequence()).toBe(before);
  });

  it.each([
    ['no JSON', '{', JSON_TYPE, 400],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE, 400],
    ['an array', '[]', JSON_TYPE, 400],
    ['another type', '{}', { 'content-type': 'text/csv' }, 415],
    ['another encoding', '{}', { ...JSON_TYPE, 'content-encoding': 'br' }, 415],
    ['broken gzip', '{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 400],
    ['more than 5 MB', `"${'x'.repeat(6_000_000)}"`, JSON_TYPE, 413],
    [
      'a gzip bomb',
      gzipSync(Buffer.alloc(64_000_000, ' ')),
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
      413,
    ],
  ] as const)('refuses %s', async (_name, body, headers, status) => {
    const answer = await post('/api/v1/lineage', body, headers);
    expect(answer).toMatchObject({ status, body: { errors: [{ message: expect.any(String) }] } });
  });
});

describe('with keys for producers', () => {
  const KEY = 'a-key-of-the-producers';
  let keyed: TestApi;
  let base: string;
  beforeAll(async () => {
    keyed = await startTestApi({ db: testDb(), ingestKeys: ['another-key-of-16', KEY] });
    base = await keyed.listen();
  });
  afterAll(() => keyed.close());

  it.each([
    [undefined, 401],
    ['Bearer', 401],
    ['Bearer another-key', 401],
    [`Basic ${KEY}`, 401],
    [`Bearer ${KEY}x`, 401],
    [`Bearer ${KEY}`, 201],
    [`bearer ${KEY}`, 201],
  ])('a request with %s is answered %i', async (authorization, status) => {
    const headers = { ...JSON_TYPE, ...(authorization === undefined ? {} : { authorization }) };
    const answer = await fetch(`${base}/api/v1/lineage`, {
      ...{ method: 'POST', headers },
      body: JSON.stringify(step('keyed')),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });

  it('asks for one on every path that takes events in, and on no other', async () => {
    for (const path of ['/api/v1/lineage', '/api/v1/lineage/batch', '/api/v1/access-events']) {
      expect((await fetch(`${base}${path}`, { method: 'POST', headers: JSON_TYPE, body: '[]' })).status).toBe(
        401,
      );
    }
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });
});

describe('POST /api/v1/lineage/batch', () => {
  it('takes the good and names the bad', async () => {
    const { status, body } = await post('/api/v1/lineage/batch', [
      step('b1'),
      { nonsense: true },
      step('b2'),
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'partial_success',
      summary: { received: 3, successful: 2, failed: 1 },
      failed_events: [{ index: 1, reason: expect.stringContaining(':'), retriable: false }],
    });
  });

  it('refuses what is no array', async () => {
    expect((await post('/api/v1/lineage/batch', {})).status).toBe(400);
  });
});

describe('a catalogue with interfaces', () => {
  beforeAll(() => fillSampleCatalogue(test));

  const access = (eventId: string, over: object = {}) => ({
    eventId,
    occurredAt: '2026-03-05T10:00:00+08:00',
    actorType: 'APP',
    actorId: 'APP-1',
    consumer: 'APP-1',
    interface: 'API-P',
    authorization: 'AUTH-1',
    action: 'QUERY',
    rows: 2,
    result: 'OK',
    networkZone: 'GOV',
    ...over,
  });

  it('takes access events as lines or as an array, once per event id', async () => {
    const lines = [
      JSON.stringify(access('x1')),
      '{"eventId":',
      JSON.stringify(access('x2', { rows: -1 })),
    ].join('\r\n');
    const ndjson = { 'content-type': 'application/x-ndjson' };
    expect(await post('/api/v1/access-events', lines, ndjson)).toMatchObject({
      status: 200,
      body: {
        accepted: 1,
        rejected: 2,
        reasons: [{ line: 2 }, { line: 3, reason: expect.stringContaining('rows') }],
      },
    });
    expect(
      await post('/api/v1/access-events', gzipSync(lines), { ...ndjson, 'content-encoding': 'gzip' }),
    ).toMatchObject({ status: 200, body: { accepted: 0, duplicates: 1, rejected: 2 } });
    expect(await post('/api/v1/access-events', [access('x3')])).toMatchObject({
      status: 200,
      body: { accepted: 1 },
    });
    expect((await post('/api/v1/access-events', {})).status).toBe(400);
  });

  it('exports the impacted fields as CSV, with formulas made harmless', async () => {
    const ods = ids.field('ods.person', 'zjhm');
    const [field] = await test.graph.field.findMany({ account: 'a', role: 'GOVERNANCE', department: 'b' }, [
      Buffer.from(ids.field('ads.person', 'zjhm_hash'), 'base64').toString().split(':')[1] as never,
    ]);
    const { id: _i, grade: _g, createdAt: _c, ...described } = field as NonNullable<typeof field>;
    await test.graph.field.describe('test', [{ ...described, title: '=cmd|calc!A1' }]);
    const response = await fetch(`${url}/export/impact.csv?id=${encodeURIComponent(ods)}&locale=en`);
    expect(response.headers.get('content-disposition')).toMatch(
      /attachment; filename="impact-fd_\w+-v\d+\.csv"/,
    );
    expect(response.headers.get('x-yuanliu-snapshot-version')).toMatch(/^\d+$/);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(header).toMatch(/^namespace,dataset,dataset_title,field/);
    expect(rows).toHaveLength(3);
    expect(rows.join('\n')).toContain("zjhm_hash,'=cmd|calc!A1,,");
  });

  it('exports who accessed as CSV', async () => {
    const id = encodeURIComponent(ids.field('dwd.person', 'zjhm'));
    const text = await (
      await fetch(`${url}/export/access.csv?id=${id}&from=2026-03-01&to=2026-03-31`)
    ).text();
    expect(text.trimEnd().split('\r\n')).toEqual([
      expect.stringContaining('使用方代码,使用方,接口代码'),
      expect.stringMatching(/^APP-1,一网统管,API-P,人口查询,AUTH-1,1,MASKED,1,2,0,4,/),
    ]);
  });

  it('tells what is wrong with the question of an export', async () => {
    const get = async (path: string) => {
      const response = await fetch(`${url}${path}`);
      return [response.status, await response.json()];
    };
    expect(await get('/export/impact.csv')).toMatchObject([
      400,
      { errors: [{ path: 'id', message: 'is missing' }] },
    ]);
    expect(await get(`/export/impact.csv?id=${ids.field('no', 'x')}`)).toMatchObject([404, {}]);
    expect(
      await get(`/export/access.csv?id=${ids.dataset('dwd.person')}&from=x&to=2026-03-31`),
    ).toMatchObject([400, { errors: [{ path: 'from' }] }]);
  });
});

describe('paths', () => {
  it.each([
    '/',
    '/graphql/',
    '/GRAPHQL',
    '/graphql;x=1',
    '/export/../metrics2',
    '/__proto__',
    '/constructor',
  ])('has nothing at %s', async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(404);
  });

  it('says which methods a path takes', async () => {
    const response = await fetch(`${url}/api/v1/lineage/batch`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('does not read two identities as one', async () => {
    const headers = new Headers(JSON_TYPE);
    headers.append('X-Yuanliu-Account', 'gov-1');
    headers.append('x-yuanliu-account', 'app-1');
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: '{"query":"{viewer{role}}"}',
    });
    expect(response.status).toBe(400);
  });
});
