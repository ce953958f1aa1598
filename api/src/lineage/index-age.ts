import type { Graph } from '@yuanliu/graph';

/** Seconds since the lineage index was last seen to be level with the graph; null before the first build. */
export function indexAgeSeconds(graph: Graph): number | null {
  const { levelAt } = graph.lineage.status();
  return levelAt === null ? null : Math.max(0, (Date.now() - levelAt) / 1000);
}
