import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Graph } from '@yuanliu/graph';
import { requestScope } from './errors.js';
import { createGraphQL } from './graphql-server.js';
import { answerAccessEvents } from './http/access-events.js';
import { accessesByRoutes, accessRoutes } from './http/exports/export-access.js';
import { backflowRoutes } from './http/exports/export-backflow.js';
import { catalogueRoutes } from './http/exports/export-catalogue.js';
import { impactRoutes } from './http/exports/export-impact.js';
import { interfaceRoutes } from './http/exports/export-interfaces.js';
import { findRoute } from './http/find-route.js';
import { answerGraphQL } from './http/graphql.js';
import { answerReady } from './http/health.js';
import { refusal } from './http/http-error.js';
import { createImportJobs } from './http/import/import-jobs.js';
import { importRoutes } from './http/import/import-routes.js';
import { answerLineageBatch, answerLineageEvent } from './http/lineage.js';
import { answerMarquezLineage, marquezPatterns, marquezRoutes } from './http/marquez/index.js';
import { sendError, sendJson } from './http/reply.js';
import type { Log } from './log.js';
import { createMetrics, type Metrics } from './metrics.js';

/** What a route may use. */
export interface RouteContext {
  graph: Graph;
  log: Log;
  metrics: Metrics;
  requestId: string;
  url: URL;
  /** Keys of which producers of events must send one; none = no key is asked. */
  ingestKeys: readonly string[];
}

type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  context: RouteContext,
  /** Names in the path. */
  parts: readonly string[],
) => Promise<void>;
type Methods = Partial<Record<string, Route>>;

export interface Api {
  /** One GraphQL request without a socket; what the tests use. */
  fetch(request: Request): Promise<Response>;
  /** A server with every path of the contract; the caller listens and closes. */
  server: Server;
  metrics: Metrics;
}

/** Composes the API over a graph. Nothing is opened here, so nothing has to be closed. */
export function createApi(options: {
  graph: Graph;
  log: Log;
  introspection: boolean;
  ingestKeys?: readonly string[];
}): Api {
  const { graph, log, ingestKeys = [] } = options;
  const metrics = createMetrics(graph);
  const graphql = createGraphQL({ ...options, metrics });
  const withId = (requestId: string) => (request: Request) =>
    requestScope.run({ requestId }, () => graphql(request));

  const routes: Record<string, Methods> = {
    '/graphql': {
      POST: (request, response, { requestId }) => answerGraphQL(request, response, withId(requestId)),
    },
    '/api/v1/lineage': { POST: answerLineageEvent, GET: answerMarquezLineage },
    '/api/v1/lineage/batch': { POST: answerLineageBatch },
    '/api/v1/access-events': { POST: answerAccessEvents },
    ...accessRoutes,
    ...accessesByRoutes,
    ...backflowRoutes,
    ...catalogueRoutes,
    ...impactRoutes,
    ...importRoutes(createImportJobs()),
    ...interfaceRoutes,
    ...marquezRoutes,
    '/healthz': { GET: async (_request, response) => sendJson(response, 200, { status: 'alive' }) },
    '/readyz': { GET: answerReady },
    '/metrics': {
      GET: async (_request, response) => {
        const text = await metrics.registry.metrics();
        response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
      },
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = requestIdOf(request);
    const started = process.hrtime.bigint();
    response.setHeader('x-request-id', requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    let path = 'unknown';
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      metrics.requests.observe({ route: path, status: String(response.statusCode) }, seconds);
      log.debug({ requestId, path, method: request.method, status: response.statusCode, seconds }, 'request');
    });
    try {
      const url = readUrl(request);
      const found = findRoute<Methods>(routes, marquezPatterns, url.pathname);
      if (found === null) throw refusal(404, 'there is nothing here');
      path = found.path;
      const { route, parts } = found;
      const answer = request.method ? route[request.method] : undefined;
      if (!answer) {
        const allow = Object.keys(route).join(', ');
        throw refusal(405, `only ${allow} is answered here`, { allow });
      }
      const context = { graph, log, metrics, requestId, url, ingestKeys };
      await answer(request, response, context, parts);
    } catch (error) {
      if (request.destroyed && !response.headersSent && !request.complete) return; // the client has gone
      sendError(request, response, error, { log, requestId });
    }
  }

  const server = createServer({ requestTimeout: 300_000, headersTimeout: 10_000 }, (request, response) => {
    void handle(request, response);
  });
  return { fetch: (request) => withId(randomUUID())(request), server, metrics };
}

/** A caller's own id if it is one that may stand in a log line, else a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

function readUrl(request: IncomingMessage): URL {
  const target = request.url ?? '';
  // Only the origin form; "//host/path" and absolute forms would be read as another host.
  if (!target.startsWith('/') || target.startsWith('//')) throw refusal(400, 'not a path');
  return new URL(target, 'http://api');
}
