import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAppender } from './appender.js';
import { encodeLine, readLines } from './lines.js';
import { listSegments, pathOf } from './segments.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yuanliu-inbox-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const line = (n: number) =>
  JSON.stringify({ receivedAt: '2026-11-01T00:00:00Z', event: { n, text: '数据\u2028' } });
const numbers = (bytes: Buffer) =>
  readLines(bytes, 1_000_000).entries.map((entry) =>
    'event' in entry ? (entry.event as { n: number }).n : null,
  );

it('reads back whole lines of whatever was cut off or overwritten, and no others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), fc.nat(), (count, cut, at) => {
      const lines = Array.from({ length: count }, (_, n) => encodeLine(line(n)));
      const whole = Buffer.concat(lines);
      const length = cut % (whole.length + 1);
      const torn = whole.subarray(0, length);
      const ends = lines.map((_, n) => Buffer.concat(lines.slice(0, n + 1)).length);
      const fit = ends.filter((end) => end <= length).length;
      expect(numbers(torn)).toEqual(Array.from({ length: fit }, (_, n) => n));

      const hurt = Buffer.from(whole);
      const place = at % hurt.length;
      hurt[place] = (hurt[place] as number) ^ 0x01;
      const { entries, damaged } = readLines(hurt, 1_000_000);
      expect(entries.length).toBeLessThan(count);
      expect(damaged).toBeGreaterThanOrEqual(hurt[place] === 0x0b ? 0 : 1);
    }),
    { numRuns: 500 },
  );
});

it('keeps everything that was acknowledged, in the order of the calls, in segments of bounded size', async () => {
  const appender = createAppender(folder, 1, 2_000);
  const places = await Promise.all(Array.from({ length: 200 }, (_, n) => appender.append([line(n)])));
  for (let n = 200; n < 260; n++) places.push(await appender.append([line(n)]));
  await appender.close();
  const segments = await listSegments(folder);
  expect(segments.length).toBeGreaterThan(1);
  const read = await Promise.all(
    segments.map(async (segment) => numbers(await readFile(pathOf(folder, segment)))),
  );
  expect(read.flat()).toEqual(Array.from({ length: 260 }, (_, n) => n));
  expect(places.at(-1)).toEqual({
    segment: segments.at(-1),
    offset: (await readFile(pathOf(folder, segments.at(-1) as number))).length,
  });
});

it('never writes behind what a kill left torn, and says when nothing can be written', async () => {
  const first = createAppender(folder, 1);
  await first.append([line(0)]);
  await first.close();
  await appendFile(pathOf(folder, 1), 'torn');
  const second = createAppender(folder, 2);
  await second.append([line(1)]);
  await second.close();
  expect(numbers(await readFile(pathOf(folder, 2)))).toEqual([1]);

  // A name that is taken stands for a disk that does not take it.
  await writeFile(pathOf(folder, 3), '');
  const third = createAppender(folder, 3);
  await expect(third.append([line(2)])).rejects.toMatchObject({ code: 'UNAVAILABLE', what: 'inbox' });
  await third.append([line(3)]);
  await third.close();
  expect(numbers(await readFile(pathOf(folder, 4)))).toEqual([3]);
  expect((await readdir(folder)).length).toBe(4);
});
