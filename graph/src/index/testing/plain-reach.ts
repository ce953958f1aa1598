import type { EdgeRow, ReachMarks, VertexRef } from '../types.js';
import { arcsOf, isCoarse, membersOf, turned, weakness } from './oracle.js';
import type { Rows } from './random-graph.js';

export interface Step {
  to: string;
  hops: 0 | 1;
  row: EdgeRow | null;
  coarse: boolean;
}

/**
 * Reached fields with their marks by one plain search a question over adjacency lists of texts: the oracle for graphs
 * that are too large for fixed points. All edges count, whatever their times.
 */
export function plainReach(rows: Rows, ref: VertexRef, steps: Map<string, Step[]>): Map<string, ReachMarks> {
  const starts = new Set(ref.kind === 'DATASET' ? membersOf(rows, ref.id) : [ref.id]);
  const search = (allowed: (step: Step) => boolean) => hopsFrom(steps, starts, allowed);
  const upTo = (most: number) => search((step) => weakness(step.row!) <= most);
  const [clear, direct, all] = [upTo(0), upTo(1), upTo(2)];
  const noBackflow = search((step) => !step.row!.backflow);
  const noCoarse = search((step) => !step.coarse);
  const marks = new Map<string, ReachMarks>();
  for (const { id } of rows.fields) {
    const distance = all.get(id);
    if (distance === undefined || starts.has(id)) continue;
    marks.set(id, {
      ring: clear.has(id) ? 'CLEARTEXT' : direct.has(id) ? 'MASKED' : 'INFLUENCED',
      distance,
      viaBackflow: !noBackflow.has(id),
      coarse: !noCoarse.has(id),
    });
  }
  return marks;
}

/** What follows each vertex in a direction. */
export function stepsOf(rows: Rows, direction: 'UPSTREAM' | 'DOWNSTREAM'): Map<string, Step[]> {
  const arcs = arcsOf(rows, rows.edges);
  const steps = new Map<string, Step[]>();
  for (const arc of direction === 'DOWNSTREAM' ? arcs : turned(arcs)) {
    const step = { to: arc.to, hops: arc.hops, row: arc.row, coarse: isCoarse(arc) };
    const others = steps.get(arc.from);
    if (others === undefined) steps.set(arc.from, [step]);
    else others.push(step);
  }
  return steps;
}

/** Hops to everything reached, structural steps at no cost. */
function hopsFrom(
  steps: Map<string, Step[]>,
  starts: Iterable<string>,
  allowed: (step: Step) => boolean,
): Map<string, number> {
  const hops = new Map<string, number>();
  let level: string[] = [];
  const put = (vertex: string, distance: number, into: string[]) => {
    if (hops.has(vertex)) return;
    hops.set(vertex, distance);
    into.push(vertex);
    for (const step of steps.get(vertex) ?? []) if (step.row === null) put(step.to, distance, into);
  };
  for (const start of starts) put(start, 0, level);
  for (let distance = 1; level.length > 0; distance++) {
    const next: string[] = [];
    for (const vertex of level) {
      for (const step of steps.get(vertex) ?? []) {
        if (step.row !== null && allowed(step)) put(step.to, distance, next);
      }
    }
    level = next;
  }
  return hops;
}
