import { Code, cityDay } from '@yuanliu/graph';
import { anAccount, aViewer } from '@yuanliu/graph/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillSampleCatalogue, ids } from '../testing/sample-catalogue.js';
import { startTestApi, type TestApi } from '../testing/test-api.js';

// The sample catalogue, with three calls of API-P by APP-1 (JD): 10:00 and 21:00 yesterday, 10:00 two days ago.
let test: TestApi;
const DAY_MS = 86_400_000;
const dayAgo = (days: number) => cityDay(Date.now() - days * DAY_MS);
const call = (eventId: string, days: number, hour: string, over: object = {}) => ({
  eventId,
  occurredAt: `${dayAgo(days)}T${hour}:00:00+08:00`,
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

beforeAll(async () => {
  test = await startTestApi();
  await fillSampleCatalogue(test);
  const [known] = await test.graph.interface.findMany(aViewer(), [Code.parse('API-P')]);
  if (!known) throw new Error('API-P is not there');
  await test.graph.interface.register('t', [{ ...known, windowFrom: 8, windowTo: 20 }]);
  await test.graph.account.register('t', [
    anAccount({ code: 'jd-1', role: 'SUBDISTRICT', department: 'JD' }),
  ]);
  await test.graph.access.accept([
    call('e1', 2, '10'),
    call('e2', 1, '10'),
    call('e3', 1, '21', { result: 'DENIED', rows: 0 }),
  ]);
  await test.graph.ingest.lineage([{ nonsense: true }], { receivedAt: new Date().toISOString() });
  await test.graph.lineage.refresh();
});
afterAll(() => test.close());

const as = async (account: string, document: string) => {
  const { data, errors } = await test.query(document, {}, { 'x-yuanliu-account': account });
  expect(errors).toBeUndefined();
  return data;
};

describe('overview', () => {
  it('shows the whole: departments by grade, interfaces, freshness, calls and arrivals', async () => {
    const { overview } = await test.ask(`{ overview {
      departments { department { code } fieldCount datasetCount byGrade { grade fieldCount } }
      interfaces { active idle suspended other total interfacesExpiring interfacesExceeded authorizationsValid
        authorizationsExpiring authorizationsEnded authorizationsExceeded idleAfterDays expiringWithinDays }
      freshness { fresh late unknown } callsByDay(days: 3) { day calls denied rows } acceptedEvents refusedEvents } }`);
    expect(overview).toEqual({
      departments: [
        {
          department: { code: 'DSJ' },
          fieldCount: 3,
          datasetCount: 2,
          byGrade: [
            { grade: 'L4', fieldCount: 1 },
            { grade: 'L2', fieldCount: 1 },
            { grade: null, fieldCount: 1 },
          ],
        },
        {
          department: { code: 'GA' },
          fieldCount: 3,
          datasetCount: 1,
          byGrade: [
            { grade: 'L4', fieldCount: 1 },
            { grade: null, fieldCount: 2 },
          ],
        },
        {
          department: { code: 'JD' },
          fieldCount: 2,
          datasetCount: 1,
          byGrade: [{ grade: null, fieldCount: 2 }],
        },
      ],
      interfaces: {
        active: 1,
        idle: 0,
        suspended: 1,
        other: 0,
        total: 2,
        interfacesExpiring: 0,
        interfacesExceeded: 1,
        authorizationsValid: 1,
        authorizationsExpiring: 0,
        authorizationsEnded: 1,
        authorizationsExceeded: 1,
        idleAfterDays: 30,
        expiringWithinDays: 30,
      },
      freshness: { fresh: 0, late: 0, unknown: 4 },
      callsByDay: [
        { day: dayAgo(2), calls: 1, denied: 0, rows: 3 },
        { day: dayAgo(1), calls: 2, denied: 1, rows: 3 },
        { day: dayAgo(0), calls: 0, denied: 0, rows: 0 },
      ],
      acceptedEvents: 0,
      refusedEvents: 1,
    });
  });

  it('gives each role its tasks, and local ones only those of their department', async () => {
    const document = '{ overview { tasks { kind count urgent } } }';
    expect(await as('gov-1', document)).toEqual({
      overview: {
        tasks: [
          { kind: 'EXCEEDED_AUTHORIZATIONS', count: 1, urgent: true },
          { kind: 'REFUSED_EVENTS', count: 1, urgent: true },
          { kind: 'SUSPENDED_INTERFACES', count: 1, urgent: false },
          { kind: 'UNGRADED_FIELDS', count: 5, urgent: false },
        ],
      },
    });
    // GA operates no consumer: the authorisation that is exceeded belongs to JD.
    expect(await as('app-1', document)).toEqual({ overview: { tasks: [] } });
    expect(await as('jd-1', document)).toEqual({
      overview: { tasks: [{ kind: 'UNGRADED_FIELDS', count: 2, urgent: false }] },
    });
  });

  it('opens each number as the list behind it', async () => {
    const list = `interfaces { totalCount }`;
    const answer = await test.ask(`{
      exceeded: ${list.replace('interfaces', 'interfaces(filter: { exceeded: true })')}
      suspended: ${list.replace('interfaces', 'interfaces(filter: { state: [SUSPENDED] })')}
      idle: ${list.replace('interfaces', 'interfaces(filter: { idleDays: 30 })')} }`);
    expect(answer).toEqual({
      exceeded: { totalCount: 1 },
      suspended: { totalCount: 1 },
      idle: { totalCount: 0 },
    });
  });
});

describe('interfaces', () => {
  const page = (first: number) => `{
    interfaces(first: ${first}, sort: CALLS, descending: true) { totalCount edges { node {
      code grade consumerCount calls30Days idleDays expiringAuthorizationCount exceededAuthorizationCount
      provider { code } scene { code } callsByDay(days: 2) { day calls denied rows } } } }
    idle: interfaces(filter: { idleDays: 30 }, first: 1) { totalCount }
    interfaceFacets { name values { value label count } } }`;

  it('lists them with calls by day, and names what facets count', async () => {
    expect(await test.ask(page(2))).toEqual({
      interfaces: {
        totalCount: 2,
        edges: [
          {
            node: {
              code: 'API-P',
              grade: 'L4',
              consumerCount: 2,
              calls30Days: 3,
              idleDays: 1,
              expiringAuthorizationCount: 0,
              exceededAuthorizationCount: 1,
              provider: { code: 'DSJ' },
              scene: { code: 'SCN-1' },
              callsByDay: [
                { day: dayAgo(1), calls: 2, denied: 1, rows: 3 },
                { day: dayAgo(0), calls: 0, denied: 0, rows: 0 },
              ],
            },
          },
          {
            node: {
              code: 'API-Q',
              grade: null,
              consumerCount: 0,
              calls30Days: 0,
              idleDays: null,
              expiringAuthorizationCount: 0,
              exceededAuthorizationCount: 0,
              provider: { code: 'GA' },
              scene: null,
              callsByDay: [
                { day: dayAgo(1), calls: 0, denied: 0, rows: 0 },
                { day: dayAgo(0), calls: 0, denied: 0, rows: 0 },
              ],
            },
          },
        ],
      },
      idle: { totalCount: 0 },
      interfaceFacets: [
        {
          name: 'state',
          values: [
            { value: 'IN_USE', label: 'IN_USE', count: 1 },
            { value: 'SUSPENDED', label: 'SUSPENDED', count: 1 },
          ],
        },
        {
          name: 'grade',
          values: [
            { value: 'L4', label: 'L4', count: 1 },
            { value: 'NONE', label: 'NONE', count: 1 },
          ],
        },
        {
          name: 'department',
          values: [
            { value: 'DSJ', label: '区数据局', count: 1 },
            { value: 'GA', label: '公安分局', count: 1 },
          ],
        },
        { name: 'scene', values: [{ value: 'SCN-1', label: '企业专属网页', count: 1 }] },
      ],
    });
  });

  it('asks no more for two than for one, and reads what lists share once', async () => {
    const queriesOf = async (first: number) => {
      test.takeQueries();
      await test.ask(page(first));
      return test.takeQueries();
    };
    const [one, two] = [await queriesOf(1), await queriesOf(2)];
    expect(two.toSorted()).toEqual(one.toSorted());
    expect(two.filter((label) => label === 'interface/list-facts')).toHaveLength(1);
  });

  it('tells calls by hour and which lie outside the declared hours', async () => {
    const { interface: answer } = await test.ask(
      '{ interface(code: "API-P") { callsByHour(days: 2) { day hour calls denied outsideWindow } } }',
    );
    expect(answer).toEqual({
      callsByHour: [
        { day: dayAgo(1), hour: 10, calls: 1, denied: 0, outsideWindow: false },
        { day: dayAgo(1), hour: 21, calls: 1, denied: 1, outsideWindow: true },
      ],
    });
  });

  it('finds what exposes a field or dataset by its id, and refuses other ids', async () => {
    const document = 'query($of: ID!) { interfaces(filter: { exposes: $of }) { edges { node { code } } } }';
    const found = { interfaces: { edges: [{ node: { code: 'API-P' } }] } };
    expect(await test.ask(document, { of: ids.field('dwd.person', 'xm') })).toEqual(found);
    expect(await test.ask(document, { of: ids.dataset('dwd.person') })).toEqual(found);
    const { errors } = await test.query(document, { of: 'nonsense' });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('backflow', () => {
  it('shows every sub-district with what it reported and what came back', async () => {
    const { backflowClosure } = await test.ask(`{ backflowClosure {
      department { code } reportedDatasets returnedDatasets closureRate onTimeRate daysToReturn rowsSent rowsLanded
      landingRate collectedFields lostFields overdue broken links { code } } }`);
    expect(backflowClosure).toEqual([
      {
        department: { code: 'JD' },
        reportedDatasets: 0,
        returnedDatasets: 0,
        closureRate: null,
        onTimeRate: 0.5,
        daysToReturn: 2,
        rowsSent: 200,
        rowsLanded: 190,
        landingRate: 0.95,
        collectedFields: 0,
        lostFields: 0,
        overdue: 0,
        broken: 0,
        links: [{ code: 'BFL-1' }],
      },
    ]);
  });

  it('shows one link whole, and nothing as null', async () => {
    const document = `query($code: String!) { backflowLink(code: $code) {
      code rowsSent rowsLanded onTimeRate mapping { from { path dataset { name } } to { path dataset { name } } } lostFields { path } } }`;
    const pair = (path: string) => ({
      from: { path, dataset: { name: 'dwd.person' } },
      to: { path, dataset: { name: 'jd.person' } },
    });
    expect(await test.ask(document, { code: 'BFL-1' })).toEqual({
      backflowLink: {
        code: 'BFL-1',
        rowsSent: 200,
        rowsLanded: 190,
        onTimeRate: 0.5,
        mapping: [pair('zjhm'), pair('xm')],
        lostFields: [],
      },
    });
    expect(await test.ask(document, { code: 'NONE' })).toEqual({ backflowLink: null });
  });
});

describe('health', () => {
  it('tells how each part does', async () => {
    const { health } = await test.ask<{ health: Record<string, Record<string, unknown>> }>(`{ health {
      database { version latencyMs migration current } index { snapshotVersion latestVersion builtAt fieldCount edgeCount }
      accessLog { events firstAt lastAt pending } ingest { accepted refused lastAt } process { startedAt memoryMb node } } }`);
    expect(health).toMatchObject({
      database: { version: expect.stringMatching(/^Neo4j\//), current: true },
      index: { snapshotVersion: health.index?.latestVersion, fieldCount: 8 },
      accessLog: { events: 3, pending: 0 },
      ingest: { accepted: 0, refused: 1, lastAt: '2026-03-02T00:00:00.000Z' },
      process: { node: process.versions.node },
    });
  });
});
