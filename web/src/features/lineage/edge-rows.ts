import { type Highlight, highlight } from './highlight';
import type { End, LineageModel, ModelBox, ModelEdge, ModelRow } from './lineage-model';
import type { Ring } from './lineage-types';
import { tableRows } from './table-rows';

export interface EdgeEnd {
  box: ModelBox;
  row: ModelRow | null;
}

/** One edge of the picture as a line: of the edges view and of the CSV. */
export interface EdgeRow {
  edge: ModelEdge;
  from: EdgeEnd;
  to: EdgeEnd;
  /** The ring in which data of what is chosen (else of the start) run over it; null off its path. */
  ring: Ring | null;
}

/** Every edge of the model once, in the order in which the table lists its ends. */
export function edgeRows(model: LineageModel, lit: Highlight | null): EdgeRow[] {
  const basis = lit ?? highlight(model, model.start);
  const place = new Map(tableRows(model, lit).map(({ id, index }) => [id, index]));
  const endOf = ({ box, row }: End): EdgeEnd | null => {
    const owner = model.boxes.get(box);
    return owner ? { box: owner, row: row === null ? null : (model.rows.get(row) ?? null) } : null;
  };
  const at = ({ box, row }: End) => place.get(row ?? box) ?? 0;
  return [...model.edges]
    .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to))
    .flatMap((edge) => {
      const from = endOf(edge.from);
      const to = endOf(edge.to);
      return from && to ? [{ edge, from, to, ring: basis?.edges.get(edge.id) ?? null }] : [];
    });
}

/** What stands for an end in a list. */
export const endLabel = ({ box, row }: EdgeEnd): string => row?.label ?? box.label;
export const endId = ({ box, row }: EdgeEnd): string => row?.id ?? box.id;
