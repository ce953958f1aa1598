import { assembleFlow, type Flow } from './assemble-flow.js';
import { type Catalogue, datasetAt, fieldAt } from './build-catalogue.js';
import { countingOrder, positions } from './csr.js';
import { encodeEdge } from './edge-code.js';
import { gather, runsOf } from './gather.js';
import { growable8, growable32 } from './growable.js';
import { compareIds, gatherIds, type IdColumn, idColumnBuilder, idTable } from './id-table.js';
import { type SpanTable, sortSpans, spanCollector, spansThatHold } from './spans.js';
import type { EdgeRow } from './types.js';

/** Edges in any order, their ends as vertices of a catalogue. */
export interface LooseEdges {
  from: Uint32Array;
  to: Uint32Array;
  flags: Uint8Array;
  detail: Uint8Array;
  /** Position in `spans`. */
  span: Uint32Array;
  ids: IdColumn;
  spans: SpanTable;
}

/** Collects FLOWS_TO edges between fields and datasets of a finished catalogue. */
export function edgeCollector(catalogue: Catalogue) {
  const fields = catalogue.fields.ids.count;
  const datasets = catalogue.datasets.ids.count;
  const from = growable32();
  const to = growable32();
  const flags = growable8();
  const detail = growable8();
  const span = growable32();
  const ids = idColumnBuilder('ed_');
  const spans = spanCollector();

  function endOf(row: EdgeRow, id: string, hubs: number): number {
    const field = fieldAt(catalogue, id);
    if (field >= 0) return field;
    const dataset = datasetAt(catalogue, id);
    if (dataset >= 0) return hubs + dataset;
    throw new Error(`edge ${row.id} names an unknown field or dataset: ${id}`);
  }

  return {
    edge(row: EdgeRow): void {
      const start = endOf(row, row.from, fields);
      const end = endOf(row, row.to, fields + datasets);
      const code = encodeEdge(row, start >= fields || end >= fields);
      from.push(start);
      to.push(end);
      flags.push(code & 0xff);
      detail.push(code >> 8);
      span.push(spans.add(row));
      ids.push(row.id);
    },
    finish: (): LooseEdges => ({
      from: from.finish(),
      to: to.finish(),
      flags: flags.finish(),
      detail: detail.finish(),
      span: span.finish(),
      ids: ids.finish(),
      spans: spans.finish(),
    }),
  };
}

/** The flow of all edges of a catalogue at once; those that hold at `now` make the arrays of the usual question. */
export function flowOf(catalogue: Catalogue, loose: LooseEdges, now: number): Flow {
  idTable(loose.ids);
  const order = orderOf(catalogue, loose, spansThatHold(loose.spans, now, Infinity));
  return gatherEdges(catalogue, loose, null, order, now);
}

/** Positions of edges in their final order: those that hold first, then by start, end and id. */
export function orderOf(catalogue: Catalogue, loose: LooseEdges, holds: Uint8Array): Uint32Array {
  const vertices = catalogue.fields.ids.count + 2 * catalogue.datasets.ids.count;
  const { from, to } = loose;
  const past = loose.span.map((span) => 1 - holds[span]!);
  let order = countingOrder(to, vertices, positions(to.length));
  order = countingOrder(from, vertices, order);
  order = countingOrder(past, 2, order);
  const same = (a: number, b: number) => to[a] === to[b] && from[a] === from[b] && past[a] === past[b];
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && same(order[first]!, order[end]!)) end++;
    if (end > first + 1) order.subarray(first, end).sort((a, b) => compareIds(loose.ids, a, b));
    first = end;
  }
  return order;
}

/** Takes the edges of both sets in the given order; positions past the end of `edges` are of `more`. */
export function gatherEdges(
  catalogue: Catalogue,
  edges: LooseEdges,
  more: LooseEdges | null,
  order: Uint32Array,
  now: number,
): Flow {
  const runs = runsOf(order, edges.from.length);
  const words = () => new Uint32Array(order.length);
  const bytes = () => new Uint8Array(order.length);
  const { table, span } = sortSpans(
    edges.spans,
    more?.spans ?? null,
    gather(runs, edges.span, more?.span.map((own) => own + edges.spans.validFrom.length) ?? null, words()),
  );
  const holds = spansThatHold(table, now, Infinity);
  let liveCount = 0;
  while (liveCount < span.length && holds[span[liveCount]!] === 1) liveCount++;
  const sorted = {
    from: gather(runs, edges.from, more?.from ?? null, words()),
    to: gather(runs, edges.to, more?.to ?? null, words()),
    flags: gather(runs, edges.flags, more?.flags ?? null, bytes()),
    detail: gather(runs, edges.detail, more?.detail ?? null, bytes()),
    span,
    ids: gatherIds(edges.ids, runs, more?.ids ?? null),
    liveCount,
  };
  return assembleFlow(catalogue, sorted, table, now);
}
