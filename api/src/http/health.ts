import type { IncomingMessage, ServerResponse } from 'node:http';
import { CatalogueError, type Graph } from '@yuanliu/graph';
import type { RouteContext } from '../server.js';
import { sendJson } from './reply.js';

/** A probe that hangs is a probe that failed. */
const LIMIT_MS = 1000;

/** GET /readyz: 200 when database, schema and index are in order, else 503 with the reasons. */
export async function answerReady(
  _request: IncomingMessage,
  response: ServerResponse,
  { graph }: RouteContext,
) {
  const { reasons, ...facts } = await examineReadiness(graph);
  const ready = reasons.length === 0;
  sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', reasons, ...facts });
}

async function examineReadiness(graph: Graph) {
  const { version: snapshotVersion } = graph.lineage.status();
  try {
    await within(LIMIT_MS, graph.health.ready());
    const latest = await within(LIMIT_MS, graph.change.lastSequence());
    const reasons =
      snapshotVersion === null
        ? ['the lineage index is not built yet']
        : snapshotVersion < latest
          ? [`the lineage index is at change ${snapshotVersion} of ${latest}`]
          : [];
    return { reasons, snapshotVersion, latestVersion: latest };
  } catch (error) {
    const reason =
      error instanceof CatalogueError || error instanceof TooSlow ? error.message : 'the check failed';
    return { reasons: [reason], snapshotVersion, latestVersion: null };
  }
}

class TooSlow extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`the database did not answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {}); // it may still fail after we stopped waiting
  }
}
