import { Code, DatasetId, FieldId, type HitKind } from '@yuanliu/graph';
import type { FacetShape } from '../../builder.js';
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

/** Facets with names to show: departments and libraries by their names, other values as they are. */
export async function labelFacets(
  { graph, viewer }: Context,
  facets: readonly { name: string; values: readonly { value: string; count: number }[] }[],
): Promise<FacetShape[]> {
  const codesOf = (name: string) =>
    facets.filter((f) => f.name === name).flatMap((f) => f.values.map((v) => v.value));
  const [departments, libraries] = await Promise.all([
    graph.department.findMany(viewer, keysOf(Code, codesOf('department'))),
    graph.library.findMany(viewer, keysOf(Code, codesOf('library'))),
  ]);
  const labels: Record<string, Map<string, string>> = {
    department: new Map(departments.map((d) => [d.code, d.shortName])),
    library: new Map(libraries.map((l) => [l.code, l.name])),
  };
  return facets.map(({ name, values }) => ({
    name,
    values: values.map(({ value, count }) => ({ value, count, label: labels[name]?.get(value) ?? value })),
  }));
}
