import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndexData, fingerprintOf, packIndexData, unpackIndexData } from '../../index/index.js';
import { NOW, randomGraph } from '../../index/testing/random-graph.js';
import { loadIndexFile, saveIndexFile, sweepTemporaries } from './index-file.js';

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yuanliu-index-'));
  path = join(folder, 'deep', 'current.idx');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = {
  store: 'S',
  anchor: { sequence: 7, at: '2026-11-01T00:00:00Z', key: 'k' },
  savedAt: '2026-11-02T00:00:00Z',
};
const sample = () =>
  fc.sample(randomGraph({ datasets: 1, fields: 2, edges: 2 }), { seed: 7, numRuns: 1 })[0]!;

describe('the file of the index', () => {
  it('gives back what was saved, over any graph', async () => {
    await fc.assert(
      fc.asyncProperty(randomGraph({ datasets: 5, fields: 4, edges: 16 }), async ({ rows }) => {
        const data = buildIndexData(rows, NOW);
        await saveIndexFile(path, packIndexData(data), facts);
        const loaded = await loadIndexFile(path);
        if ('unusable' in loaded) throw new Error(loaded.unusable);
        expect(loaded.facts).toEqual(facts);
        expect(fingerprintOf(unpackIndexData(loaded.packed))).toEqual(fingerprintOf(data));
      }),
      { numRuns: 100 },
    );
    expect(readdirSync(join(folder, 'deep'))).toEqual(['current.idx']);
  });

  it('says that there is none', async () => {
    expect(await loadIndexFile(join(folder, 'nothing'))).toEqual({ unusable: 'there is none' });
  });

  it('is refused wherever it was cut off, and with anything after its end', async () => {
    const torn = join(folder, 'torn');
    await saveIndexFile(path, packIndexData(buildIndexData(sample().rows, NOW)), facts);
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(torn, whole.subarray(0, length));
      expect(await loadIndexFile(torn), `cut at ${length}`).toHaveProperty('unusable');
    }
    writeFileSync(torn, Buffer.concat([whole, Buffer.from([0])]));
    expect(await loadIndexFile(torn)).toEqual({ unusable: 'its length is not what it says' });
  });

  it('is refused with any byte changed', async () => {
    const bad = join(folder, 'bad');
    await saveIndexFile(path, packIndexData(buildIndexData(sample().rows, NOW)), facts);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << (at % 8);
      writeFileSync(bad, flipped);
      expect(await loadIndexFile(bad), `changed at ${at}`).toHaveProperty('unusable');
    }
  });

  it('stays as it was when a save was killed, and what that left is swept', async () => {
    const data = buildIndexData(sample().rows, NOW);
    await saveIndexFile(path, packIndexData(data), facts);
    // No process has this number: the kernel gives numbers up to 2^22.
    for (const name of ['current.idx.9999999-3.tmp', 'current.idx.1-0.tmp', 'other.9999999-3.tmp']) {
      writeFileSync(join(folder, 'deep', name), 'half');
    }
    await sweepTemporaries(path);
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual([
      'current.idx',
      'current.idx.1-0.tmp',
      'other.9999999-3.tmp',
    ]);
    expect(await loadIndexFile(path)).toMatchObject({ facts });
  });
});
