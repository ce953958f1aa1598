import type { BackflowLink } from '@yuanliu/graph';
import type { LineageEdgeFacts, VertexRef } from '@yuanliu/graph/lineage-index';
import type { Context } from '../context.js';
import type { LineageNodeShape } from '../modules/lineage/lineage-node.type.js';

/** An edge; one of backflow with the link whose deliveries made it, where there is one. */
export interface DescribedEdge extends LineageEdgeFacts {
  link: BackflowLink | null;
}

/** Edges with their backflow links; the links are asked for only where the answer holds an edge of backflow. */
export async function describeEdges(
  { graph, viewer }: Context,
  edges: readonly LineageEdgeFacts[],
  nodes: readonly LineageNodeShape[],
): Promise<DescribedEdge[]> {
  if (!edges.some(({ backflow }) => backflow)) return edges.map((edge) => ({ ...edge, link: null }));
  const datasetOf = new Map(nodes.map(({ ref, dataset }) => [ref.id, dataset]));
  const owner = ({ kind, id }: VertexRef) => (kind === 'DATASET' ? id : (datasetOf.get(id) ?? null));
  const links = new Map<string, BackflowLink>(
    (await graph.backflow.list(viewer)).map((link) => [`${link.from} ${link.to}`, link]),
  );
  return edges.map((edge) => ({
    ...edge,
    link: edge.backflow ? (links.get(`${owner(edge.from)} ${owner(edge.to)}`) ?? null) : null,
  }));
}
