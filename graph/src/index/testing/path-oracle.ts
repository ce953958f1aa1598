import type { AsOf, EdgeRow, VertexRef } from '../types.js';
import { arcsOf, covered, holds, membersOf, validGrants, weakness } from './oracle.js';
import type { Rows } from './random-graph.js';

/** A path as the sequence of its vertices, ends of dataset-level edges named `out D` and `in D`. */
export interface OraclePath {
  steps: string[];
  hops: number;
  /** Best ring of the vertex sequence: the weakest step, each step by its strongest edge. */
  weakness: number;
}

interface Step {
  to: string;
  hops: 0 | 1;
  weakness: number;
}

/** All loopless paths by brute force. Into a dataset and out of it again as a whole is one step, made at once or not. */
export function allPaths(rows: Rows, from: VertexRef, to: VertexRef, asOf?: AsOf): OraclePath[] {
  if (from.kind === to.kind && from.id === to.id) return [];
  const steps = stepsOf(rows, from, to, asOf);
  const name = (ref: VertexRef, side: 'in' | 'out') => {
    if (ref.kind === 'FIELD') return [ref.id];
    if (ref.kind !== 'DATASET') return [`${ref.kind} ${ref.id}`];
    return membersOf(rows, ref.id).filter(
      (member) => !/^(in|out) /.test(member) || member === `${side} ${ref.id}`,
    );
  };
  let sources = name(from, 'out');
  let targets = name(to, 'in');
  if (from.kind === 'FIELD') targets = targets.filter((target) => !sources.includes(target));
  else sources = sources.filter((source) => !targets.includes(source));

  const found: OraclePath[] = [];
  const extend = (path: string[], hops: number, weakest: number) => {
    const at = path.at(-1)!;
    if (targets.includes(at)) {
      found.push({ steps: path, hops, weakness: weakest });
      return;
    }
    for (const step of steps.get(at) ?? []) {
      if (path.includes(step.to) || sources.includes(step.to)) continue;
      const out = /^out (.*)$/.exec(step.to);
      if (out !== null && at !== `in ${out[1]}` && path.includes(`in ${out[1]}`)) continue;
      extend([...path, step.to], hops + step.hops, Math.max(weakest, step.weakness));
    }
  };
  for (const source of sources) extend([source], 0, 0);
  return found.sort((a, b) => a.hops - b.hops);
}

function stepsOf(rows: Rows, from: VertexRef, to: VertexRef, asOf?: AsOf): Map<string, Step[]> {
  const best = new Map<string, Map<string, Step>>();
  const add = (start: string, step: Step) => {
    const own = best.get(start) ?? new Map<string, Step>();
    const other = own.get(step.to);
    if (other === undefined || step.weakness < other.weakness) own.set(step.to, step);
    best.set(start, own);
  };
  if (from.kind === 'FIELD' || from.kind === 'DATASET') {
    const holding: EdgeRow[] = rows.edges.filter((row) => holds(row, asOf));
    for (const arc of arcsOf(rows, holding)) {
      add(arc.from, { to: arc.to, hops: arc.hops, weakness: arc.row === null ? 0 : weakness(arc.row) });
    }
  }
  const grants = validGrants(rows, asOf).filter(
    (grant) => to.kind === 'CONSUMER' && grant.consumer === to.id,
  );
  const exposures =
    to.kind === 'INTERFACE'
      ? rows.exposures.filter((x) => x.interface === to.id)
      : grants.flatMap((grant) => covered(rows, grant));
  for (const x of exposures) {
    add(x.field, { to: `INTERFACE ${x.interface}`, hops: 1, weakness: weakness(x) });
    if (to.kind === 'CONSUMER') {
      add(`INTERFACE ${x.interface}`, { to: `CONSUMER ${to.id}`, hops: 1, weakness: 0 });
    }
  }
  return new Map([...best].map(([start, own]) => [start, [...own.values()]]));
}
