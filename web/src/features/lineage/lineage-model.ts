import type { GradeKey } from '@/ui/tokens';
import type { Change } from './change-marks';
import type { BoxFacts, EdgeFacts, LineageAnswer, NodeFacts, PersonalInfo, Ring } from './lineage-types';
import { countHidden, markDistances } from './model-marks';

/** A field inside a dataset, or a field given out by an interface. */
export interface ModelRow {
  id: string;
  boxId: string;
  /** The field itself; for a row of an interface the field that it gives out. */
  fieldId: string;
  label: string;
  name: string;
  grade: GradeKey | null;
  personalInfo: PersonalInfo;
  upstreamCount: number;
  downstreamCount: number;
  /** From the start; null when no directed path joins them. */
  ring: Ring | null;
  distance: number | null;
  viaBackflow: boolean;
  coarse: boolean;
}

export interface ModelBox {
  id: string;
  kind: 'DATASET' | 'INTERFACE' | 'CONSUMER';
  label: string;
  name: string;
  departmentCode: string | null;
  departmentName: string | null;
  layer: string | null;
  libraryCode: string | null;
  libraryName: string | null;
  grade: GradeKey | null;
  personalInfo: PersonalInfo;
  state: string | null;
  fieldCount: number | null;
  rows: ModelRow[];
  /** Directly linked boxes that are not in the picture. */
  hiddenUp: number;
  hiddenDown: number;
  /** Directly linked boxes in all. */
  linkedUp: number;
  linkedDown: number;
  ring: Ring | null;
  distance: number | null;
}

/** One end of an edge: a row, or the whole box when `row` is null. */
export interface End {
  box: string;
  row: string | null;
}

export interface ModelEdge extends Omit<EdgeFacts, 'from' | 'to'> {
  from: End;
  to: End;
  /** Stands for a way through hidden boxes: how many. */
  contracted?: number;
  /** Contracted: the edges it stands for, in order. */
  via?: readonly ModelEdge[];
  /** Where two days are compared: what became of it. */
  change?: Change;
}

export interface LineageModel {
  /** Id of the row or box that the question started at. */
  start: string;
  boxes: ReadonlyMap<string, ModelBox>;
  rows: ReadonlyMap<string, ModelRow>;
  edges: readonly ModelEdge[];
}

/** Id of the row under which an interface gives out a field. */
export const exposedRowId = (interfaceId: string, fieldId: string): string => `${interfaceId}~${fieldId}`;

const boxOf = (node: NodeFacts, facts: BoxFacts | undefined): ModelBox => ({
  id: node.id,
  kind: node.kind === 'FIELD' ? 'DATASET' : node.kind,
  label: facts?.label ?? node.label,
  name: facts?.name ?? node.name,
  departmentCode: facts?.departmentCode ?? node.departmentCode ?? null,
  departmentName: facts?.departmentName ?? node.departmentName ?? null,
  layer: facts?.layer ?? node.layer ?? null,
  libraryCode: facts?.libraryCode ?? node.libraryCode ?? null,
  libraryName: facts?.libraryName ?? node.libraryName ?? null,
  grade: facts?.grade ?? node.grade ?? null,
  personalInfo: facts?.personalInfo ?? node.personalInfo ?? 'NONE',
  state: node.state ?? null,
  fieldCount: facts?.fieldCount ?? node.fieldCount ?? null,
  rows: [],
  hiddenUp: 0,
  hiddenDown: 0,
  linkedUp: 0,
  linkedDown: 0,
  ring: null,
  distance: null,
});

/** A dataset that the answer names only by its fields. */
const datasetBehind = (field: NodeFacts, id: string): NodeFacts => ({
  ...field,
  id,
  kind: 'DATASET',
  label: id,
  name: id,
  grade: null,
  personalInfo: 'NONE',
  fieldCount: null,
});

const rowOf = (node: NodeFacts, boxId: string): ModelRow => ({
  id: node.id,
  boxId,
  fieldId: node.id,
  label: node.label,
  name: node.name,
  grade: node.grade ?? null,
  personalInfo: node.personalInfo ?? 'NONE',
  upstreamCount: node.upstreamCount,
  downstreamCount: node.downstreamCount,
  ring: null,
  distance: null,
  viaBackflow: node.viaBackflow,
  coarse: node.coarse,
});

/**
 * Merges answers by id into boxes with rows and edges between them. `main` are the answers about the start, `grown` those
 * about boxes that were expanded: distances and rings come from the former, and from the picture for what only the latter hold.
 */
export function buildModel(
  main: readonly LineageAnswer[],
  grown: readonly LineageAnswer[],
  facts: ReadonlyMap<string, BoxFacts>,
): LineageModel {
  const boxes = new Map<string, ModelBox>();
  const rows = new Map<string, ModelRow>();
  const nodes = new Map<string, NodeFacts>();
  const answers = [...main, ...grown];
  for (const answer of answers)
    for (const node of answer.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
  const first = answers[0];
  if (!first) return { start: '', boxes, rows, edges: [] };
  if (!nodes.has(first.start.id)) nodes.set(first.start.id, first.start);

  for (const node of nodes.values())
    if (node.kind !== 'FIELD') boxes.set(node.id, boxOf(node, facts.get(node.id)));
  for (const node of nodes.values()) {
    if (node.kind !== 'FIELD' || !node.datasetId) continue;
    if (!boxes.has(node.datasetId)) {
      boxes.set(node.datasetId, boxOf(datasetBehind(node, node.datasetId), facts.get(node.datasetId)));
    }
    addRow(boxes, rows, rowOf(node, node.datasetId));
  }

  const edges = new Map<string, ModelEdge>();
  for (const answer of answers) {
    for (const edge of answer.edges) {
      if (edges.has(edge.id)) continue;
      const from = endOf(edge.from, boxes, rows);
      const to = edge.role === 'EXPOSES' ? exposedEnd(edge, boxes, rows, facts) : endOf(edge.to, boxes, rows);
      if (from && to) edges.set(edge.id, { ...edge, from, to });
    }
  }
  addOtherFields(boxes, rows, facts);
  const model = { start: first.start.id, boxes, rows, edges: [...edges.values()] };
  markDistances(model, main);
  countHidden(model, facts);
  return model;
}

function addRow(boxes: Map<string, ModelBox>, rows: Map<string, ModelRow>, row: ModelRow): void {
  if (rows.has(row.id)) return;
  rows.set(row.id, row);
  boxes.get(row.boxId)?.rows.push(row);
}

function endOf(id: string, boxes: Map<string, ModelBox>, rows: Map<string, ModelRow>): End | null {
  const row = rows.get(id);
  if (row) return { box: row.boxId, row: id };
  return boxes.has(id) ? { box: id, row: null } : null;
}

function exposedEnd(
  edge: EdgeFacts,
  boxes: Map<string, ModelBox>,
  rows: Map<string, ModelRow>,
  facts: ReadonlyMap<string, BoxFacts>,
): End | null {
  const field = rows.get(edge.from);
  if (!boxes.has(edge.to)) return null;
  if (!field) return { box: edge.to, row: null };
  const id = exposedRowId(edge.to, field.id);
  const alias = facts.get(edge.to)?.aliases?.get(field.id);
  // A Chinese alias tells people what they get; a column name does not.
  const named = alias && /\p{Script=Han}/u.test(alias);
  addRow(boxes, rows, {
    ...field,
    id,
    boxId: edge.to,
    label: named ? alias : field.label,
    name: alias ?? field.name,
    upstreamCount: 1,
    downstreamCount: 0,
  });
  return { box: edge.to, row: id };
}

function addOtherFields(
  boxes: Map<string, ModelBox>,
  rows: Map<string, ModelRow>,
  facts: ReadonlyMap<string, BoxFacts>,
): void {
  for (const box of boxes.values()) {
    for (const field of facts.get(box.id)?.fields ?? []) {
      addRow(boxes, rows, {
        ...field,
        boxId: box.id,
        fieldId: field.id,
        ring: null,
        distance: null,
        viaBackflow: false,
        coarse: false,
      });
    }
    const order = new Map((facts.get(box.id)?.fields ?? []).map((field, i) => [field.id, i]));
    if (order.size > 0) box.rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  }
}
