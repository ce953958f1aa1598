import { randomUUID } from 'node:crypto';
import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import type { Graph } from '@yuanliu/graph';
import { createYoga } from 'graphql-yoga';
import type { Context } from './context.js';
import { maskWith, requestScope } from './errors.js';
import { limitsPlugin } from './limits/limits-plugin.js';
import { timeRootFields } from './limits/time-root-fields.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { schema } from './schema.js';
import { ACCOUNT_HEADER, resolveViewer } from './viewer.js';

/**
 * The GraphQL side of the API: one POST in, one answer out. Depth, aliases, directives and tokens are measured
 * by our own pass before validation; armor hides field suggestions where introspection is off.
 */
export function createGraphQL(options: { graph: Graph; log: Log; metrics: Metrics; introspection: boolean }) {
  const { graph, log, metrics, introspection } = options;
  const off = { enabled: false };
  const yoga = createYoga<Record<string, never>, Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: async ({ request }) => ({
      viewer: await resolveViewer(graph, request.headers.get(ACCOUNT_HEADER)),
      graph,
      log,
      requestId: requestScope.getStore()?.requestId ?? randomUUID(),
      signal: request.signal,
    }),
    plugins: [
      limitsPlugin({ introspection }),
      ...(introspection
        ? []
        : [
            EnvelopArmorPlugin({
              maxDepth: off,
              maxTokens: off,
              maxAliases: off,
              maxDirectives: off,
              costLimit: off,
            }),
          ]),
      timeRootFields(metrics),
    ],
    maskedErrors: { maskError: maskWith(log) },
    // A cache keyed by documents that strangers write would be theirs to fill.
    parserAndValidationCache: false,
    batching: false,
    multipart: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    // `maskWith` logs what went wrong; yoga's own lines would quote the document.
    logging: false,
  });
  return async (request: Request): Promise<Response> => yoga.fetch(request);
}
