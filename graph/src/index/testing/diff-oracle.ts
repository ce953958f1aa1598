import type { Ring } from '../../model/index.js';
import type { AsOf, EdgeRow, VertexRef } from '../types.js';
import { holds, type OracleReach, oracleEnds, oracleReach } from './oracle.js';
import type { Rows } from './random-graph.js';

export interface OracleDiff {
  /** Edge ids; `changed` as `before>after`. */
  added: string[];
  removed: string[];
  changed: string[];
}

/** Edges that hold at one of two times only and leave something that is less than `depth` hops away then. */
export function oracleChanges(
  rows: Rows,
  ref: VertexRef,
  way: 'UPSTREAM' | 'DOWNSTREAM',
  times: { from: AsOf; to: AsOf },
  depth: number,
): OracleDiff {
  const reaches = [oracleReach(rows, ref, way, times.from), oracleReach(rows, ref, way, times.to)] as const;
  const isDataset = (id: string) => rows.datasets.some((dataset) => dataset.id === id);
  const leavingVertex = (row: EdgeRow) => {
    const [id, hub] = way === 'DOWNSTREAM' ? [row.from, 'out'] : [row.to, 'in'];
    return isDataset(id) ? `${hub} ${id}` : id;
  };
  const leaves = (reach: OracleReach, row: EdgeRow) => {
    const vertex = leavingVertex(row);
    const hops = reach.start.has(vertex) ? 0 : reach.marks.get(vertex)?.distance;
    return hops !== undefined && hops < depth;
  };
  const properties = ({ kind, subtype, masking, reversible, backflow }: EdgeRow) =>
    JSON.stringify([kind, subtype, masking, reversible, backflow]);
  const within = rows.edges.filter((row) => leaves(reaches[0], row) || leaves(reaches[1], row));
  const gone = within.filter((row) => holds(row, times.from) && !holds(row, times.to));
  const come = within.filter((row) => !holds(row, times.from) && holds(row, times.to));
  const diff: OracleDiff = { added: [], removed: [], changed: [] };
  const byId = (list: EdgeRow[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const ends of new Set([...gone, ...come].map((row) => `${row.from} ${row.to}`))) {
    let before = byId(gone.filter((row) => `${row.from} ${row.to}` === ends));
    let after = byId(come.filter((row) => `${row.from} ${row.to}` === ends));
    for (const alike of [true, false]) {
      for (const row of [...before]) {
        const other = after.find((one) => !alike || properties(one) === properties(row));
        if (other === undefined) continue;
        diff.changed.push(`${row.id}>${other.id}`);
        before = before.filter((one) => one !== row);
        after = after.filter((one) => one !== other);
      }
    }
    diff.removed.push(...before.filter((row) => leaves(reaches[0], row)).map((row) => row.id));
    diff.added.push(...after.filter((row) => leaves(reaches[1], row)).map((row) => row.id));
  }
  return diff;
}

/** Rings of the fields within `depth`, and codes of the interfaces and consumers. */
export function oracleState(
  rows: Rows,
  ref: VertexRef,
  way: 'UPSTREAM' | 'DOWNSTREAM',
  asOf: AsOf,
  depth: number,
) {
  const reach = oracleReach(rows, ref, way, asOf);
  const rings = new Map<string, Ring>();
  for (const { id } of rows.fields) {
    const marks = reach.marks.get(id);
    if (marks !== undefined && marks.distance <= depth) rings.set(id, marks.ring);
  }
  const ends = way === 'DOWNSTREAM' ? oracleEnds(rows, ref, reach, asOf) : { interfaces: [], consumers: [] };
  const codes = (list: { code: string; distance: number }[]) =>
    list.filter((end) => end.distance <= depth).map((end) => end.code);
  const reached = rows.fields.filter((field) => reach.marks.has(field.id)).length;
  return {
    rings,
    interfaces: codes(ends.interfaces),
    consumers: codes(ends.consumers),
    whole: rings.size === reached,
  };
}
