import type { ConnectOptions } from '../../db/index.js';
import { startThread } from '../../start-thread.js';
import { type ThreadError, unpackError } from '../serve/thread-error.js';
import type { Built } from './read-whole.js';

/** From a building thread, once. */
export type FromBuilder = { built: Built; error: null } | { built: null; error: ThreadError };

/** Millions of short-lived texts: with little room for them the collector takes as long as reading them. */
const LIMITS = { maxYoungGenerationSizeMb: 96 };

/** Reads everything on a thread of its own: the caller's goes on following, and its heap stays small. */
export function buildOnThread(connection: ConnectOptions): Promise<Built> {
  return new Promise((resolve, reject) => {
    const thread = startThread('./build-worker', import.meta.url, connection, LIMITS);
    thread.once('message', (message: FromBuilder) => {
      if (message.error === null) resolve(message.built);
      else reject(unpackError(message.error));
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the building thread ended with code ${code}`)));
  });
}
