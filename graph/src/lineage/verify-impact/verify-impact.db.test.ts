import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EdgeDeclaration } from '../../edge/index.js';
import { createGraph } from '../../graph.js';
import { packIds, unpackIds } from '../../index/index.js';
import { datasetIdOf, fieldIdOf } from '../../model/index.js';
import { aDataset, aField, aViewer, clearDatabase, testDb } from '../../testing/index.js';
import { createLineageService, type LineageService } from '../lineage-service.js';
import { checkAnswer } from './check-answer.js';
import { impactOperations } from './index.js';
import { type Answering, type Check, verifyImpact } from './verify-impact.js';

const db = testDb();
const graph = createGraph({ db });
let lineage: LineageService;
afterEach(() => lineage.stop());
afterAll(() => db.close());

const dataset = (name: string) => datasetIdOf('pg', name);
const field = (path: string) => fieldIdOf(dataset(path.split('.')[0]!), path.split('.')[1]!);
const end = (name: string) => (name.includes('.') ? field(name) : dataset(name));
const start = (name: string) =>
  ({ kind: name.includes('.') ? 'FIELD' : 'DATASET', id: end(name) }) as { kind: 'FIELD'; id: string };

async function register(fields: readonly string[], empty: readonly string[]): Promise<void> {
  await clearDatabase(db);
  // A new one each time: a store that is emptied under a running service is no case of the product.
  await lineage?.stop();
  lineage = createLineageService(db);
  const names = [...new Set([...fields.map((path) => path.split('.')[0]!), ...empty])];
  await graph.dataset.describe(
    't',
    names.map((name) => aDataset({ namespace: 'pg', name })),
  );
  await graph.field.describe(
    't',
    fields.map((path) => aField({ dataset: dataset(path.split('.')[0]!), path: path.split('.')[1]! })),
  );
}
const flow = (from: string, to: string): EdgeDeclaration => ({
  from: end(from),
  to: end(to),
  kind: 'DIRECT',
  subtype: 'IDENTITY',
  validFrom: '2026-01-01T00:00:00Z',
  note: 'test',
});

/** On this thread: there are hundreds of checks below. */
const check: Check = (from, answer, at) => checkAnswer(db, from, unpackIds(answer), at);

/** The service, but with another answer. */
const answering = (change: (fields: string[]) => string[], then = async () => {}): Answering => ({
  refresh: () => lineage.refresh(),
  current() {
    const index = lineage.current();
    return {
      version: index.version,
      has: index.has,
      async packedFields(ref, direction) {
        const fields = change(unpackIds(await index.packedFields(ref, direction)));
        await then();
        return packIds(fields);
      },
    };
  },
});
const asIs = (fields: string[]) => fields;

describe('an answer checked against the graph', () => {
  // a.1 ──► b.1 ──► c.1 ──► a.2        b ══► (nobody knows e's columns) e ══► f.1, f.2
  //          ▲       │                 a.1 ╌╌╌► d.1: retracted            g.1 ──► c.1
  //          └───────┘
  let edges: string[];
  beforeEach(async () => {
    await register(['a.1', 'a.2', 'b.1', 'c.1', 'd.1', 'f.1', 'f.2', 'g.1'], ['e']);
    const pairs = ['a.1 b.1', 'b.1 c.1', 'c.1 b.1', 'c.1 a.2', 'b e', 'e f', 'a.1 d.1', 'g.1 c.1'];
    edges = await graph.edge.declare(
      't',
      pairs.map((pair) => flow(...(pair.split(' ') as [string, string]))),
    );
    await graph.edge.retract('t', [edges[6] as never], '下线');
  });

  it('is complete when it is what the graph reaches', async () => {
    const last = await graph.change.lastSequence();
    expect(await verifyImpact(db, check, lineage, start('a.1'))).toEqual({
      complete: true,
      reason: null,
      snapshotVersion: last,
      versionBefore: last,
      versionAfter: last,
      attempts: 1,
      leaks: expect.objectContaining({ count: 0, first: [] }),
      missing: expect.objectContaining({ count: 0, first: [] }),
      strangers: expect.objectContaining({ count: 0, first: [] }),
      checkedFields: 6,
      checkedEdges: 6,
    });
    expect(await verifyImpact(db, check, lineage, start('b'))).toMatchObject({
      complete: true,
      checkedFields: 5,
    });
    expect(await verifyImpact(db, check, lineage, start('e'))).toMatchObject({
      complete: true,
      checkedFields: 2,
    });
  });

  it('names the edge that leaves a set from which a field is missing', async () => {
    const wrong = answering((fields) => fields.filter((id) => id !== field('a.2')));
    expect(await verifyImpact(db, check, wrong, start('a.1'))).toMatchObject({
      complete: false,
      reason: 'EDGE_LEAVES',
      leaks: { count: 1, first: [{ edge: edges[3], from: field('c.1'), to: field('a.2') }] },
    });
  });

  it('names the edge between whole datasets behind which a field is missing', async () => {
    const wrong = answering((fields) => fields.filter((id) => id !== field('f.2')));
    expect(await verifyImpact(db, check, wrong, start('a.1'))).toMatchObject({
      reason: 'EDGE_LEAVES',
      leaks: { count: 1, first: [{ edge: edges[5], from: dataset('e'), to: field('f.2') }] },
    });
  });

  it('tells fields to which nothing leads, a cycle of them too, and fields that do not exist', async () => {
    const wrong = answering((fields) => [...fields, field('b.1'), field('c.1'), field('g.1')]);
    expect(await verifyImpact(db, check, wrong, start('f.1'))).toMatchObject({
      complete: false,
      leaks: { count: 2 },
      strangers: { count: 3, first: [field('b.1'), field('c.1'), field('g.1')] },
    });
    const ghost = field('a.ghost');
    expect(
      await verifyImpact(
        db,
        check,
        answering(() => [ghost]),
        start('f.1'),
      ),
    ).toMatchObject({
      reason: 'NOT_IN_GRAPH',
      missing: { count: 1, first: [ghost] },
    });
    expect(
      await verifyImpact(
        db,
        check,
        answering(() => [field('d.1')]),
        start('f.1'),
      ),
    ).toMatchObject({
      reason: 'NOT_REACHED',
      strangers: { count: 1, first: [field('d.1')] },
    });
  });

  it('begins again when the graph moves meanwhile, and says so when it does not pause', async () => {
    let moves = 0;
    const move = async () => {
      await graph.edge.declare('t', [{ ...flow('g.1', 'd.1'), note: `move ${moves++}` }]);
    };
    const once = answering(asIs, async () => {
      if (moves === 0) await move();
    });
    expect(await verifyImpact(db, check, once, start('a.1'))).toMatchObject({ complete: true, attempts: 2 });
    const restless = await verifyImpact(db, check, answering(asIs, move), start('a.1'));
    expect(restless).toMatchObject({ complete: false, reason: 'GRAPH_MOVED', attempts: 3 });
    expect(restless?.versionAfter).toBeGreaterThan(restless?.snapshotVersion ?? Infinity);
  });

  it('is checked on a thread of its own by the product', async () => {
    const verified = await impactOperations(db, lineage).verify(aViewer(), start('a.1'));
    expect(verified).toEqual(await verifyImpact(db, check, lineage, start('a.1')));
    expect(verified).toMatchObject({ complete: true, checkedFields: 6, checkedEdges: 6 });
  });

  it('knows nothing of what the index does not hold', async () => {
    expect(await verifyImpact(db, check, lineage, start('z.1'))).toBeNull();
  });
});

it('holds for every graph: the answer is complete, one field less leaks, one more is a stranger', async () => {
  const fields = ['a.1', 'a.2', 'b.1', 'b.2', 'c.1', 'c.2', 'd.1'];
  const names = [...fields, 'a', 'b', 'c', 'e'];
  const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([a, b]) => a !== b);
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(pair, { minLength: 3, maxLength: 10, selector: String }),
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 3, maxLength: 3 }),
      async (pairs, starts) => {
        await register(fields, ['e']);
        await graph.edge.declare(
          't',
          pairs.map((ends) => flow(...ends)),
        );
        for (const name of starts) {
          const ref = start(name);
          expect(await verifyImpact(db, check, lineage, ref)).toMatchObject({ complete: true, reason: null });
          const own = new Set(await lineage.current().reachedFields(ref, 'DOWNSTREAM'));
          const inStart = (id: string) =>
            id === ref.id || fields.some((f) => f.startsWith(`${name}.`) && field(f) === id);
          for (const id of fields.map(field)) {
            if (inStart(id)) continue;
            const changed = own.has(id)
              ? answering((answer) => answer.filter((one) => one !== id))
              : answering((answer) => [...answer, id]);
            const found = await verifyImpact(db, check, changed, ref);
            expect(found?.complete).toBe(false);
            if (own.has(id)) expect(found?.leaks.count).toBeGreaterThan(0);
            else expect(found?.strangers.first).toContain(id);
          }
        }
      },
    ),
    { numRuns: 8 },
  );
});
