import { type DatasetId, FieldId, type SimilarDataset } from '@yuanliu/graph';
import type { Context } from '../../context.js';
import { keysOf } from '../../ids.js';

/** Datasets with the same fields, each with whether one is made from the other directly. */
export async function similarTo(
  { graph, viewer, signal }: Context,
  id: DatasetId,
  first: number,
): Promise<(SimilarDataset & { direct: boolean })[]> {
  const index = graph.lineage.current(signal);
  const ref = { kind: 'DATASET', id } as const;
  const near = new Set<string>();
  if (index.has(ref)) {
    const { vertices } = await index.lineage(ref, { direction: 'BOTH', depth: 1 });
    const fields = vertices.flatMap((vertex) => (vertex.ref.kind === 'FIELD' ? [vertex.ref.id] : []));
    for (const vertex of vertices) if (vertex.ref.kind === 'DATASET') near.add(vertex.ref.id);
    for (const field of await graph.field.findMany(viewer, keysOf(FieldId, fields))) near.add(field.dataset);
  }
  const rows = await graph.dataset.similar(viewer, id, first);
  return rows.map((row) => ({ ...row, direct: near.has(row.dataset) }));
}
