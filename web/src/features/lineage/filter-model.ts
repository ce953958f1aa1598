import { GRADES, type GradeKey } from '@/ui/tokens';
import { contractModel } from './contract-model';
import type { LineageModel, ModelBox, ModelRow } from './lineage-model';

/** What of the picture is shown; all of it is in the address. */
export interface LineageFilters {
  /** Only fields of this grade or a stricter one. */
  grade: GradeKey | null;
  /** Codes of departments; empty = all. */
  departments: readonly string[];
  /** Only sensitive personal information. */
  sensitive: boolean;
  /** Without the tables between: sources stay joined with what is made of them. */
  noMiddle: boolean;
}

/** What the filters took away: said beside the picture, so that nothing is cut in silence. */
export interface Hidden {
  boxes: number;
  rows: number;
  edges: number;
  /** Edges that stand for ways through what is hidden. */
  contracted: number;
}

export interface FilteredModel {
  model: LineageModel;
  /** Null when no filter is set. */
  hidden: Hidden | null;
}

export const isFiltered = ({ grade, departments, sensitive, noMiddle }: LineageFilters): boolean =>
  grade !== null || departments.length > 0 || sensitive || noMiddle;

const BETWEEN = new Set(['ODS', 'DWD', 'DWS']);
const TOOL_MADE = /(^|[._])(tmp|temp|stg|mid)(_|\.|$)/i;

/** Tables that only pass on: of a layer between or made by a tool, with something before and after them in the picture. */
export function middleBoxes(model: LineageModel): ReadonlySet<string> {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const { from, to, backflow } of model.edges) {
    if (backflow || from.box === to.box) continue;
    before.add(to.box);
    after.add(from.box);
  }
  const start = model.rows.get(model.start)?.boxId ?? model.start;
  const middle = new Set<string>();
  for (const { id, kind, layer, name } of model.boxes.values()) {
    if (kind !== 'DATASET' || id === start || !before.has(id) || !after.has(id)) continue;
    if (BETWEEN.has(layer ?? '') || TOOL_MADE.test(name)) middle.add(id);
  }
  return middle;
}

const strictness = (grade: GradeKey | null) => (grade === null ? -1 : GRADES.length - GRADES.indexOf(grade));

/** The model without what the filters hide; ways through hidden boxes and fields become contracted edges. Pure. */
export function filterModel(whole: LineageModel, filters: LineageFilters): FilteredModel {
  if (!isFiltered(filters)) return { model: whole, hidden: null };
  const { grade, departments, sensitive, noMiddle } = filters;
  const least = grade === null ? null : strictness(grade);
  const wanted = new Set(departments);
  const middle = noMiddle ? middleBoxes(whole) : new Set<string>();
  const start = whole.rows.get(whole.start)?.boxId ?? whole.start;
  const byField = least !== null || sensitive;

  const matches = (part: Pick<ModelRow, 'grade' | 'personalInfo'>) =>
    (least === null || strictness(part.grade) >= least) && (!sensitive || part.personalInfo === 'SENSITIVE');
  const place = (box: ModelBox) =>
    !middle.has(box.id) && (wanted.size === 0 || wanted.has(box.departmentCode ?? ''));
  const keepsRow = (row: ModelRow, box: ModelBox) =>
    row.id === whole.start || ((place(box) || box.id === start) && (!byField || matches(row)));
  const keepsBox = (box: ModelBox) => {
    if (box.id === start) return true;
    if (!place(box)) return false;
    if (!byField || box.kind === 'CONSUMER') return true;
    return box.rows.length > 0 ? box.rows.some((row) => keepsRow(row, box)) : matches(box);
  };
  const contracted = contractModel(whole, keepsBox, keepsRow);
  const model = byField ? withoutLooseConsumers(contracted, start) : contracted;
  const kept = model.edges.filter((edge) => edge.contracted === undefined).length;
  return {
    model,
    hidden: {
      boxes: whole.boxes.size - model.boxes.size,
      rows: whole.rows.size - model.rows.size,
      edges: whole.edges.length - kept,
      contracted: model.edges.length - kept,
    },
  };
}

/** A consumer has no fields of its own: it stays only while something that stays reaches it. */
function withoutLooseConsumers(model: LineageModel, start: string): LineageModel {
  const reached = new Set(model.edges.map(({ to }) => to.box));
  const boxes = new Map(
    [...model.boxes].filter(([id, { kind }]) => kind !== 'CONSUMER' || id === start || reached.has(id)),
  );
  return boxes.size === model.boxes.size ? model : { ...model, boxes };
}
