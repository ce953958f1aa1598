import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { datasetIdOf, edgeIdOf, fieldIdOf } from '../model/index.js';
import {
  aBackflowLink,
  aDataset,
  aDelivery,
  aDepartment,
  aField,
  aViewer,
  clearDatabase,
  testDb,
} from '../testing/index.js';

// city(id) ─backflow→ landing(id), collected in street
const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const [street, city, landing] = ['street', 'city', 'landing'].map((n) => datasetIdOf('pg', n)) as never as [
  ReturnType<typeof datasetIdOf>,
  ReturnType<typeof datasetIdOf>,
  ReturnType<typeof datasetIdOf>,
];
const link = aBackflowLink({
  code: 'BFL',
  from: city,
  to: landing,
  collected: street,
  serves: 'JD',
  mapping: [{ from: 'id', to: 'id' }],
});
const edgeId = edgeIdOf({
  from: fieldIdOf(city, 'id'),
  to: fieldIdOf(landing, 'id'),
  kind: 'DIRECT',
  subtype: 'IDENTITY',
  masking: null,
  origin: 'OBSERVED',
  job: null,
});

beforeEach(async () => {
  await clearDatabase(db);
  await graph.department.register('t', [aDepartment({ code: 'JD', kind: 'SUBDISTRICT' })]);
  await graph.dataset.describe(
    't',
    ['street', 'city', 'landing'].map((name) => aDataset({ namespace: 'pg', name })),
  );
  await graph.field.describe(
    't',
    [city, landing].map((dataset) => aField({ dataset, path: 'id' })),
  );
  await graph.backflow.registerLinks('t', [link]);
});
afterAll(() => db.close());

it('reads a link back whole and finds it by its datasets and department', async () => {
  expect(await graph.backflow.findMany(viewer, ['BFL'])).toEqual([link]);
  expect(await graph.backflow.list(viewer, { department: 'JD' })).toEqual([link]);
  expect(await graph.backflow.list(viewer, { department: 'XX' })).toEqual([]);
  expect(await graph.backflow.linksOf(viewer, [city, street])).toEqual(
    [
      { dataset: city, role: 'FROM', link: 'BFL' },
      { dataset: street, role: 'RETURNS', link: 'BFL' },
    ].sort((p, q) => p.dataset.localeCompare(q.dataset)),
  );
});

it('makes a backflow edge when the first delivery lands, and none before', async () => {
  await graph.backflow.recordDeliveries('t', [
    aDelivery({ id: 'D1', link: 'BFL', state: 'SENT', landedAt: null, rowsLanded: 0 }),
  ]);
  expect(await graph.edge.findMany(viewer, [edgeId])).toEqual([]);
  const landed = aDelivery({ id: 'D1', link: 'BFL', landedAt: '2026-11-02T00:00:00.000Z' });
  expect(await graph.backflow.recordDeliveries('t', [landed])).toEqual({
    created: 0,
    changed: 1,
    unchanged: 0,
  });
  expect(await graph.edge.findMany(viewer, [edgeId])).toMatchObject([
    {
      backflow: true,
      level: 'FIELD',
      validFrom: '2026-11-02T00:00:00.000Z',
      evidence: { note: 'backflow link BFL, delivery D1' },
    },
  ]);
  expect(await graph.backflow.deliveriesOf(viewer, ['BFL'])).toEqual([landed]);
});

it('changes nothing when deliveries come again or a later one lands', async () => {
  const first = aDelivery({ id: 'D1', link: 'BFL', landedAt: '2026-11-02T00:00:00.000Z' });
  await graph.backflow.recordDeliveries('t', [first]);
  const sequence = await graph.change.lastSequence();
  await graph.backflow.recordDeliveries('t', [first]);
  expect(await graph.change.lastSequence()).toBe(sequence);
  await graph.backflow.recordDeliveries('t', [
    aDelivery({ id: 'D2', link: 'BFL', landedAt: '2026-11-09T00:00:00.000Z' }),
  ]);
  expect(await graph.change.lastSequence()).toBe(sequence + 1);
});

it('makes a dataset edge when the link has no mapping', async () => {
  await graph.backflow.registerLinks('t', [{ ...link, mapping: [] }]);
  await graph.backflow.recordDeliveries('t', [aDelivery({ link: 'BFL' })]);
  const [change] = await graph.change.latest(viewer, 1);
  expect(change).toMatchObject({
    kind: 'edge.observed',
    after: { level: 'COARSE', from: city, to: landing },
  });
});

it('refuses unmapped fields, unknown links and counts that contradict each other', async () => {
  await expect(
    graph.backflow.registerLinks('t', [{ ...link, mapping: [{ from: 'id', to: 'nope' }] }]),
  ).rejects.toMatchObject({ issues: [{ path: '[0].mapping[0].to' }] });
  await expect(graph.backflow.recordDeliveries('t', [aDelivery({ link: 'XX' })])).rejects.toMatchObject({
    issues: [{ path: '[0].link', message: 'backflow link XX does not exist' }],
  });
  await expect(
    graph.backflow.recordDeliveries('t', [aDelivery({ link: 'BFL', rowsLanded: 11, landedAt: null })]),
  ).rejects.toMatchObject({ issues: [{ path: '[0].landedAt' }, { path: '[0].rowsLanded' }] });
});
