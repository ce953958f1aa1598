import { afterEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../errors.js';
import {
  buildIndexData,
  type IndexRows,
  openLineageIndex,
  packIndexData,
  unpackIndexData,
} from '../../index/index.js';
import { draw, edge, field } from '../../index/testing/draw.js';
import type { Snapshot } from './messages.js';
import { createPool, type Pool } from './pool.js';
import { createReader } from './reader.js';

let pool: Pool;
const faults: unknown[] = [];
afterEach(async () => {
  await pool.close();
  faults.length = 0;
});
const open = (threads: number, deadlineMs = 60_000) => {
  pool = createPool({ threads, deadlineMs, onError: (error) => faults.push(error) });
};

let snapshots = 0;
function versionOf(rows: IndexRows) {
  const packed = packIndexData(buildIndexData(rows));
  const snapshot: Snapshot = { id: ++snapshots, packed };
  const index = openLineageIndex(unpackIndexData(packed));
  return {
    index,
    reader: (v = index.version) => createReader({ index, version: v }, pool.asker(snapshot, v)),
  };
}

// s.a ─► t.b ─► u.c, and in another version a step further
const SHORT = draw(['s.a', 't.b', 'u.c'], [edge('s.a', 't.b'), edge('t.b', 'u.c')]);
const LONGER = draw(
  ['s.a', 't.b', 'u.c', 'v.d'],
  [edge('s.a', 't.b'), edge('t.b', 'u.c'), edge('u.c', 'v.d')],
);
const A = field('s.a');

describe('the pool of answering threads', () => {
  it('answers every question as an index on this thread does', async () => {
    open(2);
    const { index, reader } = versionOf(SHORT);
    const there = reader();
    const { byDistance, interfaces, consumers, completeness, ...counts } = index.impact(A);
    const { digest, ...visited } = completeness;
    const page = { offset: 0, limit: 1 };
    expect(await there.impact(A)).toEqual({ ...counts, completeness: visited });
    expect(await there.impactDistances(A)).toEqual(byDistance);
    expect(await there.impactEnds(A)).toEqual({ interfaces, consumers });
    expect(await there.digest(A)).toBe(digest);
    expect(await there.impactedFields(A, page)).toEqual(index.impactedFields(A, page));
    expect(await there.impactedDatasets(A, page)).toEqual(index.impactedDatasets(A, page));
    const both = { direction: 'BOTH' } as const;
    expect(await there.lineage(A, both)).toEqual(index.lineage(A, both));
    expect(await there.paths(A, field('u.c'), 3)).toEqual(index.paths(A, field('u.c'), 3));
    expect(await there.departmentGrades()).toEqual(index.departmentGrades());
    expect(await there.upstreamByRing(['u.c'])).toEqual(index.upstreamByRing(['u.c']));
    expect(await there.exposureArrivals(A)).toEqual(index.exposureArrivals(A));
    expect(await there.reachedFields(A, 'DOWNSTREAM')).toEqual(['t.b', 'u.c']);
    expect(await there.reachedFields(A, 'DOWNSTREAM', {}, ['s.a', 'u.c'])).toEqual(['u.c']);
    expect(await there.verifyComplete(A, 'DOWNSTREAM')).toEqual(index.verifyComplete(A, 'DOWNSTREAM'));
    const points = { from: { valid: '2025-01-01T00:00:00Z' }, to: {}, direction: 'BOTH' } as const;
    const { added, removed, changed } = index.diff(A, points);
    expect(await there.diff(A, points)).toMatchObject({ added, removed, changed });
    const before = { asOf: { valid: '2025-01-01T00:00:00Z' } };
    expect((await there.impact(A, before)).fieldCount).toBe(0);
  });

  it('keeps each reader at its version, under the number it was given', async () => {
    open(1);
    const [short, longer, third] = [SHORT, LONGER, SHORT].map(versionOf) as [V, V, V];
    const readers = [short.reader(), longer.reader(8), third.reader(9), short.reader(), longer.reader()];
    for (const [i, [fields, version]] of [
      [2, 1],
      [3, 8],
      [2, 9],
      [2, 1],
      [3, 1],
    ].entries()) {
      const { fieldCount, completeness } = await readers[i]!.impact(A);
      expect([fieldCount, completeness.snapshotVersion]).toEqual([fields, version]);
    }
  });

  it('says at its deadline that an answer is not complete', async () => {
    open(1);
    const { completeness } = await versionOf(LONGER).reader().impact(A, { deadlineMs: 0 });
    expect(completeness).toMatchObject({ complete: false, reason: 'DEADLINE' });
  });

  it('forgets questions for which nobody waits, and answers the others', async () => {
    open(1);
    const reader = versionOf(LONGER).reader();
    const gone = new AbortController();
    const asked = Array.from({ length: 20 }, (_, i) =>
      reader.impact(A, i % 2 === 0 ? { signal: gone.signal } : {}).then(
        ({ fieldCount }) => fieldCount,
        (error: Error) => error.name,
      ),
    );
    gone.abort();
    const answers = await Promise.all(asked);
    expect(answers.filter((_, i) => i % 2 === 0)).toEqual(Array(10).fill('AbortError'));
    expect(answers.filter((_, i) => i % 2 === 1)).toEqual(Array(10).fill(3));
    await expect(reader.impact(A, { signal: gone.signal })).rejects.toThrow('aborted');
  });

  it('fails the question of a thread that ends, and replaces the thread', async () => {
    open(1);
    const good = versionOf(SHORT).reader();
    const broken = { id: ++snapshots, packed: { header: 'no JSON', buffer: new SharedArrayBuffer(8) } };
    const { index } = versionOf(SHORT);
    const bad = createReader({ index, version: 1 }, pool.asker(broken, 1));
    const [lost, found] = await Promise.allSettled([bad.impact(A), good.impact(A)]);
    expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) });
    expect(found).toMatchObject({ status: 'fulfilled', value: { fieldCount: 2 } });
    expect(faults).toHaveLength(1);
  });

  it('fails what still waits when it is closed', async () => {
    open(1);
    const reader = versionOf(SHORT).reader();
    const asked = Promise.allSettled([reader.impact(A), reader.impact(A)]);
    await pool.close();
    const late = await Promise.allSettled([reader.impact(A)]);
    for (const one of [...(await asked), ...late]) {
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) });
    }
  });
});

type V = ReturnType<typeof versionOf>;
