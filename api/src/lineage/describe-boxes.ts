import type { LineageReader } from '@yuanliu/graph/lineage-index';
import type { Context } from '../context.js';
import type { LineageNodeShape } from '../modules/lineage/lineage-node.type.js';
import { describeVertices } from './describe-vertices.js';

/** The datasets of field nodes, each once in the order of its first field; counts are of datasets, marks of that field. */
export async function describeBoxes(
  context: Context,
  index: LineageReader,
  nodes: readonly LineageNodeShape[],
): Promise<LineageNodeShape[]> {
  const first = new Map<string, LineageNodeShape>();
  for (const node of nodes) {
    if (node.dataset !== null && !first.has(node.dataset)) first.set(node.dataset, node);
  }
  return describeVertices(
    context,
    [...first].map(([id, { ring, distance, viaBackflow, coarse }]) => {
      const { upstream, downstream } = index.datasetDegree(id);
      return {
        ref: { kind: 'DATASET', id } as const,
        ring,
        distance,
        viaBackflow,
        coarse,
        upstreamCount: upstream,
        downstreamCount: downstream,
      };
    }),
  );
}
