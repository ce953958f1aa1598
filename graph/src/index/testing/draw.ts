import type { EdgeRow } from '../types.js';
import type { Rows } from './random-graph.js';

const T0 = '2026-01-01T00:00:00.000Z';

/** An edge row: identity, valid and known since 2026-01-01, unless said otherwise. */
export function edge(from: string, to: string, more: Partial<EdgeRow> = {}): EdgeRow {
  return {
    id: `${from}>${to}`,
    from,
    to,
    kind: 'DIRECT',
    subtype: more.kind === 'INDIRECT' ? 'FILTER' : 'IDENTITY',
    masking: null,
    reversible: false,
    backflow: false,
    validFrom: T0,
    validTo: null,
    recordedAt: T0,
    retractedAt: null,
    ...more,
  };
}

/** Rows of a small graph. `fields`: `dataset.field` texts, whose dataset is what stands before the dot. */
export function draw(fields: readonly string[], edges: readonly EdgeRow[], more: Partial<Rows> = {}): Rows {
  const named = new Set(fields.map((field) => field.split('.')[0]!));
  return {
    version: 1,
    datasets: [...named].map((id) => ({ id, department: null, library: null, layer: null })),
    fields: fields.map((id) => ({ id, dataset: id.split('.')[0]!, grade: null })),
    edges: [...edges],
    interfaces: [],
    exposures: [],
    consumers: [],
    authorizations: [],
    ...more,
  };
}

export const field = (id: string) => ({ kind: 'FIELD' as const, id });
export const dataset = (id: string) => ({ kind: 'DATASET' as const, id });
export const service = (id: string) => ({ kind: 'INTERFACE' as const, id });
export const consumer = (id: string) => ({ kind: 'CONSUMER' as const, id });
