import type { Ring } from '../../model/index.js';
import type { AsOf, ReachMarks, VertexRef } from '../types.js';
import {
  covered,
  holds,
  membersOf,
  type OracleReach,
  oracleEnds,
  oracleReach,
  readThrough,
  together,
  validGrants,
  weakness,
} from './oracle.js';
import type { Rows } from './random-graph.js';

export const key = (ref: VertexRef): string => `${ref.kind} ${ref.id}`;
const CLASS_OF: Record<Ring, number> = { CLEARTEXT: 0, MASKED: 1, INFLUENCED: 2 };

export interface OracleSide {
  vertices: Map<string, ReachMarks>;
  /** Edge ids; for exposures `INTERFACE FIELD`, for grants their code. */
  edges: Set<string>;
}

/** One direction of a lineage within `depth` and `rings`, the start left out. */
export function oracleSide(
  rows: Rows,
  ref: VertexRef,
  direction: 'UPSTREAM' | 'DOWNSTREAM',
  depth: number,
  rings: readonly Ring[],
  asOf?: AsOf,
): OracleSide {
  const maxClass = Math.max(0, ...rings.map((ring) => CLASS_OF[ring]));
  const reach = oracleReach(rows, ref, direction, asOf, maxClass);
  const shown = (vertex: string) => {
    const marks = reach.marks.get(vertex);
    if (marks === undefined) return reach.start.has(vertex) && depth >= 0;
    return rings.includes(marks.ring) && marks.distance <= depth;
  };
  const side: OracleSide = { vertices: new Map(), edges: new Set() };
  for (const { id } of rows.fields) {
    if (reach.marks.has(id) && shown(id)) side.vertices.set(`FIELD ${id}`, reach.marks.get(id)!);
  }
  for (const { id } of rows.datasets) putDataset(reach, id, direction, shown, side);
  for (const arc of reach.arcs) {
    if (arc.row !== null && shown(arc.from) && shown(arc.to)) side.edges.add(arc.row.id);
  }
  const put = (name: string, marks: ReachMarks) => {
    if (rings.includes(marks.ring) && marks.distance <= depth) side.vertices.set(name, marks);
  };
  if (direction === 'DOWNSTREAM') putEnds(rows, ref, reach, put, depth, maxClass, side, asOf);
  else putReading(rows, ref, put, depth, maxClass, side, asOf);
  return side;
}

/** A dataset is shown where it was entered as a whole, or where an edge that leaves it as a whole is shown. */
function putDataset(
  reach: OracleReach,
  id: string,
  direction: 'UPSTREAM' | 'DOWNSTREAM',
  shown: (vertex: string) => boolean,
  side: OracleSide,
): void {
  const [entry, exit] = direction === 'DOWNSTREAM' ? [`in ${id}`, `out ${id}`] : [`out ${id}`, `in ${id}`];
  const ways: ReachMarks[] = [];
  if (reach.marks.has(entry) && shown(entry)) ways.push(reach.marks.get(entry)!);
  const leaves = reach.arcs.some((arc) => arc.from === exit && arc.row !== null && shown(arc.to));
  if (reach.marks.has(exit) && shown(exit) && leaves) ways.push(reach.marks.get(exit)!);
  if (ways.length > 0) side.vertices.set(`DATASET ${id}`, together(ways));
}

type Put = (name: string, marks: ReachMarks) => void;

function putEnds(
  rows: Rows,
  ref: VertexRef,
  reach: OracleReach,
  put: Put,
  depth: number,
  maxClass: number,
  side: OracleSide,
  asOf?: AsOf,
): void {
  const ends = oracleEnds(rows, ref, reach, asOf, maxClass);
  const isShown = (vertex: VertexRef) => side.vertices.has(key(vertex)) || key(vertex) === key(ref);
  for (const { code, exposures, ...marks } of ends.interfaces) {
    put(`INTERFACE ${code}`, marks);
    if (!isShown({ kind: 'INTERFACE', id: code })) continue;
    for (const x of exposures) {
      const distance = (reach.marks.get(x.field)?.distance ?? 0) + 1;
      const fieldShown = reach.start.has(x.field) || side.vertices.has(`FIELD ${x.field}`);
      if (distance <= depth && fieldShown) side.edges.add(`${code} ${x.field}`);
    }
  }
  for (const { code, grants, ways, ...marks } of ends.consumers) {
    put(`CONSUMER ${code}`, marks);
    if (!side.vertices.has(`CONSUMER ${code}`)) continue;
    for (const grant of grants) {
      const nearest = Math.min(...ways.filter((way) => way.grant === grant).map((way) => way.marks.distance));
      if (nearest <= depth && isShown({ kind: 'INTERFACE', id: grant.interface })) side.edges.add(grant.code);
    }
  }
}

function putReading(
  rows: Rows,
  ref: VertexRef,
  put: Put,
  depth: number,
  maxClass: number,
  side: OracleSide,
  asOf?: AsOf,
): void {
  if (ref.kind !== 'INTERFACE' && ref.kind !== 'CONSUMER') return;
  if (ref.kind === 'CONSUMER') {
    for (const grant of validGrants(rows, asOf)) {
      if (grant.consumer !== ref.id || covered(rows, grant).length === 0) continue;
      put(`INTERFACE ${grant.interface}`, {
        ring: 'CLEARTEXT',
        distance: 1,
        viaBackflow: false,
        coarse: false,
      });
      if (side.vertices.has(`INTERFACE ${grant.interface}`)) side.edges.add(grant.code);
    }
  }
  const hops = ref.kind === 'INTERFACE' ? 1 : 2;
  for (const x of readThrough(rows, ref, asOf)) {
    const interfaceShown = ref.kind === 'INTERFACE' || side.vertices.has(`INTERFACE ${x.interface}`);
    const fieldShown = side.vertices.has(`FIELD ${x.field}`);
    if (weakness(x) <= maxClass && hops <= depth && interfaceShown && fieldShown) {
      side.edges.add(`${x.interface} ${x.field}`);
    }
  }
}

/** Direct neighbours of what people see, each once. */
export function oracleDegree(
  rows: Rows,
  ref: VertexRef,
  asOf?: AsOf,
): { upstream: number; downstream: number } {
  const grants = validGrants(rows, asOf).filter((grant) => covered(rows, grant).length > 0);
  if (ref.kind === 'CONSUMER') {
    const own = grants.filter((grant) => grant.consumer === ref.id);
    return { upstream: new Set(own.map((grant) => grant.interface)).size, downstream: 0 };
  }
  if (ref.kind === 'INTERFACE') {
    const exposed = rows.exposures.filter((x) => x.interface === ref.id).map((x) => x.field);
    const consumers = grants.filter((grant) => grant.interface === ref.id).map((grant) => grant.consumer);
    return { upstream: new Set(exposed).size, downstream: new Set(consumers).size };
  }
  const holding = rows.edges.filter((row) => holds(row, asOf));
  const datasetOf = new Map(rows.fields.map((f) => [f.id, f.dataset]));
  const fields =
    ref.kind === 'FIELD' ? [ref.id] : rows.fields.filter((f) => f.dataset === ref.id).map((f) => f.id);
  const dataset = ref.kind === 'FIELD' ? datasetOf.get(ref.id)! : ref.id;
  const ends = new Set([...fields, dataset]);
  const outside = (id: string) =>
    ref.kind === 'FIELD' ? id !== ref.id : !membersOf(rows, ref.id).includes(id) && id !== ref.id;
  const interfaces = rows.exposures
    .filter((x) => fields.includes(x.field))
    .map((x) => `interface ${x.interface}`);
  const up = holding.filter((row) => ends.has(row.to) && outside(row.from)).map((row) => row.from);
  const down = holding.filter((row) => ends.has(row.from) && outside(row.to)).map((row) => row.to);
  return { upstream: new Set(up).size, downstream: new Set([...down, ...interfaces]).size };
}
