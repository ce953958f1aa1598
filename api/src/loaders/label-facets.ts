import { Code } from '@yuanliu/graph';
import type { FacetShape } from '../builder.js';
import type { Context } from '../context.js';
import { keysOf } from '../ids.js';

/** Facets with names to show: departments, libraries and scenes by their names, other values as they are. */
export async function labelFacets(
  { graph, viewer }: Context,
  facets: readonly { name: string; values: readonly { value: string; count: number }[] }[],
): Promise<FacetShape[]> {
  const codesOf = (name: string) =>
    facets.filter((f) => f.name === name).flatMap((f) => f.values.map((v) => v.value));
  const [departments, libraries, scenes] = await Promise.all([
    graph.department.findMany(viewer, keysOf(Code, codesOf('department'))),
    graph.library.findMany(viewer, keysOf(Code, codesOf('library'))),
    graph.useScene.findMany(viewer, keysOf(Code, codesOf('scene'))),
  ]);
  const labels: Record<string, Map<string, string>> = {
    department: new Map(departments.map((d) => [d.code, d.shortName])),
    library: new Map(libraries.map((l) => [l.code, l.name])),
    scene: new Map(scenes.map((s) => [s.code, s.name])),
  };
  return facets.map(({ name, values }) => ({
    name,
    values: values.map(({ value, count }) => ({ value, count, label: labels[name]?.get(value) ?? value })),
  }));
}
