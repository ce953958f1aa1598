import type { IndexData } from './data.js';
import { addChanges, type EdgeChanges, type EndedEdge, noChanges } from './diff-edges.js';
import { coneOf, diffSide, pageOf } from './diff-side.js';
import { flowEdge } from './edge-facts.js';
import { compareIds } from './id-table.js';
import type { ReachEngine } from './reach.js';
import type { Scope } from './scope.js';
import type { StopSignal } from './stop.js';
import type { DiffSide, LineageDiffFacts, LineageDiffQuestion, ReachDirection, VertexRef } from './types.js';

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
  const changes = noChanges();
  const sideOf = (way: ReachDirection): DiffSide | null => {
    if (direction !== 'BOTH' && direction !== way) return null;
    const cone = (scope: Scope) =>
      coneOf(data, ref, engine.reach(ref, { direction: way, scope, stop }), depth);
    const before = cone(scopes.before);
    const after = cone(scopes.after);
    const leaving = { before: before.leaves, after: after.leaves };
    const inTime = addChanges(data, before.reach.side, scopes, leaving, changes, stop);
    return diffSide(data, before, after, page, inTime);
  };
  const upstream = sideOf('UPSTREAM');
  const downstream = sideOf('DOWNSTREAM');
  return { ...listed(data, changes, page), upstream, downstream };
}

function listed(
  data: IndexData,
  { added, removed, changed }: EdgeChanges,
  page: LineageDiffQuestion['page'],
): Pick<LineageDiffFacts, 'added' | 'removed' | 'changed'> {
  const byEnds = (a: EndedEdge, b: EndedEdge) =>
    a.from - b.from || a.to - b.to || compareIds(data.edges.ids, a.edge, b.edge);
  const fact = ({ edge, from, to }: EndedEdge) => flowEdge(data, edge, from, to);
  return {
    added: pageOf([...added.values()].sort(byEnds), page, fact),
    removed: pageOf([...removed.values()].sort(byEnds), page, fact),
    changed: pageOf(
      [...changed.values()].sort((a, b) => byEnds(a.before, b.before)),
      page,
      ({ before, after }) => ({ before: fact(before), after: fact(after) }),
    ),
  };
}
