import type { LineageReader, PathFacts } from '@yuanliu/graph/lineage-index';
import type { Context } from '../context.js';
import type { LineagePathShape } from '../modules/lineage/lineage-path.type.js';
import { describeEdges } from './describe-edges.js';
import { describePlain } from './describe-start.js';

/** Paths of the index with the names of what lies on them; one lookup for all paths together. */
export async function describePaths(
  context: Context,
  index: LineageReader,
  paths: readonly PathFacts[],
): Promise<LineagePathShape[]> {
  const nodes = await describePlain(
    context,
    index,
    paths.flatMap((path) => path.vertices),
  );
  const described = await describeEdges(
    context,
    paths.flatMap((path) => path.edges),
    nodes,
  );
  let [from, edge] = [0, 0];
  return paths.map(({ vertices, edges, ring }) => {
    const own = nodes.slice(from, from + vertices.length);
    from += vertices.length;
    const lines = described.slice(edge, edge + edges.length);
    edge += edges.length;
    return { nodes: own.map((node, distance) => ({ ...node, distance })), edges: lines, ring };
  });
}
