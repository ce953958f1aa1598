import type { Ring } from '../../model/index.js';
import type { AsOf, EdgeRow, ReachMarks, VertexRef } from '../types.js';
import { NOW, type Rows } from './random-graph.js';

/**
 * The naïve answers that the index must give: sets and fixed points over texts, written to be read. Vertices are field
 * ids, `out DATASET` and `in DATASET`.
 */
export interface Arc {
  from: string;
  to: string;
  hops: 0 | 1;
  /** null: where a field belongs. */
  row: EdgeRow | null;
}

/** Whether an edge version holds: in the world at `valid`, as known at `recorded`. */
export function holds(row: EdgeRow, asOf: AsOf | undefined): boolean {
  const valid = asOf?.valid === undefined ? NOW : Date.parse(asOf.valid);
  const inWorld =
    Date.parse(row.validFrom) <= valid && (row.validTo === null || valid < Date.parse(row.validTo));
  if (asOf?.recorded === undefined) return inWorld && row.retractedAt === null;
  const recorded = Date.parse(asOf.recorded);
  return (
    inWorld &&
    Date.parse(row.recordedAt) <= recorded &&
    (row.retractedAt === null || recorded < Date.parse(row.retractedAt))
  );
}

export function arcsOf(rows: Rows, edges: Iterable<EdgeRow>): Arc[] {
  const datasets = new Set(rows.datasets.map((dataset) => dataset.id));
  const arcs: Arc[] = [];
  for (const row of edges) {
    const from = datasets.has(row.from) ? `out ${row.from}` : row.from;
    const to = datasets.has(row.to) ? `in ${row.to}` : row.to;
    arcs.push({ from, to, hops: 1, row });
  }
  for (const { id, dataset } of rows.fields) {
    arcs.push({ from: id, to: `out ${dataset}`, hops: 0, row: null });
    arcs.push({ from: `in ${dataset}`, to: id, hops: 0, row: null });
  }
  for (const { id } of rows.datasets) arcs.push({ from: `in ${id}`, to: `out ${id}`, hops: 0, row: null });
  return arcs;
}

export const turned = (arcs: Arc[]): Arc[] => arcs.map((arc) => ({ ...arc, from: arc.to, to: arc.from }));

/** 0 in clear, 1 irreversibly masked, 2 indirect. */
export function weakness(edge: { kind?: string; masking: string | null; reversible: boolean }): number {
  if (edge.kind === 'INDIRECT') return 2;
  return edge.masking !== null && !edge.reversible ? 1 : 0;
}
export const isCoarse = (arc: Arc): boolean => /^(in|out) /.test(arc.from) || /^(in|out) /.test(arc.to);

export function reachable(
  arcs: Arc[],
  starts: Iterable<string>,
  allowed: (arc: Arc) => boolean,
): Set<string> {
  const reached = new Set(starts);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const arc of arcs)
      if (reached.has(arc.from) && (arc.row === null || allowed(arc))) reached.add(arc.to);
  }
  return reached;
}

export function distances(
  arcs: Arc[],
  starts: Iterable<string>,
  allowed: (arc: Arc) => boolean,
): Map<string, number> {
  const hops = new Map([...starts].map((start) => [start, 0]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const arc of arcs) {
      const from = hops.get(arc.from);
      if (from === undefined || (arc.row !== null && !allowed(arc))) continue;
      if (from + arc.hops < (hops.get(arc.to) ?? Number.POSITIVE_INFINITY)) {
        hops.set(arc.to, from + arc.hops);
        changed = true;
      }
    }
  }
  return hops;
}

export function membersOf(rows: Rows, dataset: string): string[] {
  return [
    `in ${dataset}`,
    `out ${dataset}`,
    ...rows.fields.filter((f) => f.dataset === dataset).map((f) => f.id),
  ];
}

/** Authorisations of the rows that are valid at the asked time. */
export function validGrants(rows: Rows, asOf: AsOf | undefined) {
  const dayOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
  const today = dayOf(NOW);
  const asked = asOf?.valid === undefined ? today : dayOf(Date.parse(asOf.valid));
  return rows.authorizations.filter(
    (grant) =>
      grant.validFrom <= asked &&
      asked < grant.validTo &&
      (asked < today || ['AUTHORIZED', 'EXPIRING', 'RENEWED'].includes(grant.state)),
  );
}

/** Exposures through which a grant reads. */
export const covered = (rows: Rows, grant: { interface: string; fields: readonly string[] }) =>
  rows.exposures.filter((x) => x.interface === grant.interface && grant.fields.includes(x.field));

/** Exposures through which an interface or consumer reads. */
export function readThrough(rows: Rows, ref: VertexRef, asOf: AsOf | undefined) {
  if (ref.kind === 'INTERFACE') return rows.exposures.filter((x) => x.interface === ref.id);
  return validGrants(rows, asOf)
    .filter((grant) => grant.consumer === ref.id)
    .flatMap((grant) => covered(rows, grant));
}

export interface OracleReach {
  arcs: Arc[];
  start: Set<string>;
  marks: Map<string, ReachMarks>;
}

/** Everything reached, hubs included, with its marks; the start is in `start`, not in `marks`. */
export function oracleReach(
  rows: Rows,
  ref: VertexRef,
  direction: 'UPSTREAM' | 'DOWNSTREAM',
  asOf?: AsOf,
  maxClass = 2,
): OracleReach {
  const holding = rows.edges.filter((row) => holds(row, asOf));
  const forward = arcsOf(rows, holding);
  const arcs = direction === 'DOWNSTREAM' ? forward : turned(forward);
  const start = new Set<string>();
  let seeds: { vertex: string; weakness: number }[] = [];
  let offset = 0;
  if (ref.kind === 'FIELD') start.add(ref.id);
  else if (ref.kind === 'DATASET') for (const member of membersOf(rows, ref.id)) start.add(member);
  else {
    offset = ref.kind === 'INTERFACE' ? 1 : 2;
    if (direction === 'UPSTREAM') {
      seeds = readThrough(rows, ref, asOf).map((x) => ({ vertex: x.field, weakness: weakness(x) }));
    }
  }
  for (const vertex of start) seeds.push({ vertex, weakness: 0 });
  const from = (most: number) => seeds.filter((seed) => seed.weakness <= most).map((seed) => seed.vertex);
  const upTo = (most: number) => (arc: Arc) => weakness(arc.row!) <= most;
  const clear = reachable(arcs, from(0), upTo(0));
  const direct = reachable(arcs, from(Math.min(1, maxClass)), upTo(Math.min(1, maxClass)));
  const noBackflow = reachable(arcs, from(maxClass), (arc) => upTo(maxClass)(arc) && !arc.row!.backflow);
  const noCoarse = reachable(arcs, from(maxClass), (arc) => upTo(maxClass)(arc) && !isCoarse(arc));
  const marks = new Map<string, ReachMarks>();
  for (const [vertex, hops] of distances(arcs, from(maxClass), upTo(maxClass))) {
    if (start.has(vertex)) continue;
    const ring: Ring = clear.has(vertex) ? 'CLEARTEXT' : direct.has(vertex) ? 'MASKED' : 'INFLUENCED';
    marks.set(vertex, {
      ring,
      distance: hops + offset,
      viaBackflow: !noBackflow.has(vertex),
      coarse: !noCoarse.has(vertex),
    });
  }
  return { arcs: arcs.filter((arc) => arc.row === null || upTo(maxClass)(arc)), start, marks };
}

const rank = { CLEARTEXT: 0, MASKED: 1, INFLUENCED: 2 };
export const worse = (ring: Ring, weak: number): Ring =>
  (['CLEARTEXT', 'MASKED', 'INFLUENCED'] as const)[Math.max(rank[ring], weak)]!;

/** Marks of a vertex with several ways to it. */
export function together(all: ReachMarks[]): ReachMarks {
  return {
    ring: all.map((marks) => marks.ring).sort((a, b) => rank[a] - rank[b])[0]!,
    distance: Math.min(...all.map((marks) => marks.distance)),
    viaBackflow: all.every((marks) => marks.viaBackflow),
    coarse: all.every((marks) => marks.coarse),
  };
}

export const START_MARKS: ReachMarks = { ring: 'CLEARTEXT', distance: 0, viaBackflow: false, coarse: false };

/** Interfaces and consumers downstream, each with the exposures or grants that lead there. */
export function oracleEnds(rows: Rows, ref: VertexRef, reach: OracleReach, asOf?: AsOf, maxClass = 2) {
  const marksAt = (field: string) => (reach.start.has(field) ? START_MARKS : reach.marks.get(field));
  const outside = rows.exposures.flatMap((x) => {
    const marks = ref.kind === 'INTERFACE' || ref.kind === 'CONSUMER' ? undefined : marksAt(x.field);
    if (marks === undefined || weakness(x) > maxClass) return [];
    return [{ x, marks: { ...marks, ring: worse(marks.ring, weakness(x)) } }];
  });
  const later = (marks: ReachMarks, hops: number) => ({ ...marks, distance: marks.distance + hops });
  const interfaces = rows.interfaces.flatMap(({ code }) => {
    const own = outside.filter(({ x }) => x.interface === code);
    if (own.length === 0) return [];
    return [{ code, exposures: own.map(({ x }) => x), ...together(own.map(({ marks }) => later(marks, 1))) }];
  });
  const consumers = rows.consumers.flatMap(({ code }) => {
    const grants = validGrants(rows, asOf).filter((grant) => grant.consumer === code);
    const ways = grants.flatMap((grant) => {
      if (ref.kind === 'INTERFACE') {
        const reads = grant.interface === ref.id && covered(rows, grant).length > 0;
        return reads ? [{ grant, marks: later(START_MARKS, 1) }] : [];
      }
      return outside
        .filter(({ x }) => x.interface === grant.interface && grant.fields.includes(x.field))
        .map(({ marks }) => ({ grant, marks: later(marks, 2) }));
    });
    if (ways.length === 0) return [];
    const used = grants.filter((grant) => ways.some((way) => way.grant === grant));
    return [{ code, grants: used, ways, ...together(ways.map((way) => way.marks)) }];
  });
  return { interfaces, consumers };
}
