import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccessLog } from '../access/index.js';
import { cursorAt, readQuery } from '../db/index.js';
import { createGraph } from '../graph.js';
import { datasetIdOf, fieldIdOf } from '../model/index.js';
import {
  aConsumer,
  aDataset,
  aDepartment,
  aField,
  aGrading,
  anAuthorization,
  anInterface,
  aUseScene,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';
import { listAllCallDays, listCallDays } from './list-call-days.js';
import { countInterfaceFacets, listCandidates, listInterfaces } from './list-interfaces.js';
import { summarizeInterfaces } from './summarize.js';

// Today is 2026-11-24 in China. `ds` has a (L4), b (not graded) and c (L2).
// A1 in use, DSJ, gives a and b: called yesterday; APP-J (JD) until 10 December for L3, APP-G (GA) for L4
// A2 in use, GA, gives b: never called; APP-J's authorisation has ended
// A3 suspended, DSJ, gives c: called on 1 September
// A4 in use, no provider, gives nothing: called 30 days ago, late in the evening in UTC
const NOW = Date.parse('2026-11-24T04:00:00Z');
const db = testDb();
const viewer = aViewer();
const ds = datasetIdOf('pg', 'ds');
const field = (path: string) => fieldIdOf(ds, path);
let log: Awaited<ReturnType<typeof openAccessLog>>;

beforeAll(async () => {
  await clearDatabase(db);
  log = await openAccessLog(':memory:');
  const graph = createGraph({ db, accessLog: log });
  await graph.department.register(
    't',
    ['DSJ', 'GA', 'JD'].map((code) => aDepartment({ code })),
  );
  await graph.useScene.register('t', [aUseScene({ code: 'S1' })]);
  await graph.dataset.describe('t', [aDataset({ namespace: 'pg', name: 'ds' })]);
  await graph.field.describe(
    't',
    ['a', 'b', 'c'].map((path) => aField({ dataset: ds, path })),
  );
  await graph.grading.file('t', [
    aGrading({ of: field('a'), grade: 'L4' }),
    aGrading({ of: field('c'), grade: 'L2' }),
  ]);
  await graph.interface.register('t', [
    anInterface({ code: 'A1', name: '甲接口', provider: 'DSJ', scene: 'S1' }),
    anInterface({ code: 'A2', name: '乙接口', provider: 'GA', description: '企业登记' }),
    anInterface({ code: 'A3', name: '丙接口', provider: 'DSJ', state: 'SUSPENDED' }),
    anInterface({ code: 'A4', name: '丁接口' }),
  ]);
  const exposure = (code: string, path: string) => ({
    interface: code,
    field: field(path),
    alias: path,
    masking: null,
    reversible: false,
  });
  await graph.interface.expose('t', [
    exposure('A1', 'a'),
    exposure('A1', 'b'),
    exposure('A2', 'b'),
    exposure('A3', 'c'),
  ]);
  await graph.consumer.register('t', [
    aConsumer({ code: 'APP-J', operatedBy: 'JD' }),
    aConsumer({ code: 'APP-G', operatedBy: 'GA' }),
  ]);
  const grant = { validFrom: '2026-01-01', fields: [field('b')] };
  await graph.authorization.grant('t', [
    anAuthorization({
      ...grant,
      code: 'Z1',
      consumer: 'APP-J',
      interface: 'A1',
      validTo: '2026-12-10',
      approvedGrade: 'L3',
    }),
    anAuthorization({
      ...grant,
      code: 'Z2',
      consumer: 'APP-G',
      interface: 'A1',
      validTo: '2027-06-01',
      approvedGrade: 'L4',
    }),
    anAuthorization({
      ...grant,
      code: 'Z3',
      consumer: 'APP-J',
      interface: 'A2',
      validTo: '2026-11-24',
      approvedGrade: 'L1',
    }),
  ]);
  const call = (eventId: string, code: string, occurredAt: string, over: object = {}) => ({
    eventId,
    occurredAt,
    actorType: 'APP',
    actorId: 'APP-J',
    consumer: 'APP-J',
    interface: code,
    action: 'QUERY',
    rows: 5,
    result: 'OK',
    networkZone: 'GOV',
    ...over,
  });
  await graph.access.accept([
    // 00:30 on the 23rd in China.
    call('e1', 'A1', '2026-11-22T16:30:00Z'),
    call('e2', 'A1', '2026-11-23T10:00:00+08:00', { result: 'DENIED', rows: 0 }),
    call('e3', 'A1', '2026-11-20T10:00:00+08:00', { consumer: 'APP-G', actorId: 'APP-G', rows: 7 }),
    call('e4', 'A3', '2026-09-01T10:00:00+08:00'),
    // 01:00 on 25 October in China, 30 days before today; the 24th in UTC would be 31.
    call('e5', 'A4', '2026-10-24T17:00:00Z'),
  ]);
});
afterAll(async () => {
  await log.close();
  await db.close();
});

type Question = NonNullable<Parameters<typeof listInterfaces>[2]>;
async function codes(filter: Question['filter'], rest: Omit<Question, 'filter'> = {}) {
  const narrowed = await listCandidates(db, { text: filter?.text, exposes: filter?.exposes }, NOW);
  const page = await listInterfaces(db, viewer, { ...rest, filter }, narrowed);
  expect(page.totalCount).toBeGreaterThanOrEqual(page.rows.length);
  return page.rows.map(({ code }) => code).join(' ');
}

describe('a list of interfaces', () => {
  it('narrows by each part of the filter', async () => {
    expect(await codes({ state: ['SUSPENDED'] })).toBe('A3');
    expect(await codes({ department: ['DSJ'] })).toBe('A3 A1');
    expect(await codes({ scene: ['S1'] })).toBe('A1');
    expect(await codes({ text: '企业' })).toBe('A2');
    expect(await codes({ text: 'a4' })).toBe('A4');
  });

  it('takes the highest grade exposed, and "not graded" beside it', async () => {
    expect(await codes({ grade: ['L4'] })).toBe('A1');
    expect(await codes({ grade: ['L2', 'L4'] })).toBe('A3 A1');
    expect(await codes({ ungraded: true })).toBe('A4 A2');
    expect(await codes({ grade: ['L2'], ungraded: true })).toBe('A4 A3 A2');
  });

  it('calls those in use idle that nobody called for so many days in China, never called ones too', async () => {
    expect(await codes({ idleDays: 30 })).toBe('A4 A2');
    expect(await codes({ idleDays: 31 })).toBe('A2');
    expect(await codes({ idleDays: 1 })).toBe('A4 A2 A1');
  });

  it('knows authorisations that end soon or cover less than is given out', async () => {
    expect(await codes({ expiringWithinDays: 15 })).toBe('');
    expect(await codes({ expiringWithinDays: 16 })).toBe('A1');
    expect(await codes({ exceeded: true })).toBe('A1');
    expect(await codes({ exceeded: true, usedBy: ['GA'] })).toBe('');
    expect(await codes({ usedBy: ['JD'] })).toBe('A2 A1');
  });

  it('finds what exposes a field or any field of a dataset', async () => {
    expect(await codes({ exposes: field('b') })).toBe('A2 A1');
    expect(await codes({ exposes: ds })).toBe('A3 A2 A1');
    expect(await codes({ exposes: 'fd_none' })).toBe('');
  });

  it('orders all that pass before it takes a page', async () => {
    expect(await codes({}, { sort: 'NAME' })).toBe('A4 A3 A2 A1');
    expect(await codes({}, { sort: 'NAME', descending: true })).toBe('A1 A2 A3 A4');
    expect(await codes({}, { sort: 'GRADE', descending: true })).toBe('A1 A3 A4 A2');
    expect(await codes({}, { sort: 'CALLS', descending: true, first: 1 })).toBe('A1');
    expect(await codes({}, { sort: 'LAST_CALL' })).toBe('A2 A3 A4 A1');
    expect(await codes({}, { sort: 'IDLE', descending: true, first: 2 })).toBe('A2 A3');
    expect(await codes({}, { sort: 'CONSUMERS', descending: true })).toBe('A1 A2 A4 A3');
  });

  it('pages without losing or doubling one', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    const all = await listCandidates(db, {}, NOW);
    for (let page = 0; page < 4; page += 1) {
      const answer = await listInterfaces(db, viewer, { sort: 'IDLE', first: 1, after }, all);
      expect(answer).toMatchObject({ totalCount: 4 });
      seen.push(...answer.rows.map(({ code }) => code));
      after = cursorAt(page);
    }
    expect(seen).toEqual(['A1', 'A4', 'A3', 'A2']);
  });

  it('counts facets, each under the conditions of the others', async () => {
    const facets = await countInterfaceFacets(
      db,
      viewer,
      { state: ['IN_USE'], department: ['DSJ'] },
      await listCandidates(db, {}, NOW),
    );
    expect(facets).toEqual([
      {
        name: 'state',
        values: [
          { value: 'IN_USE', count: 1 },
          { value: 'SUSPENDED', count: 1 },
        ],
      },
      { name: 'grade', values: [{ value: 'L4', count: 1 }] },
      {
        name: 'department',
        values: [
          { value: 'DSJ', count: 1 },
          { value: 'GA', count: 1 },
        ],
      },
      { name: 'scene', values: [{ value: 'S1', count: 1 }] },
    ]);
  });

  it('refuses what no filter can mean', async () => {
    await expect(listInterfaces(db, viewer, { filter: { idleDays: -1 } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('the sum of all interfaces', () => {
  it('counts use and authorisations of today', async () => {
    expect(await summarizeInterfaces(db, viewer, null, await listCandidates(db, {}, NOW))).toEqual({
      active: 1,
      idle: 2,
      suspended: 1,
      other: 0,
      total: 4,
      interfacesExpiring: 1,
      interfacesExceeded: 1,
      authorizationsValid: 2,
      authorizationsExpiring: 1,
      authorizationsEnded: 1,
      authorizationsExceeded: 1,
    });
  });

  it('counts for one department only what its consumers were authorised for', async () => {
    expect(await summarizeInterfaces(db, viewer, 'GA', await listCandidates(db, {}, NOW))).toMatchObject({
      active: 1,
      idle: 0,
      total: 1,
      interfacesExpiring: 0,
      interfacesExceeded: 0,
      authorizationsValid: 1,
      authorizationsEnded: 0,
    });
  });
});

describe('calls by day', () => {
  it('leaves no gap and counts days in China', async () => {
    const [a1, a2] = await listCallDays(db, viewer, ['A1', 'A2'], 5, NOW);
    const quiet = (day: string) => ({ day, calls: 0, denied: 0, rows: 0 });
    expect(a1).toEqual({
      code: 'A1',
      days: [
        { day: '2026-11-20', calls: 1, denied: 0, rows: 7 },
        quiet('2026-11-21'),
        quiet('2026-11-22'),
        { day: '2026-11-23', calls: 2, denied: 1, rows: 5 },
        quiet('2026-11-24'),
      ],
    });
    expect(a2?.days.map(({ calls }) => calls)).toEqual([0, 0, 0, 0, 0]);
  });

  it('adds up all interfaces', async () => {
    const days = await listAllCallDays(db, viewer, 31, NOW);
    expect(days).toHaveLength(31);
    expect(days[0]).toEqual({ day: '2026-10-25', calls: 1, denied: 0, rows: 5 });
    expect(days.reduce((sum, { calls }) => sum + calls, 0)).toBe(4);
  });

  it.each(['interface/sum-calls', 'interface/sum-call-days'])(
    'reads nothing but the index in %s',
    async (file) => {
      const { summary } = await db.read((tx) =>
        tx.run(`EXPLAIN ${readQuery(file)}`, { since: '2026-11-01' }),
      );
      expect(JSON.stringify(summary.plan)).toMatch(/CallDay\(day, interface, calls, denied, rows\)/);
    },
  );

  it('refuses a span that is no span', async () => {
    await expect(listCallDays(db, viewer, ['A1'], 0)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(listAllCallDays(db, viewer, 367)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
