import type { EdgeRow, IndexRows } from '@yuanliu/graph/lineage-index';
import { datasetId, departmentOf, ENDED_DAY, fieldId, type GeneratedGraph, layerOf } from './generator.js';
import { scatteredHex } from './rng.js';

/** The first moment of a day of January 2026, before which nothing is. */
export const instantOfDay = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;

const edgeId = (edge: number): string => `ed_${scatteredHex(edge, 0x13c7)}`;

function* fieldRows(graph: GeneratedGraph) {
  for (let v = 0; v < graph.fields; v++) {
    const grade = v % 10 === 0 ? ('L4' as const) : null;
    yield { id: fieldId(v), dataset: datasetId(graph.datasetOf[v]!), grade };
  }
}

function* edgeRows(graph: GeneratedGraph): Generator<EdgeRow> {
  const clear = { kind: 'DIRECT', subtype: 'IDENTITY', masking: null, reversible: false } as const;
  const classes = [
    clear,
    { ...clear, masking: 'HASH' },
    { ...clear, kind: 'INDIRECT', subtype: 'FILTER' },
  ] as const;
  const since = Array.from({ length: 32 }, (_, day) => instantOfDay(Math.max(day, 1)));
  const open = { validTo: null, retractedAt: null };
  for (let e = 0; e < graph.from.length; e++) {
    const day = since[graph.day[e]!]!;
    yield {
      id: edgeId(e),
      from: fieldId(graph.from[e]!),
      to: fieldId(graph.to[e]!),
      ...classes[graph.classOf[e]!]!,
      backflow: e >= graph.firstBackflow,
      validFrom: day,
      recordedAt: day,
      ...open,
    };
  }
  for (let e = 0; e < graph.ended.from.length; e++) {
    yield {
      id: edgeId(graph.from.length + e),
      from: fieldId(graph.ended.from[e]!),
      to: fieldId(graph.ended.to[e]!),
      ...clear,
      backflow: false,
      validFrom: since[1]!,
      recordedAt: since[1]!,
      validTo: since[ENDED_DAY]!,
      retractedAt: null,
    };
  }
}

/** The graph as the rows that the index is built from; nothing is held twice. */
export function rowsOf(graph: GeneratedGraph): IndexRows {
  return {
    version: 1,
    datasets: graph.datasets.map((_, d) => ({
      id: datasetId(d),
      department: departmentOf(graph, d),
      library: null,
      layer: layerOf(graph, d),
    })),
    fields: fieldRows(graph),
    edges: edgeRows(graph),
    interfaces: [],
    exposures: [],
    consumers: [],
    authorizations: [],
  };
}
