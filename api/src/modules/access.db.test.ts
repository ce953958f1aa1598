import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../calendar.js';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

const call = (eventId: string, occurredAt: string, over: object = {}) => ({
  eventId,
  occurredAt,
  actorType: 'APP',
  actorId: 'APP-1',
  consumer: 'APP-1',
  interface: 'API-P',
  authorization: 'AUTH-1',
  action: 'QUERY',
  rows: 3,
  result: 'OK',
  networkZone: 'GOV',
  ...over,
});

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
  await test.graph.access.accept([
    call('e1', '2026-03-02T10:00:00+08:00'),
    call('e2', '2026-03-03T10:00:00+08:00', { rows: 4 }),
    call('e3', '2026-03-03T11:00:00+08:00', { result: 'DENIED', rows: 0 }),
    // Before data of ods.person came to dwd.person: accuses nobody of reading it.
    call('e4', '2026-02-01T10:00:00+08:00', { rows: 100 }),
    // After its authorisation had ended.
    call('e5', '2026-03-04T10:00:00+08:00', {
      consumer: 'APP-2',
      actorId: 'APP-2',
      authorization: 'AUTH-2',
      rows: 1,
    }),
  ]);
});
afterAll(() => test.close());

describe('whoAccessed', () => {
  const document = `query($id: ID!, $from: Date!, $to: Date!) { whoAccessed(id: $id, from: $from, to: $to) {
    start { label } from to consumerCount calls rows completeness { complete }
    accesses { consumer { name } interface { code } authorization { code } authorizedThroughout ring distance
      calls denied rows firstAt lastAt fields { path } gradeNow path { length nodes { label } } days { day calls denied rows } } } }`;

  it('names who read what was derived from a field by then, and how', async () => {
    const { whoAccessed } = await test.ask(document, {
      id: ids.field('ods.person', 'zjhm'),
      from: '2026-01-01',
      to: '2026-03-31',
    });
    expect(whoAccessed).toEqual({
      start: { label: '证件号码' },
      from: '2026-01-01',
      to: '2026-03-31',
      consumerCount: 1,
      calls: 3,
      rows: 7,
      completeness: { complete: true },
      accesses: [
        {
          consumer: { name: '一网统管' },
          interface: { code: 'API-P' },
          authorization: { code: 'AUTH-1' },
          authorizedThroughout: true,
          ring: 'MASKED',
          distance: 2,
          calls: 3,
          denied: 1,
          rows: 7,
          firstAt: '2026-03-02T02:00:00.000Z',
          lastAt: '2026-03-03T03:00:00.000Z',
          fields: [{ path: 'zjhm' }],
          gradeNow: 'L4',
          path: { length: 2, nodes: [{ label: '证件号码' }, { label: '证件号码' }, { label: '人口查询' }] },
          days: [
            { day: '2026-03-02', calls: 1, denied: 0, rows: 3 },
            { day: '2026-03-03', calls: 2, denied: 1, rows: 4 },
          ],
        },
      ],
    });
  });

  it('shows reading after the authorisation had ended', async () => {
    const { whoAccessed } = await test.ask<{ whoAccessed: { accesses: object[] } }>(document, {
      id: ids.field('dwd.person', 'xm'),
      from: '2026-03-04',
      to: '2026-03-04',
    });
    expect(whoAccessed.accesses).toMatchObject([
      {
        consumer: { name: '网格应用' },
        authorization: { code: 'AUTH-2' },
        authorizedThroughout: false,
        rows: 1,
      },
    ]);
  });

  it('refuses a period that ends before it begins, and a day that is none', async () => {
    const id = ids.field('dwd.person', 'xm');
    const backwards = await test.query(document, { id, from: '2026-03-02', to: '2026-03-01' });
    expect(backwards.errors?.[0]).toMatchObject({
      message: 'to: is before from',
      extensions: { code: 'INVALID_INPUT' },
    });
    const noDay = await test.query(document, { id, from: '2026-02-30', to: '2026-03-01' });
    expect(noDay.errors?.[0]?.message).toMatch(/not a day/);
  });
});

describe('accessesBy', () => {
  it('says what one consumer read, and where that came from', async () => {
    const { accessesBy } = await test.ask(
      `query($consumer: ID!) { accessesBy(consumer: $consumer, from: "2026-01-01", to: "2026-12-31") {
        consumer { code } calls rows accesses { interface { code } authorization { code } calls rows grade fields { path } sources { ring fieldCount } } } }`,
      { consumer: ids.consumer('APP-1') },
    );
    expect(accessesBy).toMatchObject({
      consumer: { code: 'APP-1' },
      calls: 4,
      rows: 107,
      accesses: [
        {
          interface: { code: 'API-P' },
          authorization: { code: 'AUTH-1' },
          grade: 'L4',
          fields: expect.arrayContaining([{ path: 'zjhm' }, { path: 'xm' }]),
          sources: expect.arrayContaining([{ ring: 'CLEARTEXT', fieldCount: 2 }]),
        },
      ],
    });
  });

  it('is null for a consumer that does not exist', async () => {
    const document =
      'query($c: ID!) { accessesBy(consumer: $c, from: "2026-01-01", to: "2026-12-31") { calls } }';
    expect(await test.ask(document, { c: ids.consumer('NOBODY') })).toEqual({ accessesBy: null });
    const wrong = await test.query(document, { c: ids.interface('API-P') });
    expect(wrong.errors?.[0]?.message).toBe('consumer: not the id of a Consumer');
  });
});

describe('search', () => {
  it('finds datasets, fields, interfaces and departments with highlights and facets', async () => {
    const { search } = await test.ask<{
      search: { totalCount: number; edges: { node: object }[]; facets: { name: string; values: object[] }[] };
    }>(`{ search(text: "人口") { totalCount
      edges { node { kind node { __typename ... on Dataset { title } ... on Interface { name } } highlights { property text } } }
      facets { name values { value label count } } } }`);
    expect(search.edges.map((e) => e.node)).toEqual(
      expect.arrayContaining([
        {
          kind: 'DATASET',
          node: { __typename: 'Dataset', title: '实有人口基础信息' },
          highlights: expect.arrayContaining([
            { property: 'title', text: expect.stringContaining('\u0001人口\u0002') },
          ]),
        },
        expect.objectContaining({ kind: 'INTERFACE', node: { __typename: 'Interface', name: '人口查询' } }),
      ]),
    );
    expect(search.facets.find((f) => f.name === 'department')?.values).toContainEqual(
      expect.objectContaining({ value: 'DSJ', label: '区数据局' }),
    );
  });

  it('finds a field by the initials of its pinyin, filtered by kind', async () => {
    const { search } = await test.ask<{ search: { edges: object[] } }>(
      '{ search(text: "zjhm", filter: { kind: [FIELD] }, first: 1) { edges { node { kind node { ... on Field { path dataset { name } } } } } } }',
    );
    expect(search.edges).toMatchObject([{ node: { kind: 'FIELD', node: { path: 'zjhm' } } }]);
  });
});

describe('interface use', () => {
  it('shows the last call and how long it has been idle', async () => {
    const { interface: api } = await test.ask<{ interface: { lastCallAt: string; idleDays: number } }>(
      '{ interface(code: "API-P") { lastCallAt idleDays } }',
    );
    expect(api.lastCallAt).toBe('2026-03-04T02:00:00.000Z');
    // By the calendar of the city: the last call was on 4 March there.
    expect(api.idleDays).toBe((Date.parse(today()) - Date.parse('2026-03-04')) / 86_400_000);
  });
});
