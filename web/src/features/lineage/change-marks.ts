import type { Palette } from '@/ui/tokens';
import type { LineageModel, ModelEdge } from './lineage-model';

/** What became of an edge between the two days that are compared. */
export type Change = 'ADDED' | 'REMOVED' | 'CHANGED';

/** Never colour alone: the sign that every mark of a change carries. */
export const CHANGE_SIGN: Record<Change, string> = { ADDED: '+', REMOVED: '−', CHANGED: '±' };

/** The colour of a change, which its sign goes with. */
export const changeColour = (change: Change, palette: Palette): string =>
  ({ ADDED: palette.good, REMOVED: palette.bad, CHANGED: palette.warn })[change];

/** Changes by edge id. Of an edge that changed only the later one is drawn: `earlier` are the others. */
export interface ChangesOfEdges {
  of: ReadonlyMap<string, Change>;
  earlier: ReadonlySet<string>;
}

/** The model of both days together, its edges marked. */
export function markChanges(model: LineageModel, changes: ChangesOfEdges): LineageModel {
  const edges = model.edges
    .filter(({ id }) => !changes.earlier.has(id))
    .map((edge) => {
      const change = changes.of.get(edge.id);
      return change === undefined ? edge : { ...edge, change };
    });
  return { ...model, edges };
}

/** What one line says of its edges: their common change; CHANGED where they differ; undefined when none changed. */
export function changeOf(edges: readonly ModelEdge[]): Change | undefined {
  const seen = new Set(edges.map((edge) => (edge.via ? changeOf(edge.via) : edge.change)));
  if (seen.size > 1) return 'CHANGED';
  return [...seen][0];
}
