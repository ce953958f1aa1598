import type { Graph, Viewer } from '@yuanliu/graph';
import type { Log } from './log.js';

/** What every resolver may use: a plain object, made once for each request. */
export interface Context {
  /** Who asks; every read takes it. */
  viewer: Viewer;
  graph: Graph;
  log: Log;
  requestId: string;
  /** Fires when nobody waits for the answer any more. */
  signal?: AbortSignal;
}
