import type { IncomingMessage, ServerResponse } from 'node:http';
import { CatalogueError, InvalidInput } from '@yuanliu/graph';
import { GraphQLError } from 'graphql';
import type { Log } from '../log.js';
import { HttpError } from './http-error.js';

const STATUS_BY_CODE: Record<string, number> = {
  INVALID_INPUT: 400,
  NOT_PERMITTED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
};

export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}

/** Answers a failed request: refusals with their reasons, all else as 500 with the request's id and nothing more. */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  { log, requestId }: { log: Log; requestId: string },
): void {
  const { status, errors, headers } = describe(error);
  if (status >= 500) log.error({ requestId, err: error }, 'request failed');
  if (response.headersSent) {
    response.destroy(); // a half-sent answer must not look whole
    return;
  }
  sendJson(response, status, { status: 'error', errors, requestId }, { ...headers, connection: 'close' });
  drain(request);
}

function describe(error: unknown): Pick<HttpError, 'status' | 'errors' | 'headers'> {
  if (error instanceof HttpError) return error;
  if (error instanceof InvalidInput) return { status: 400, errors: error.issues, headers: {} };
  if (error instanceof CatalogueError) {
    const errors = [{ path: '', message: error.message }];
    return { status: STATUS_BY_CODE[error.code] ?? 500, errors, headers: {} };
  }
  if (error instanceof GraphQLError) {
    const { status } = (error.extensions.http ?? {}) as { status?: number };
    return { status: status ?? 400, errors: [{ path: '', message: error.message }], headers: {} };
  }
  return { status: 500, errors: [{ path: '', message: 'something went wrong on our side' }], headers: {} };
}

/** Lets a client that is still sending read the answer; after two seconds the connection is cut. */
function drain(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return;
  const cut = setTimeout(() => request.destroy(), 2000);
  cut.unref();
  request.once('close', () => clearTimeout(cut));
  request.resume();
}
