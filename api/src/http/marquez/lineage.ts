import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Field, Run } from '@yuanliu/graph';
import { z } from 'zod';
import type { Context } from '../../context.js';
import type { RouteContext } from '../../server.js';
import { refusal } from '../http-error.js';
import { readQuery } from '../read-query.js';
import { sendJson } from '../reply.js';
import { contextOf } from '../request-context.js';
import { groupBy } from './group-by.js';
import { datasetShape, jobShape, nodeIdOf, readNodeId } from './shapes.js';
import { findStart, type Neighbourhood, walk } from './walk.js';

const Query = z.object({
  nodeId: z.string().max(2_000),
  depth: z.coerce.number().int().min(0).max(100).default(20),
});

/** GET /api/v1/lineage?nodeId=&depth=: jobs and datasets around one of them, as Marquez answers. */
export async function answerMarquezLineage(
  request: IncomingMessage,
  response: ServerResponse,
  route: RouteContext,
): Promise<void> {
  const { nodeId, depth } = readQuery(Query, route.url);
  const node = readNodeId(nodeId);
  if (node === null) throw refusal(400, 'nodeId must be dataset:NAMESPACE:NAME or job:NAMESPACE:NAME');
  const context = await contextOf(request, route);
  const start = await findStart(context, node);
  if (start === null) throw refusal(404, `there is no node ${nodeId}`);
  const found = await walk(context, start, depth);
  sendJson(response, 200, { graph: await describeNodes(context, found), truncated: found.truncated });
}

async function describeNodes({ graph, viewer }: Context, { datasets, jobs, links }: Neighbourhood) {
  const [datasetRows, fieldRows, jobRows, runRows] = await Promise.all([
    graph.dataset.findMany(viewer, [...datasets]),
    graph.field.listOf(viewer, [...datasets]),
    graph.job.findMany(viewer, [...jobs]),
    graph.job.runsOf(viewer, [...jobs]),
  ]);
  const fields = groupBy(fieldRows, (field: Field) => field.dataset);
  const runs = new Map<string, Run>(runRows.toReversed().map((run) => [run.job, run]));
  const names = new Map(datasetRows.map((dataset) => [dataset.id as string, dataset]));
  const ids = new Map([
    ...datasetRows.map((row) => [row.id as string, nodeIdOf('dataset', row)] as const),
    ...jobRows.map((row) => [row.id as string, nodeIdOf('job', row)] as const),
  ]);
  const edges = [...links.values()].flatMap(({ job, dataset, role }) => {
    const [from, to] = role === 'READS' ? [dataset, job] : [job, dataset];
    const [origin, destination] = [ids.get(from), ids.get(to)];
    return origin && destination ? [{ origin, destination }] : [];
  });
  const inEdges = groupBy(edges, (edge) => edge.destination);
  const outEdges = groupBy(edges, (edge) => edge.origin);
  const ends = (id: string) => ({ inEdges: inEdges.get(id) ?? [], outEdges: outEdges.get(id) ?? [] });
  const linksOf = groupBy([...links.values()], (link) => link.job);
  return [
    ...datasetRows.map((row) => {
      const id = nodeIdOf('dataset', row);
      return { id, type: 'DATASET', data: datasetShape(row, fields.get(row.id) ?? []), ...ends(id) };
    }),
    ...jobRows.map((row) => {
      const id = nodeIdOf('job', row);
      const data = jobShape(row, linksOf.get(row.id) ?? [], names, runs.get(row.id));
      return { id, type: 'JOB', data, ...ends(id) };
    }),
  ];
}
