import { Unavailable } from '../../errors.js';
import type { Question } from '../../index/index.js';
import { type Answerer, startAnswerer } from './answerer.js';
import type { Snapshot } from './messages.js';
import type { Ask } from './reader.js';
import type { Task } from './task.js';

/** A thread that cannot even start is tried again after so long, longer each time. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** Enough to tell things apart. */
const TOPIC_LENGTH = 200;

export interface Pool {
  /** Has the threads open a snapshot that questions will be about from now on. */
  turnTo(snapshot: Snapshot): void;
  /** Puts questions to the threads, all of one version. */
  asker(snapshot: Snapshot, version: number, signal?: AbortSignal): Ask;
  close(): Promise<void>;
}

/**
 * Threads that answer questions over shared arrays, each one at a time. Questions wait in order; one about a thing
 * goes to the thread that was asked about it before, if that is idle. A thread that ends is replaced.
 */
export function createPool(options: {
  threads: number;
  deadlineMs: number;
  onError: (error: unknown) => void;
}): Pool {
  const answerers = new Set<Answerer>();
  let waiting: Task[] = [];
  let lastId = 0;
  let closed = false;
  let pause = FIRST_PAUSE_MS;
  let current: Snapshot | null = null;

  function add(): void {
    if (closed) return;
    const answerer = startAnswerer({
      idle() {
        pause = FIRST_PAUSE_MS;
        dispatch();
      },
      gone(error) {
        answerers.delete(answerer);
        options.onError(error);
        setTimeout(add, pause).unref();
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      },
    });
    answerers.add(answerer);
    if (current !== null) answerer.turnTo(current);
    dispatch();
  }

  function dispatch(): void {
    for (;;) {
      const idle = [...answerers].filter(({ busy }) => !busy);
      const task = waiting[0];
      if (task === undefined || idle.length === 0) return;
      waiting = waiting.slice(1);
      (idle.find((answerer) => answerer.remembers(task.topic)) ?? idle[0])?.take(task);
    }
  }

  function put(task: Omit<Task, 'resolve' | 'reject'>, signal: AbortSignal | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (closed) return reject(new Unavailable('lineage index', 'it is being stopped'));
      if (signal?.aborted) return reject(signal.reason);
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', abort);
          end(value);
        };
      const whole: Task = { ...task, resolve: settle(resolve), reject: settle(reject) };
      function abort(): void {
        waiting = waiting.filter((other) => other !== whole);
        for (const answerer of answerers) answerer.cancel(whole);
        whole.reject(signal?.reason);
      }
      signal?.addEventListener('abort', abort, { once: true });
      waiting.push(whole);
      dispatch();
    });
  }

  for (let i = 0; i < options.threads; i++) add();
  return {
    turnTo(snapshot) {
      current = snapshot;
      for (const answerer of answerers) answerer.turnTo(snapshot);
    },
    asker(snapshot, version, all) {
      const ask = (name: Task['name'], args: readonly unknown[], question: Question = {}) => {
        const { asOf, deadlineMs = options.deadlineMs, signal = all } = question;
        const endsAt = performance.now() + deadlineMs;
        const topic = JSON.stringify(args[0] ?? name).slice(0, TOPIC_LENGTH);
        return put({ id: ++lastId, snapshot, version, name, args, asOf, topic, endsAt }, signal);
      };
      return ask as Ask;
    },
    async close() {
      closed = true;
      for (const task of waiting) task.reject(new Unavailable('lineage index', 'it is being stopped'));
      waiting = [];
      await Promise.all([...answerers].map((answerer) => answerer.close()));
    },
  };
}
