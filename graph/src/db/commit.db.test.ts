import { afterAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createGraph } from '../graph.js';
import { aUseScene, aViewer, clearDatabase, testDb } from '../testing/index.js';
import { commit } from './commit.js';

const db = testDb();
const graph = createGraph({ db });
const viewer = aViewer();
beforeEach(() => clearDatabase(db));
afterAll(() => db.close());

it('numbers changes without gap or twin when many write at once', async () => {
  const writers = Array.from({ length: 12 }, (_, writer) =>
    commit(db, `w${writer}`, async (_tx, log) => {
      for (let i = 0; i <= writer % 4; i++) log('test.done', `${writer}.${i}`, null, { i });
    }),
  );
  await Promise.all(writers);
  const changes = await graph.change.list(viewer, { first: 1000 });
  const total = 3 * (1 + 2 + 3 + 4);
  expect(changes.map((c) => c.sequence)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
  expect(await graph.change.lastSequence()).toBe(total);
  // Those of one transaction stand together.
  const order = changes.map((c) => c.actor);
  expect(order.filter((actor, i) => actor !== order[i - 1])).toHaveLength(12);
});

it('lets what was read stay true until it is written', async () => {
  const scene = aUseScene({ code: 'S' });
  const results = await Promise.all(Array.from({ length: 8 }, () => graph.useScene.register('t', [scene])));
  expect(results.map((r) => r.created).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect(await graph.change.lastSequence()).toBe(1);
});

it('leaves nothing of a transaction that fails', async () => {
  await graph.useScene.register('t', [aUseScene({ code: 'A' })]);
  const failing = commit(db, 't', async (tx, log) => {
    await tx.run('CREATE (:UseScene {code: "B"})');
    log('useScene.registered', 'B', null, { code: 'B' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect((await graph.useScene.list(viewer)).map((s) => s.code)).toEqual(['A']);
  expect(await graph.change.lastSequence()).toBe(1);
  await graph.useScene.register('t', [aUseScene({ code: 'C' })]);
  expect((await graph.change.latest(viewer, 1))[0]).toMatchObject({ sequence: 2, key: 'C' });
});

it('appends nothing when nothing was logged', async () => {
  expect(await commit(db, 't', async () => 'done')).toBe('done');
  expect(await graph.change.lastSequence()).toBe(0);
  expect(await graph.change.list(viewer)).toEqual([]);
});

it('keeps whole numbers as integers in the store', async () => {
  await graph.useScene.register('t', [aUseScene()]);
  const type = await db.read((tx) => tx.run('MATCH (c:Change) RETURN valueType(c.sequence) AS type'));
  expect(z.string().parse(type.records[0]?.get('type'))).toMatch(/^INTEGER/);
});
