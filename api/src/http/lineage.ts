import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Graph } from '@yuanliu/graph';
import type { RouteContext } from '../server.js';
import { HttpError, refusal } from './http-error.js';
import { requireIngestKey } from './ingest-key.js';
import { readJson } from './read-body.js';
import { sendJson } from './reply.js';

/** One event after inflating, and one batch. */
const EVENT_BYTES = 5 * 1024 * 1024;
const BATCH_BYTES = 32 * 1024 * 1024;
const BATCH_EVENTS = 1000;

type Accepted = Awaited<ReturnType<Graph['ingest']['accept']>>;

/** Keeps events safe in the inbox; with `?wait=true` also waits until they are in the graph. */
async function accept(events: unknown[], { graph, metrics, url }: RouteContext): Promise<Accepted> {
  const accepted = await graph.ingest.accept(events, { receivedAt: new Date().toISOString() });
  for (const { status } of accepted.outcomes) metrics.lineageEvents.inc({ outcome: status });
  if (url.searchParams.get('wait') === 'true') await graph.ingest.built(accepted.place);
  return accepted;
}

/** POST /api/v1/lineage: one OpenLineage event → 201 with a small body once it is safe on disk, 400 with the reasons. */
export async function answerLineageEvent(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
) {
  requireIngestKey(request, route.ingestKeys);
  const event = await readJson(request, { maxBytes: EVENT_BYTES, gzip: true });
  if (Array.isArray(event))
    throw refusal(400, 'one event is expected here; send arrays to /api/v1/lineage/batch');
  const [outcome] = (await accept([event], route)).outcomes;
  if (!outcome) throw new Error('the graph gave no outcome for an event');
  if (outcome.status === 'refused') throw new HttpError(400, outcome.reasons);
  sendJson(response, 201, { status: outcome.status, notices: outcome.notices });
}

/** POST /api/v1/lineage/batch: an array → 200 with what failed and why (OpenLineage's API 2.0.2). */
export async function answerLineageBatch(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
) {
  requireIngestKey(request, route.ingestKeys);
  const events = await readJson(request, { maxBytes: BATCH_BYTES, gzip: true });
  if (!Array.isArray(events)) throw refusal(400, 'an array of events is expected here');
  if (events.length > BATCH_EVENTS) throw refusal(413, `at most ${BATCH_EVENTS} events are taken at once`);
  const { outcomes } = await accept(events, route);
  const failed = outcomes.flatMap((outcome, index) =>
    outcome.status === 'refused'
      ? [
          {
            index,
            reason: outcome.reasons.map((r) => `${r.path}: ${r.message}`).join('; '),
            retriable: false,
          },
        ]
      : [],
  );
  const successful = outcomes.length - failed.length;
  sendJson(response, 200, {
    status: failed.length === 0 ? 'success' : successful === 0 ? 'failure' : 'partial_success',
    summary: {
      received: outcomes.length,
      successful,
      failed: failed.length,
      retriable: 0,
      non_retriable: failed.length,
    },
    failed_events: failed,
  });
}
