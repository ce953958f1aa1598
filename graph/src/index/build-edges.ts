import { type Catalogue, datasetAt, fieldAt } from './build-catalogue.js';
import { arcsOf, countingOrder, positions, type SortedEdges } from './csr.js';
import type { FlowSide, IndexData } from './data.js';
import { encodeEdge } from './edge-code.js';
import { growable16, growable32 } from './growable.js';
import { idColumnBuilder } from './id-table.js';
import { nextChangeAfter, spanCollector, spansThatHold } from './spans.js';
import type { EdgeRow } from './types.js';

export type Flow = Pick<IndexData, 'edges' | 'spans' | 'forward' | 'backward' | 'nextChange' | 'builtAt'>;

/** Collects FLOWS_TO edges between fields and datasets of a finished catalogue. */
export function edgeCollector(catalogue: Catalogue) {
  const fields = catalogue.fields.ids.count;
  const datasets = catalogue.datasets.ids.count;
  const from = growable32();
  const to = growable32();
  const attributes = growable16();
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
      from.push(start);
      to.push(end);
      attributes.push(encodeEdge(row, start >= fields || end >= fields));
      span.push(spans.add(row));
      ids.push(row.id);
    },
    /** Sorts the edges; those that hold at `now` come first and make the arrays of the usual question. */
    finish(now: number): Flow {
      const vertices = fields + 2 * datasets;
      const table = spans.finish();
      const holds = spansThatHold(table, now, Infinity);
      const past = span.finish().map((s) => 1 - holds[s]!);
      let order = countingOrder(to.finish(), vertices, positions(past.length));
      order = countingOrder(from.finish(), vertices, order);
      order = countingOrder(past, 2, order);

      const pick = (column: { at(i: number): number }) => (row: number) => column.at(row);
      const edges: SortedEdges = {
        from: order.map(pick(from)),
        to: order.map(pick(to)),
        attributes: Uint16Array.from(order, pick(attributes)),
        liveCount: past.reduce((count, isPast) => count - isPast, past.length),
      };
      const narrow = table.validFrom.length <= 0x10000;
      const live = arcsOf(edges, vertices, 0, edges.liveCount);
      const old =
        edges.liveCount < order.length ? arcsOf(edges, vertices, edges.liveCount, order.length) : null;
      const hub = { out: fields, in: fields + datasets };
      return {
        builtAt: now,
        nextChange: nextChangeAfter(table, now),
        spans: table,
        edges: {
          count: order.length,
          liveCount: edges.liveCount,
          attributes: edges.attributes,
          span: narrow ? Uint16Array.from(order, pick(span)) : order.map(pick(span)),
          ids: ids.finish(order),
        },
        forward: withLift(catalogue, edges.from, {
          live: live.forward,
          past: old?.forward ?? null,
          gather: hub.out,
          spread: hub.in,
          lift: null,
        }),
        backward: withLift(catalogue, edges.to, {
          live: live.backward,
          past: old?.backward ?? null,
          gather: hub.in,
          spread: hub.out,
          lift: null,
        }),
      };
    },
  };
}

/**
 * Marks the vertices whose structural edges matter: the fields and the spreading hub of datasets, where the edges
 * leave from a gathering hub or end at a spreading one.
 */
function withLift(catalogue: Catalogue, leaving: Uint32Array, side: FlowSide): FlowSide {
  const datasets = catalogue.datasets.ids.count;
  const lift = new Uint8Array(catalogue.fields.ids.count + 2 * datasets);
  let any = false;
  for (const vertex of leaving) {
    const dataset = vertex - side.gather;
    if (dataset < 0 || dataset >= datasets || lift[side.gather + dataset] === 1) continue;
    lift[side.gather + dataset] = 1;
    lift.fill(1, catalogue.fieldStart[dataset], catalogue.fieldStart[dataset + 1]);
    any = true;
  }
  for (const arcs of [side.live, side.past]) {
    if (arcs === null) continue;
    for (const vertex of arcs.to) {
      if (vertex < side.spread || vertex >= side.spread + datasets) continue;
      lift[vertex] = 1;
      any = true;
    }
  }
  return { ...side, lift: any ? lift : null };
}
