import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RouteContext } from '../server.js';
import { refusal } from './http-error.js';
import { requireIngestKey } from './ingest-key.js';
import { readJson, requireContentType, streamBody } from './read-body.js';
import { sendJson } from './reply.js';

/** An array is held in memory; lines are not. Bytes after inflating. */
const ARRAY_BYTES = 32 * 1024 * 1024;
const LINES_BYTES = 1024 * 1024 * 1024;

/**
 * POST /api/v1/access-events: a JSON array, or one event a line (NDJSON), gzip allowed → 200 with what was
 * accepted and each rejected line with its reason. Sending the same again adds nothing.
 */
export async function answerAccessEvents(
  request: IncomingMessage,
  response: ServerResponse,
  { graph, metrics, ingestKeys }: RouteContext,
): Promise<void> {
  requireIngestKey(request, ingestKeys);
  const type = requireContentType(
    request,
    /^application\/(json|x-ndjson|ndjson|jsonl)$/,
    'application/json or application/x-ndjson',
  );
  const outcome = await graph.access.accept(
    type === 'application/json'
      ? await readArray(request)
      : streamBody(request, { maxBytes: LINES_BYTES, gzip: true }),
  );
  const { accepted, duplicates, rejected } = outcome;
  metrics.accessEvents.inc({ outcome: 'accepted' }, accepted);
  metrics.accessEvents.inc({ outcome: 'duplicate' }, duplicates);
  metrics.accessEvents.inc({ outcome: 'rejected' }, rejected);
  sendJson(response, 200, { status: rejected === 0 ? 'success' : 'partial_success', ...outcome });
}

async function readArray(request: IncomingMessage): Promise<unknown[]> {
  const body = await readJson(request, { maxBytes: ARRAY_BYTES, gzip: true });
  if (!Array.isArray(body)) throw refusal(400, 'an array of access events is expected here');
  return body;
}
