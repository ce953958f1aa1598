import { type Graph, Unavailable } from '@yuanliu/graph';

/**
 * The last change that lineage answers should contain. While the database does not answer, no later one is known than
 * what the index has; the age of the answer tells the rest.
 */
export async function latestVersion(graph: Graph, snapshotVersion: number): Promise<number> {
  try {
    return Math.max(await graph.change.lastSequence(), snapshotVersion);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return Math.max(graph.lineage.status().version ?? 0, snapshotVersion);
  }
}
