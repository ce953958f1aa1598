import { buildAccess } from './build-access.js';
import { type Catalogue, catalogueCollector, type DatasetRow, type FieldRow } from './build-catalogue.js';
import { edgeCollector, flowOf } from './build-edges.js';
import type { IndexData } from './data.js';
import { findGiant } from './giant.js';
import type { EdgeRow, IndexRows } from './types.js';

/** Takes rows as they stream in: all datasets, then all fields, then all edges, then the rest at once. */
export interface IndexDataBuilder {
  dataset(row: DatasetRow): void;
  field(row: FieldRow): void;
  edge(row: EdgeRow): void;
  finish(
    rest: Pick<IndexRows, 'version' | 'interfaces' | 'exposures' | 'consumers' | 'authorizations'>,
  ): IndexData;
}

/**
 * Starts an index. Rows out of order, doubled ids and dangling references are refused with an Error. `now`: the
 * moment (ms) that decides which edges hold; left out = this moment.
 */
export function indexDataBuilder(now = Date.now()): IndexDataBuilder {
  const collector = catalogueCollector();
  let catalogue: Catalogue | undefined;
  let edges: ReturnType<typeof edgeCollector> | undefined;
  function flow() {
    catalogue ??= collector.finish();
    edges ??= edgeCollector(catalogue);
    return { catalogue, edges };
  }
  return {
    dataset(row) {
      if (catalogue !== undefined) throw new Error(`dataset ${row.id} after the first edge`);
      collector.dataset(row);
    },
    field(row) {
      if (catalogue !== undefined) throw new Error(`field ${row.id} after the first edge`);
      collector.field(row);
    },
    edge(row) {
      flow().edges.edge(row);
    },
    finish(rest) {
      const all = flow();
      const data = {
        version: rest.version,
        ...all.catalogue,
        ...flowOf(all.catalogue, all.edges.finish(), now),
        ...buildAccess(all.catalogue, rest),
      };
      return { ...data, giant: findGiant(data) };
    },
  };
}

/** Everything of the index as plain data that can cross to another thread. */
export function buildIndexData(rows: IndexRows, now = Date.now()): IndexData {
  const builder = indexDataBuilder(now);
  for (const row of rows.datasets) builder.dataset(row);
  for (const row of rows.fields) builder.field(row);
  for (const row of rows.edges) builder.edge(row);
  return builder.finish(rows);
}
