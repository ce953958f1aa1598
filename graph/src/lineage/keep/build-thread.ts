import type { ConnectOptions } from '../../db/index.js';
import { askThread } from '../one-answer-thread.js';
import type { Built } from './read-whole.js';

/** Millions of short-lived texts: with little room for them the collector takes as long as reading them. */
const LIMITS = { maxYoungGenerationSizeMb: 96 };

/** Reads everything on a thread of its own: the caller's goes on following, and its heap stays small. */
export const buildOnThread = (connection: ConnectOptions): Promise<Built> =>
  askThread('./build-worker', import.meta.url, connection, LIMITS);
