import { expect, it } from 'vitest';
import { Conflict, Unavailable } from '../errors.js';
import { createBreaker } from './breaker.js';

const away = () => new Unavailable('database', 'ServiceUnavailable');

it('lets one try again while the others fail at once, until somebody gets through', async () => {
  let time = 0;
  let calls = 0;
  const through = createBreaker(() => time);
  const ask = (answer: Promise<unknown> | Error) =>
    through(async () => {
      calls++;
      if (answer instanceof Error) throw answer;
      return answer;
    });
  await expect(ask(away())).rejects.toThrow('ServiceUnavailable');
  await expect(ask(Promise.resolve('not asked'))).rejects.toThrow(Unavailable);
  expect(calls).toBe(1);

  time = 1_000;
  let answerLate = (_value: string) => {};
  const tried = ask(new Promise((resolve) => (answerLate = resolve)));
  await expect(ask(Promise.resolve('not asked'))).rejects.toThrow(Unavailable);
  answerLate('there again');
  expect(await tried).toBe('there again');
  expect(await ask(Promise.resolve('as before'))).toBe('as before');
  expect(calls).toBe(3);
});

it('stays open for errors of a server that is there', async () => {
  const through = createBreaker();
  for (const error of [new Conflict('key', 'k', 'is taken'), new Unavailable('database', 'Deadlock')]) {
    await expect(through(() => Promise.reject(error))).rejects.toBe(error);
  }
  expect(await through(async () => 1)).toBe(1);
});
