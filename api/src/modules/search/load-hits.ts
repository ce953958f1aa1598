import { Code, DatasetId, FieldId, type HitKind } from '@yuanliu/graph';
import type { Context } from '../../context.js';
import { keysOf } from '../../ids.js';
import type { NodeRow, SearchHitShape } from './search.type.js';

interface Hit {
  kind: HitKind;
  id: string;
  score: number;
  matched: { property: string; text: string }[];
}

/** Hits with the rows of what was found, one lookup for each kind; what has gone meanwhile is left out. */
export async function loadHits({ graph, viewer }: Context, hits: readonly Hit[]): Promise<SearchHitShape[]> {
  const idsOf = (kind: HitKind) => hits.filter((h) => h.kind === kind).map((h) => h.id);
  const none: NodeRow[] = [];
  const find = <T extends NodeRow>(ids: string[], load: () => Promise<T[]>): Promise<NodeRow[]> =>
    ids.length > 0 ? load() : Promise.resolve(none);
  const [datasets, fields, interfaces, departments] = [
    idsOf('DATASET'),
    idsOf('FIELD'),
    idsOf('INTERFACE'),
    idsOf('DEPARTMENT'),
  ];
  const rows = await Promise.all([
    find(datasets, () => graph.dataset.findMany(viewer, keysOf(DatasetId, datasets))),
    find(fields, () => graph.field.findMany(viewer, keysOf(FieldId, fields))),
    find(interfaces, () => graph.interface.findMany(viewer, keysOf(Code, interfaces))),
    find(departments, () => graph.department.findMany(viewer, keysOf(Code, departments))),
  ]);
  const kinds: HitKind[] = ['DATASET', 'FIELD', 'INTERFACE', 'DEPARTMENT'];
  const found = new Map<string, NodeRow>();
  for (const [i, kind] of kinds.entries()) {
    for (const row of rows[i] ?? []) found.set(`${kind} ${'id' in row ? row.id : row.code}`, row);
  }
  return hits.flatMap((hit) => {
    const row = found.get(`${hit.kind} ${hit.id}`);
    return row ? [{ ...hit, row }] : [];
  });
}
