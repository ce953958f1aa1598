import type { Worker } from 'node:worker_threads';
import { Unavailable } from '../../errors.js';
import { startThread } from '../../start-thread.js';
import type { AnswererStart, FromAnswerer, Snapshot, ToAnswerer } from './messages.js';
import type { Task } from './task.js';
import { unpackError } from './thread-error.js';

/** Snapshots that a thread keeps open: that of now, and an earlier one while who began with it asks. */
const OPEN_SNAPSHOTS = 2;
/** Things asked about lately, whose reach the thread remembers. */
const REMEMBERED = 64;
/** After its deadline a question has so long, as a share of it, to notice; then its thread is ended. */
const OVERTIME = 1;
const LEAST_OVERTIME_MS = 2_000;

/** One answering thread: takes a task when it has none, and says when it is idle or gone. */
export interface Answerer {
  readonly busy: boolean;
  remembers(topic: string): boolean;
  /** Opens a snapshot ahead of questions and lets go of all others: their memory is as large. */
  turnTo(snapshot: Snapshot): void;
  take(task: Task): void;
  /** Whether a task of it is the one running; then it is told to stop. */
  cancel(task: Task): boolean;
  close(): Promise<unknown>;
}

/** `onIdle`: a task has ended; `onGone`: the thread ended by itself, and its task, if any, was failed. */
export function startAnswerer(on: { idle(): void; gone(error: unknown): void }): Answerer {
  const cancelled = new Int32Array(new SharedArrayBuffer(4));
  const thread: Worker = startThread('./answer-worker', import.meta.url, {
    cancelled,
  } satisfies AnswererStart);
  thread.unref();
  const send = (message: ToAnswerer) => thread.postMessage(message);
  let open: Snapshot[] = [];
  const topics = new Set<string>();
  let running: { task: Task; overtime: NodeJS.Timeout } | null = null;
  let fault: unknown = null;

  /** Opens a snapshot, and closes those that were asked for longest ago. */
  function show(snapshot: Snapshot, most: number): void {
    if (!open.some(({ id }) => id === snapshot.id)) send({ type: 'open', snapshot });
    open = [...open.filter(({ id }) => id !== snapshot.id), snapshot];
    for (const { id } of open.slice(0, -most)) send({ type: 'close', snapshot: id });
    open = open.slice(-most);
  }
  function remember(topic: string): void {
    topics.delete(topic);
    topics.add(topic);
    for (const oldest of topics) {
      if (topics.size <= REMEMBERED) break;
      topics.delete(oldest);
    }
  }
  function finish(): Task | null {
    if (running === null) return null;
    const { task, overtime } = running;
    clearTimeout(overtime);
    running = null;
    return task;
  }

  thread.on('message', (message: FromAnswerer) => {
    const task = running?.task.id === message.id ? finish() : null;
    if (task === null) return;
    if ('error' in message) task.reject(unpackError(message.error));
    else task.resolve(message.answer);
    on.idle();
  });
  thread.on('error', (error) => {
    fault = error;
  });
  thread.on('exit', (code) => {
    const why = fault instanceof Error ? fault.message : `exit code ${code}`;
    finish()?.reject(new Unavailable('lineage index', `the thread that answered has ended: ${why}`));
    on.gone(fault ?? new Error(`an answering thread ended with code ${code}`));
  });

  return {
    get busy() {
      return running !== null;
    },
    remembers: (topic) => topics.has(topic),
    turnTo: (snapshot) => show(snapshot, 1),
    take(task) {
      const remainingMs = Math.max(0, task.endsAt - performance.now());
      show(task.snapshot, OPEN_SNAPSHOTS);
      remember(task.topic);
      const patience = remainingMs + Math.max(LEAST_OVERTIME_MS, remainingMs * OVERTIME);
      const overtime = setTimeout(() => {
        fault = new Error(`${task.name} did not heed its deadline`);
        void thread.terminate();
      }, patience);
      overtime.unref();
      running = { task, overtime };
      const { id, name, args, asOf, version } = task;
      send({ type: 'ask', id, snapshot: task.snapshot.id, version, name, args, asOf, remainingMs });
    },
    cancel(task) {
      if (running?.task !== task) return false;
      Atomics.store(cancelled, 0, task.id);
      return true;
    },
    close() {
      thread.removeAllListeners('exit');
      finish()?.reject(new Unavailable('lineage index', 'it is being stopped'));
      return thread.terminate();
    },
  };
}
