import type { LineageIndex, PathFacts } from '@yuanliu/graph/lineage-index';
import type { Context } from '../context.js';
import type { LineagePathShape } from '../modules/lineage/lineage-path.type.js';
import { describePlain } from './describe-start.js';

/** Paths of the index with the names of what lies on them; one lookup for all paths together. */
export async function describePaths(
  context: Context,
  index: LineageIndex,
  paths: readonly PathFacts[],
): Promise<LineagePathShape[]> {
  const nodes = await describePlain(
    context,
    index,
    paths.flatMap((path) => path.vertices),
  );
  let from = 0;
  return paths.map(({ vertices, edges, ring }) => {
    const own = nodes.slice(from, from + vertices.length);
    from += vertices.length;
    return { nodes: own.map((node, distance) => ({ ...node, distance })), edges, ring };
  });
}
