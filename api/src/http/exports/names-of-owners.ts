import { Code } from '@yuanliu/graph';
import type { Context } from '../../context.js';
import { keysOf } from '../../ids.js';

/** Short names of the departments and names of the libraries of some rows, by code. */
export async function namesOfOwners(
  { graph, viewer }: Context,
  rows: readonly { provider: string | null; library?: string | null }[],
): Promise<{ departments: Map<string, string>; libraries: Map<string, string> }> {
  const codes = (values: (string | null | undefined)[]) =>
    keysOf(Code, [...new Set(values.filter((value) => value != null))]);
  const [departments, libraries] = await Promise.all([
    graph.department.findMany(viewer, codes(rows.map(({ provider }) => provider))),
    graph.library.findMany(viewer, codes(rows.map(({ library }) => library))),
  ]);
  return {
    departments: new Map(departments.map(({ code, shortName }) => [code, shortName])),
    libraries: new Map(libraries.map(({ code, name }) => [code, name])),
  };
}
