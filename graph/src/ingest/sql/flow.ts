import { type EdgeKind, type EdgeSubtype, isReversible, type MaskingMethod } from '../../model/index.js';
import type { Span, UnresolvedReason } from './types.js';

/** One way that values of a table's column take into a value: all steps on it taken together. */
export interface Flow {
  readonly table: string;
  readonly column: string;
  readonly kind: EdgeKind;
  /** The strongest step on the way. */
  readonly subtype: EdgeSubtype;
  readonly masking: MaskingMethod | null;
  /** Only a part of the text goes this way (left, substr): with a cover beside it, that masks. */
  readonly partial: boolean;
  readonly span: Span | null;
}

/** Something that could not be resolved; it travels with the value and counts only where that is used. */
export interface Problem {
  readonly reason: UnresolvedReason;
  readonly detail: string;
  readonly span: Span | null;
}

/** What an expression or a column holds. */
export interface Value {
  readonly flows: readonly Flow[];
  readonly problems: readonly Problem[];
}

export const NOTHING: Value = { flows: [], problems: [] };
export const problem = (reason: UnresolvedReason, detail: string, span: Span | null = null): Value => ({
  flows: [],
  problems: [{ reason, detail, span }],
});

const STRENGTH: Partial<Record<EdgeSubtype, number>> = { IDENTITY: 0, TRANSFORMATION: 1, AGGREGATION: 2 };
const stronger = (a: EdgeSubtype, b: EdgeSubtype): EdgeSubtype =>
  (STRENGTH[a] ?? 0) >= (STRENGTH[b] ?? 0) ? a : b;

/** Direct ways of one column are one flow; what decides is kept by its subtype. */
const keyOf = (flow: Flow): string =>
  `${flow.table}\u0000${flow.column}\u0000${flow.kind === 'DIRECT' ? '' : flow.subtype}`;

/** Two ways of the same column side by side: one clear way makes the whole clear. */
function beside(a: Flow, b: Flow): Flow {
  return {
    ...a,
    subtype: stronger(a.subtype, b.subtype),
    masking: weakestMasking(a.masking, b.masking),
    partial: a.partial && b.partial,
    span: a.span ?? b.span,
  };
}

function weakestMasking(a: MaskingMethod | null, b: MaskingMethod | null): MaskingMethod | null {
  if (a === null || b === null) return null;
  return isReversible(b) ? b : a;
}

/** Everything that several values hold, each way once. */
export function merge(values: readonly Value[]): Value {
  const full = values.filter((v) => v.flows.length > 0 || v.problems.length > 0);
  if (full.length < 2) return full[0] ?? NOTHING;
  const flows = new Map<string, Flow>();
  const problems = new Set<Problem>();
  for (const value of full) {
    for (const flow of value.flows) {
      const known = flows.get(keyOf(flow));
      flows.set(keyOf(flow), known ? beside(known, flow) : flow);
    }
    for (const found of value.problems) problems.add(found);
  }
  return { flows: [...flows.values()], problems: [...problems] };
}

const mapFlows = (value: Value, change: (flow: Flow) => Flow): Value =>
  value.flows.length === 0 ? value : merge([{ flows: [], problems: value.problems }, ...each(value, change)]);
// One value a flow, so that flows which become alike are merged.
const each = (value: Value, change: (flow: Flow) => Flow): Value[] =>
  value.flows.map((flow) => ({ flows: [change(flow)], problems: [] }));

/** The value after a step of this strength. */
export function through(value: Value, step: 'TRANSFORMATION' | 'AGGREGATION'): Value {
  return mapFlows(value, (flow) =>
    flow.kind === 'DIRECT' ? { ...flow, subtype: stronger(flow.subtype, step) } : flow,
  );
}

/** The value no longer arrives: it decides. What only decided before keeps saying how. */
export function deciding(value: Value, subtype: EdgeSubtype): Value {
  const ofRows = /^(JOIN|FILTER|GROUP_BY|SORT)$/.test(subtype);
  return mapFlows(value, (flow) => {
    // A condition inside a clause that decides over rows decides as that clause does.
    const keeps = flow.kind === 'INDIRECT' && !(ofRows && flow.subtype === 'CONDITIONAL');
    return keeps ? flow : { ...flow, kind: 'INDIRECT', subtype, partial: false };
  });
}

/** The value without places: they are of another statement. */
export const unplaced = (value: Value): Value => mapFlows(value, (flow) => ({ ...flow, span: null }));

/** What arrives is masked by this method; an irreversible method on the way stays. */
export function masked(value: Value, method: MaskingMethod): Value {
  return mapFlows(value, (flow) => {
    if (flow.kind === 'INDIRECT') return flow;
    const masking = flow.masking !== null && !isReversible(flow.masking) ? flow.masking : method;
    return { ...flow, masking };
  });
}

/** Decrypted: a reversible masking is undone, another is not. */
export const unmasked = (value: Value): Value =>
  mapFlows(value, (flow) =>
    flow.masking !== null && isReversible(flow.masking) ? { ...flow, masking: null } : flow,
  );

/** Only a part of the text goes on. */
export const partOf = (value: Value): Value =>
  mapFlows(value, (flow) => (flow.kind === 'DIRECT' ? { ...flow, partial: true } : flow));

/** A cover stands beside what arrives: parts of a text are masked by it, whole texts are not. */
export const covered = (value: Value): Value =>
  mapFlows(value, (flow) =>
    flow.kind === 'DIRECT' && flow.partial ? { ...flow, masking: flow.masking ?? 'COVER' } : flow,
  );
