import { expect, it } from 'vitest';
import { Conflict, Unavailable } from '../errors.js';
import { createBreaker } from './breaker.js';

const away = () => new Unavailable('database', 'ServiceUnavailable');

it('fails at once while the server is away, until a probe finds it there', async () => {
  let there = false;
  let probes = 0;
  const { through } = createBreaker(async () => {
    probes++;
    if (!there) throw away();
  }, 1);
  let calls = 0;
  const ask = () =>
    through(async () => {
      calls++;
      if (!there) throw away();
      return 'an answer';
    });
  await expect(ask()).rejects.toThrow('ServiceUnavailable');
  await expect.poll(() => probes).toBeGreaterThan(2);
  await expect(ask()).rejects.toThrow(Unavailable);
  expect(calls).toBe(1);
  there = true;
  await expect.poll(() => ask().catch(() => null)).toBe('an answer');
  const seen = probes;
  expect(await ask()).toBe('an answer');
  expect(probes).toBe(seen);
});

it('stays open for errors of a server that is there', async () => {
  const { through } = createBreaker(async () => {});
  for (const error of [new Conflict('key', 'k', 'is taken'), new Unavailable('database', 'Deadlock')]) {
    await expect(through(() => Promise.reject(error))).rejects.toBe(error);
  }
  expect(await through(async () => 1)).toBe(1);
});
