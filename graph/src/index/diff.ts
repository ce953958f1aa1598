import type { IndexData } from './data.js';
import { type EdgeChanges, type EndedEdge, edgeChanges } from './diff-edges.js';
import { type Cone, coneOf, diffSide, pageOf } from './diff-side.js';
import { flowEdge } from './edge-facts.js';
import type { ReachEngine } from './reach.js';
import type { Scope } from './scope.js';
import type { StopSignal } from './stop.js';
import type { LineageDiffFacts, LineageDiffQuestion, ReachDirection, VertexRef } from './types.js';

/** One direction of the question at both times; null when it is not asked about. */
type Way = Record<'before' | 'after', Cone> | null;

/** What became of the lineage of one vertex between two points in time. */
export function diffOf(
  engine: ReachEngine,
  ref: VertexRef,
  question: LineageDiffQuestion,
  scopes: { before: Scope; after: Scope },
  stop?: StopSignal,
): LineageDiffFacts {
  const { data } = engine;
  const { direction, depth = Infinity, page } = question;
  const wayOf = (way: ReachDirection): Way => {
    if (direction !== 'BOTH' && direction !== way) return null;
    const cone = (scope: Scope) =>
      coneOf(data, ref, engine.reach(ref, { direction: way, scope, stop }), depth);
    return { before: cone(scopes.before), after: cone(scopes.after) };
  };
  const [up, down] = [wayOf('UPSTREAM'), wayOf('DOWNSTREAM')];
  const within = (time: 'before' | 'after') => (from: number, to: number) =>
    down?.[time].leaves(from) === true || up?.[time].leaves(to) === true;
  const edges = engine.differingEdges(scopes.before, scopes.after);
  const changes = edgeChanges(edges, { before: within('before'), after: within('after') }, stop);
  const sideOf = (way: Way) => way && diffSide(data, way.before, way.after, page, changes.whole);
  return { ...listed(data, changes, page), upstream: sideOf(up), downstream: sideOf(down) };
}

function listed(
  data: IndexData,
  { added, removed, changed }: EdgeChanges,
  page: LineageDiffQuestion['page'],
): Pick<LineageDiffFacts, 'added' | 'removed' | 'changed'> {
  const fact = ({ edge, from, to }: EndedEdge) => flowEdge(data, edge, from, to);
  return {
    added: pageOf(added, page, fact),
    removed: pageOf(removed, page, fact),
    changed: pageOf(changed, page, ({ before, after }) => ({ before: fact(before), after: fact(after) })),
  };
}
