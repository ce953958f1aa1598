import { parentPort, workerData } from 'node:worker_threads';
import { type LineageIndex, openLineageIndex, type StopSignal, unpackIndexData } from '../../index/index.js';
import { type ArgsOf, answer } from './answers.js';
import { collect } from './collect.js';
import type { AnswererStart, FromAnswerer, ToAnswerer } from './messages.js';
import { packError } from './thread-error.js';

/** A thread that answers one question after another over arrays that it shares with the others. */
const { cancelled } = workerData as AnswererStart;
const port = parentPort;
if (port === null) throw new Error('answers questions on a thread of its own only');
const open = new Map<number, LineageIndex>();

function stopOf(id: number, remainingMs: number): StopSignal {
  const end = performance.now() + remainingMs;
  return () => {
    if (Atomics.load(cancelled, 0) === id) return 'CANCELLED';
    return performance.now() > end ? 'DEADLINE' : null;
  };
}

function reply(message: ToAnswerer & { type: 'ask' }): FromAnswerer {
  const { id, name, args, asOf, remainingMs } = message;
  try {
    const index = open.get(message.snapshot);
    if (index === undefined) throw new Error(`snapshot ${message.snapshot} is not open`);
    const options = { asOf, stop: stopOf(id, remainingMs) };
    const version = { index, version: message.version };
    return { id, answer: answer(version, name, args as ArgsOf<typeof name>, options) };
  } catch (error) {
    return { id, error: packError(error) };
  }
}

port.on('message', (message: ToAnswerer) => {
  if (message.type === 'open') {
    const { id, packed } = message.snapshot;
    open.set(id, openLineageIndex(unpackIndexData(packed)));
  } else if (message.type === 'close') {
    open.delete(message.snapshot);
    collect();
  } else port.postMessage(reply(message));
});
