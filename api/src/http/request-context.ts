import type { IncomingMessage } from 'node:http';
import type { Context } from '../context.js';
import type { RouteContext } from '../server.js';
import { ACCOUNT_HEADER, resolveViewer } from '../viewer.js';

/** The context of a plain HTTP request: the same viewer, by the same rules, as GraphQL's. */
export async function contextOf(request: IncomingMessage, route: RouteContext): Promise<Context> {
  const { graph, log, requestId } = route;
  const values = request.headersDistinct[ACCOUNT_HEADER];
  return { viewer: await resolveViewer(graph, values ? values.join(', ') : null), graph, log, requestId };
}
