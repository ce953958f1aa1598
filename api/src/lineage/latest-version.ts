import type { Graph } from '@yuanliu/graph';

/**
 * The change that lineage answers should contain: the snapshot's own number while nothing that matters to lineage
 * has happened since (most changes do not), else the last change of all.
 */
export async function latestVersion(graph: Graph, snapshotVersion: number): Promise<number> {
  const last = await graph.change.lastSequence();
  const { behind, latest } = graph.lineage.status();
  return behind || last > latest ? Math.max(last, snapshotVersion) : snapshotVersion;
}
