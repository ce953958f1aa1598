import type { ConnectOptions } from '../../db/index.js';
import type { ThreadError } from '../serve/thread-error.js';
import type { BuiltStep } from './builder.js';
import type { Place } from './segments.js';

export interface BuilderOptions {
  connection: ConnectOptions;
  folder: string;
}

export type ToBuilder =
  /** There is something to build up to here. */
  { type: 'end'; end: Place } | { type: 'stop' };

export type FromBuilder =
  | { type: 'built'; step: BuiltStep }
  /** Everything up to the last known end is built. */
  | { type: 'idle'; end: Place }
  /** A step failed; it is tried again. */
  | { type: 'failed'; error: ThreadError }
  | { type: 'stopped' };
