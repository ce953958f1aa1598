import { type KnownNames, knownKey } from '../ingest/spreadsheet/index.js';
import type { Department, Library, SourceSystem, Viewer } from '../model/index.js';

/** What reads the names that a file may use; the concepts they belong to are given by who composes. */
export interface NameSources {
  department: { list(viewer: Viewer): Promise<Department[]> };
  library: { list(viewer: Viewer): Promise<Pick<Library, 'code' | 'name'>[]> };
  sourceSystem: { list(viewer: Viewer): Promise<Pick<SourceSystem, 'code' | 'name'>[]> };
}

function namesOf(rows: readonly { code: string; names: readonly string[] }[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { code, names } of rows)
    for (const key of new Set([code, ...names].map(knownKey)))
      known.set(key, [...(known.get(key) ?? []), code]);
  // A code is never ambiguous, even where another thing is called so.
  for (const { code } of rows) known.set(knownKey(code), [code]);
  return known;
}

/** Departments, libraries and source systems by code, name, short name and former names. */
export async function readKnownNames(sources: NameSources, viewer: Viewer): Promise<KnownNames> {
  const [departments, libraries, systems] = await Promise.all([
    sources.department.list(viewer),
    sources.library.list(viewer),
    sources.sourceSystem.list(viewer),
  ]);
  return {
    department: namesOf(
      departments.map(({ code, name, shortName, aliases }) => ({
        code,
        names: [name, shortName, ...aliases.map((alias) => alias.name)],
      })),
    ),
    library: namesOf(libraries.map(({ code, name }) => ({ code, names: [name] }))),
    source: namesOf(systems.map(({ code, name }) => ({ code, names: [name] }))),
  };
}
