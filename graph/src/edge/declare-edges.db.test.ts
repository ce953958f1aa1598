import { afterAll, beforeEach, expect, it } from 'vitest';
import { createGraph } from '../graph.js';
import { datasetIdOf, edgeIdOf, fieldIdOf } from '../model/index.js';
import { aDataset, aField, aViewer, clearDatabase, testDb } from '../testing/index.js';
import type { EdgeDeclaration } from './index.js';

// a(x) ─→ b(y)
const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
const [a, b] = [datasetIdOf('pg', 'a'), datasetIdOf('pg', 'b')];
const [x, y] = [fieldIdOf(a, 'x'), fieldIdOf(b, 'y')];
const declaration: EdgeDeclaration = {
  from: x,
  to: y,
  kind: 'DIRECT',
  subtype: 'TRANSFORMATION',
  masking: 'ENCRYPT',
  validFrom: '2026-01-01T08:00:00+08:00',
  note: '王工：手工台账',
};

beforeEach(async () => {
  await clearDatabase(db);
  await graph.dataset.describe('t', [
    aDataset({ namespace: 'pg', name: 'a' }),
    aDataset({ namespace: 'pg', name: 'b' }),
  ]);
  await graph.field.describe('t', [aField({ dataset: a, path: 'x' }), aField({ dataset: b, path: 'y' })]);
});
afterAll(() => db.close());

it('records an edge with all its properties, once', async () => {
  const [id] = await graph.edge.declare('t', [declaration]);
  const sequence = await graph.change.lastSequence();
  expect(await graph.edge.declare('t', [declaration])).toEqual([id]);
  expect(await graph.change.lastSequence()).toBe(sequence);
  const edges = await graph.edge.findMany(viewer, [id as never]);
  expect(edges).toEqual([
    {
      id: edgeIdOf({
        from: x,
        to: y,
        kind: 'DIRECT',
        subtype: 'TRANSFORMATION',
        masking: 'ENCRYPT',
        origin: 'DECLARED',
        job: null,
      }),
      level: 'FIELD',
      from: x,
      to: y,
      kind: 'DIRECT',
      subtype: 'TRANSFORMATION',
      masking: 'ENCRYPT',
      reversible: true,
      backflow: false,
      origin: 'DECLARED',
      job: null,
      evidence: { run: null, sqlHash: null, sqlSpan: null, note: '王工：手工台账' },
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: null,
      recordedAt: edges[0]?.recordedAt,
      retractedAt: null,
    },
  ]);
});

it('marks edges of whole datasets as coarse', async () => {
  const ids = await graph.edge.declare('t', [
    { ...declaration, to: b },
    { ...declaration, from: a },
    { ...declaration, from: a, to: b },
  ]);
  const edges = await graph.edge.findMany(viewer, ids);
  expect(edges.map((e) => [e.level, e.from, e.to]).sort()).toEqual(
    [
      ['COARSE', x, b],
      ['COARSE', a, y],
      ['COARSE', a, b],
    ].sort(),
  );
});

it('ends the old version when a declaration changes, and starts another after a retraction', async () => {
  const [first] = await graph.edge.declare('t', [declaration]);
  const [second] = await graph.edge.declare('t', [{ ...declaration, note: '李工：复核' }]);
  expect(second).not.toBe(first);
  expect(await graph.edge.retract('t', [second as never], '系统下线')).toBe(1);
  expect(await graph.edge.retract('t', [second as never], '系统下线')).toBe(0);
  const [third] = await graph.edge.declare('t', [declaration]);
  const edges = await graph.edge.findMany(viewer, [first, second, third] as never);
  expect(edges.map((e) => [e.id, e.retractedAt === null])).toEqual([
    [first, false],
    [second, false],
    [third, true],
  ]);
});

it('refuses unknown ends, a foreign subtype and twins; retracting an unknown edge is not found', async () => {
  const ghost = fieldIdOf(a, 'ghost');
  await expect(graph.edge.declare('t', [{ ...declaration, from: ghost }])).rejects.toMatchObject({
    issues: [{ path: '[0].from', message: `field ${ghost} does not exist` }],
  });
  await expect(graph.edge.declare('t', [{ ...declaration, kind: 'INDIRECT' }])).rejects.toMatchObject({
    issues: [{ path: '[0].subtype', message: 'TRANSFORMATION is not a subtype of INDIRECT' }],
  });
  await expect(graph.edge.declare('t', [declaration, declaration])).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  await expect(graph.edge.retract('t', ['ed_00000000000000000000' as never], 'x')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
