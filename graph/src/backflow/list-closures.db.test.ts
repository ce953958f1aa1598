import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { sampleEvent, sampleRef } from '../lineage/sample-events.js';
import { datasetIdOf } from '../model/index.js';
import {
  aBackflowLink,
  aDataset,
  aDelivery,
  aDepartment,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';
import { listClosures } from './list-closures.js';

// Today is 2026-11-24 in China.
// HY reports street ─► city (CITY) and people ─► city; city ──backflow L1──► landing (HY) returns what street collected.
// HY's note flows only to its own copy: it was not reported. XH is a sub-district that reports and gets nothing.
// WH, a department, is served by L2, which is broken.
const NOW = Date.parse('2026-11-24T04:00:00Z');
const AT = '2026-11-01T00:00:00Z';
const db = testDb();
const viewer = aViewer();
const id = (name: string) => {
  const ref = sampleRef(name);
  return datasetIdOf(ref.namespace, ref.name);
};
const sorted = (...names: string[]) => names.map(id).toSorted();

beforeAll(async () => {
  await clearDatabase(db);
  const graph = createGraph({ db });
  await graph.department.register('t', [
    aDepartment({ code: 'CITY', kind: 'CITY' }),
    aDepartment({ code: 'HY', kind: 'SUBDISTRICT' }),
    aDepartment({ code: 'XH', kind: 'TOWN' }),
    aDepartment({ code: 'WH' }),
    aDepartment({ code: 'NOBODY' }),
  ]);
  await graph.dataset.describe(
    't',
    (
      [
        ['street', 'HY'],
        ['people', 'HY'],
        ['note', 'HY'],
        ['copy', 'HY'],
        ['landing', 'HY'],
        ['city', 'CITY'],
        ['culture', 'WH'],
      ] as const
    ).map(([name, provider]) => aDataset({ ...sampleRef(name), provider })),
  );
  await graph.ingest.lineage(
    [
      sampleEvent({ job: 'up', at: AT, outputs: { city: { id: [['street', 'id']], n: [['people', 'n']] } } }),
      sampleEvent({ job: 'own', at: AT, outputs: { copy: { id: [['note', 'id']] } } }),
      sampleEvent({ job: 'down', at: AT, outputs: { landing: { id: [['city', 'id']] } } }),
    ],
    { receivedAt: '2026-11-01T00:00:00Z' },
  );
  await graph.backflow.registerLinks('t', [
    aBackflowLink({
      code: 'L1',
      from: id('city'),
      to: id('landing'),
      collected: id('street'),
      serves: 'HY',
      state: 'OVERDUE',
      mapping: [{ from: 'id', to: 'id' }],
    }),
    aBackflowLink({ code: 'L2', from: id('city'), to: id('culture'), serves: 'WH', state: 'BROKEN' }),
  ]);
  await graph.backflow.recordDeliveries('t', [
    aDelivery({
      id: 'd1',
      link: 'L1',
      dueOn: '2026-11-10',
      sentAt: '2026-11-09T00:00:00.000Z',
      // 01:00 on the 11th in China, the day after it was due.
      landedAt: '2026-11-10T17:00:00.000Z',
      rowsSent: 100,
      rowsLanded: 80,
      rowsRejected: 20,
    }),
    aDelivery({
      id: 'd2',
      link: 'L1',
      dueOn: '2026-11-17',
      sentAt: '2026-11-16T00:00:00.000Z',
      landedAt: '2026-11-16T12:00:00.000Z',
      rowsSent: 100,
      rowsLanded: 100,
    }),
    // Over a year ago: no longer counted.
    aDelivery({ id: 'd0', link: 'L1', dueOn: '2025-11-01', rowsSent: 900, rowsLanded: 1 }),
  ]);
});
afterAll(() => db.close());

it('has a row for each sub-district and town and for whom a link serves', async () => {
  const rows = await listClosures(db, viewer, NOW);
  const empty = {
    reported: [],
    returned: [],
    closureRate: null,
    daysToReturn: null,
    onTimeRate: null,
    rowsSent: 0,
    rowsLanded: 0,
    landingRate: null,
    overdue: 0,
    broken: 0,
  };
  expect(rows.map(({ links, ...row }) => ({ ...row, links: links.map(({ code }) => code) }))).toEqual([
    {
      department: 'HY',
      links: ['L1'],
      reported: sorted('street', 'people'),
      returned: [id('street')],
      closureRate: 0.5,
      daysToReturn: (41 / 24 + 0.5) / 2,
      onTimeRate: 0.5,
      rowsSent: 200,
      rowsLanded: 180,
      landingRate: 0.9,
      overdue: 1,
      broken: 0,
    },
    { ...empty, department: 'WH', links: ['L2'], broken: 1 },
    { ...empty, department: 'XH', links: [] },
  ]);
});
