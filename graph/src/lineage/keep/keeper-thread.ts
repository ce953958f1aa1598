import { Unavailable } from '../../errors.js';
import { startThread } from '../../start-thread.js';
import { unpackError } from '../serve/thread-error.js';
import type { FromKeeper, IndexCheck, KeeperEvent, KeeperOptions, KeeperWork, ToKeeper } from './messages.js';

/** The keeper as its caller sees it; a keeper that ends is started again when it is next needed. */
export interface KeeperThread {
  refresh(): Promise<void>;
  check(): Promise<IndexCheck>;
  kick(): void;
  follow(): void;
  /** Saves and ends it. */
  stop(): Promise<void>;
}

const RESTART_MS = 1_000;

/** `onEvent` hears what becomes of the index, `onError` why a keeper ended by itself. */
export function createKeeperThread(
  options: KeeperOptions,
  on: { event(event: Exclude<KeeperEvent, { type: 'failed' }>): void; error(error: unknown): void },
): KeeperThread {
  type Waiting = { resolve(result: unknown): void; reject(error: unknown): void };
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let following = false;
  let thread: ReturnType<typeof startThread> | null = null;
  let restart: NodeJS.Timeout | null = null;

  function start(): ReturnType<typeof startThread> {
    const started = startThread('./keeper-worker', import.meta.url, options);
    started.unref();
    let fault: unknown = null;
    started.on('message', (message: FromKeeper) => {
      if (message.type === 'failed') return on.error(unpackError(message.error));
      if (message.type !== 'done') return on.event(message);
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error !== null) one?.reject(unpackError(message.error));
      else one?.resolve(message.result);
    });
    started.on('error', (error) => {
      fault = error;
    });
    started.on('exit', (code) => {
      if (thread !== started) return;
      thread = null;
      for (const { reject } of waiting.values()) {
        reject(new Unavailable('lineage index', 'the thread that keeps it has ended'));
      }
      waiting.clear();
      on.error(fault ?? new Error(`the thread that keeps the lineage index ended with code ${code}`));
      if (following) restart = setTimeout(() => send({ type: 'follow' }), RESTART_MS).unref();
    });
    return started;
  }
  function send(message: ToKeeper): void {
    thread ??= start();
    thread.postMessage(message);
  }
  function ask(type: KeeperWork): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      send({ type, id });
    });
  }

  return {
    refresh: async () => void (await ask('refresh')),
    check: async () => (await ask('check')) as IndexCheck,
    kick: () => {
      if (thread !== null) send({ type: 'kick' });
    },
    follow() {
      following = true;
      send({ type: 'follow' });
    },
    async stop() {
      following = false;
      if (restart !== null) clearTimeout(restart);
      const ending = thread;
      if (ending === null) return;
      try {
        await ask('stop');
      } catch (error) {
        on.error(error);
      } finally {
        thread = null;
        await ending.terminate();
      }
    },
  };
}
