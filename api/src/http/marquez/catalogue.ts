import type { IncomingMessage, ServerResponse } from 'node:http';
import { Instant, toUtc } from '@yuanliu/graph';
import { z } from 'zod';
import type { RouteContext } from '../../server.js';
import { refusal } from '../http-error.js';
import { readQuery } from '../read-query.js';
import { sendJson } from '../reply.js';
import { contextOf } from '../request-context.js';
import { groupBy } from './group-by.js';
import { datasetShape } from './shapes.js';

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});
const Moment = Instant.transform(toUtc);
const Events = Page.extend({
  after: Moment.default('0000-01-01T00:00:00.000Z'),
  before: Moment.default('9999-12-31T23:59:59.999Z'),
  sortDirection: z.enum(['asc', 'desc', 'ASC', 'DESC']).default('desc'),
});

/** GET /api/v1/events/lineage: accepted events as they came, by their own time. */
export async function answerMarquezEvents(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
): Promise<void> {
  const { limit, offset, after, before, sortDirection } = readQuery(Events, route.url);
  const { graph, viewer } = await contextOf(request, route);
  const newestFirst = sortDirection.toLowerCase() === 'desc';
  const { bodies, total } = await graph.ingest.bodies(viewer, {
    after,
    before,
    skip: offset,
    limit,
    newestFirst,
  });
  sendJson(response, 200, { events: bodies.map((body): unknown => JSON.parse(body)), totalCount: total });
}

/** GET /api/v1/namespaces */
export async function answerMarquezNamespaces(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
): Promise<void> {
  const { limit, offset } = readQuery(Page, route.url);
  const { graph, viewer } = await contextOf(request, route);
  const all = (await graph.dataset.namespaces(viewer)).map(({ namespace }) => namespace).sort();
  const namespaces = all.slice(offset, offset + limit).map((name) => ({
    ...{ name, createdAt: null, updatedAt: null, ownerName: null, description: null },
    isHidden: false,
  }));
  sendJson(response, 200, { namespaces, totalCount: all.length });
}

/** GET /api/v1/namespaces/NAMESPACE/datasets */
export async function answerMarquezDatasets(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
  [namespace = '']: readonly string[],
): Promise<void> {
  const { limit, offset } = readQuery(Page, route.url);
  const { graph, viewer } = await contextOf(request, route);
  const { ids, total } = await graph.dataset.ofNamespace(viewer, namespace, { skip: offset, limit });
  const [rows, fields] = await Promise.all([
    graph.dataset.findMany(viewer, ids),
    graph.field.listOf(viewer, ids),
  ]);
  const fieldsOf = groupBy(fields, (field) => field.dataset);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const datasets = ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [datasetShape(row, fieldsOf.get(id) ?? [])] : [];
  });
  sendJson(response, 200, { datasets, totalCount: total });
}

/** GET /api/v1/namespaces/NAMESPACE/datasets/NAME, also by a name of before. */
export async function answerMarquezDataset(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
  [namespace = '', name = '']: readonly string[],
): Promise<void> {
  const { graph, viewer } = await contextOf(request, route);
  const dataset = await graph.dataset.findByName(viewer, { namespace, name });
  if (dataset === null) throw refusal(404, `there is no dataset ${name} in ${namespace}`);
  sendJson(response, 200, datasetShape(dataset, await graph.field.listOf(viewer, [dataset.id])));
}
