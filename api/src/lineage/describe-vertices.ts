import {
  Code,
  type Consumer,
  type Dataset,
  DatasetId,
  type Department,
  type Field,
  FieldId,
  type Interface,
  type Library,
  Unavailable,
} from '@yuanliu/graph';

import type { ReachMarks, VertexRef } from '@yuanliu/graph/lineage-index';
import type { Context } from '../context.js';
import { keysOf } from '../ids.js';
import type { LineageNodeShape } from '../modules/lineage/lineage-node.type.js';

const CHUNK = 5000;

/**
 * Rows of any number of keys, in calls of at most 5,000, by key; none while the database does not answer, since the
 * index answers without it.
 */
async function inChunks<T>(
  keys: Iterable<string>,
  load: (keys: string[]) => Promise<readonly T[]>,
  keyOf: (row: T) => string,
): Promise<Map<string, T>> {
  const unique = [...new Set(keys)];
  const found = new Map<string, T>();
  try {
    for (let i = 0; i < unique.length; i += CHUNK) {
      for (const row of await load(unique.slice(i, i + CHUNK))) found.set(keyOf(row), row);
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
  return found;
}

type Marked = { ref: VertexRef } & ReachMarks & { upstreamCount: number; downstreamCount: number };

/**
 * Names and facts of index vertices, in their order, with one lookup for each kind of thing. A vertex that
 * has left the graph since the index was built keeps its key as its name: it is part of the answer. So do all while
 * the database does not answer.
 */
export async function describeVertices(
  { graph, viewer }: Context,
  vertices: readonly Marked[],
): Promise<LineageNodeShape[]> {
  const idsOf = (kind: VertexRef['kind']) => vertices.filter((v) => v.ref.kind === kind).map((v) => v.ref.id);
  const [fields, interfaces, consumers] = await Promise.all([
    inChunks<Field>(
      idsOf('FIELD'),
      (ids) => graph.field.findMany(viewer, keysOf(FieldId, ids)),
      (f) => f.id,
    ),
    inChunks<Interface>(
      idsOf('INTERFACE'),
      (ids) => graph.interface.findMany(viewer, keysOf(Code, ids)),
      (i) => i.code,
    ),
    inChunks<Consumer>(
      idsOf('CONSUMER'),
      (ids) => graph.consumer.findMany(viewer, keysOf(Code, ids)),
      (c) => c.code,
    ),
  ]);
  const datasets = await inChunks<Dataset>(
    [...idsOf('DATASET'), ...[...fields.values()].map((f) => f.dataset)],
    (ids) => graph.dataset.findMany(viewer, keysOf(DatasetId, ids)),
    (d) => d.id,
  );
  const owners = [
    ...[...datasets.values()].map((d) => d.provider),
    ...[...interfaces.values()].map((i) => i.provider),
    ...[...consumers.values()].map((c) => c.operatedBy),
  ].filter((code) => code !== null);
  const departments = await inChunks<Department>(
    owners,
    (codes) => graph.department.findMany(viewer, keysOf(Code, codes)),
    (d) => d.code,
  );

  const libraries = await inChunks<Library>(
    [...datasets.values()].map((d) => d.library).filter((code) => code !== null),
    (codes) => graph.library.findMany(viewer, keysOf(Code, codes)),
    (l) => l.code,
  );

  const plain = {
    dataset: null,
    library: null,
    layer: null,
    grade: null,
    personalInfo: null,
    fieldCount: null,
    state: null,
  };
  function facts({ kind, id }: VertexRef) {
    if (kind === 'FIELD') {
      const field = fields.get(id);
      const dataset = field && datasets.get(field.dataset);
      return {
        ...plain,
        label: field?.title || field?.path || id,
        name: field?.path ?? id,
        dataset: field?.dataset ?? null,
        owner: dataset?.provider ?? null,
        library: dataset?.library ?? null,
        layer: dataset?.layer ?? null,
        grade: field?.grade ?? null,
        personalInfo: field?.personalInfo ?? null,
      };
    }
    if (kind === 'DATASET') {
      const dataset = datasets.get(id);
      return {
        ...plain,
        label: dataset?.title ?? id,
        name: dataset?.name ?? id,
        owner: dataset?.provider ?? null,
        library: dataset?.library ?? null,
        layer: dataset?.layer ?? null,
        grade: dataset?.grade ?? null,
        personalInfo: dataset?.personalInfo ?? null,
        fieldCount: dataset?.fieldCount ?? null,
      };
    }
    if (kind === 'INTERFACE') {
      const it = interfaces.get(id);
      return {
        ...plain,
        label: it?.name ?? id,
        name: id,
        owner: it?.provider ?? null,
        state: it?.state ?? null,
      };
    }
    const consumer = consumers.get(id);
    return { ...plain, label: consumer?.name ?? id, name: id, owner: consumer?.operatedBy ?? null };
  }

  return vertices.map((vertex) => {
    const { owner, library, ...known } = facts(vertex.ref);
    return {
      ...vertex,
      ...known,
      departmentCode: owner,
      departmentName: owner === null ? null : (departments.get(owner)?.shortName ?? owner),
      libraryCode: library,
      libraryName: library === null ? null : (libraries.get(library)?.name ?? library),
    };
  });
}
