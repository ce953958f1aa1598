import { type EdgeKind, EdgeSubtype, MaskingMethod } from '../../model/index.js';

export interface Transformation {
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  note: string | null;
}

/** The transformation as its producer wrote it (columnLineage 1-2-0), with our extension `maskingMethod`. */
export interface RawTransformation {
  type?: string | null | undefined;
  subtype?: string | null | undefined;
  description?: string | null | undefined;
  masking?: boolean | null | undefined;
  maskingMethod?: string | null | undefined;
}

const SUBTYPES: Record<EdgeKind, readonly EdgeSubtype[]> = {
  DIRECT: ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION'],
  INDIRECT: ['JOIN', 'FILTER', 'GROUP_BY', 'SORT', 'WINDOW', 'CONDITIONAL'],
};
/** What holds when a producer says no subtype: that the value may have changed; that it decides something. */
const DEFAULT_SUBTYPE: Record<EdgeKind, EdgeSubtype> = { DIRECT: 'TRANSFORMATION', INDIRECT: 'CONDITIONAL' };
const MASKING_PREFIX = /^masking\s*[=:]\s*([A-Za-z_]+)\s*(?:;|$)/;
const NOTE_LENGTH = 2000;

/**
 * No transformation named: the specification leaves it open, so the edge is taken as DIRECT (values may be there
 * in clear text, the strict reading) and TRANSFORMATION (identity is a claim nobody made).
 */
export const UNSTATED: Transformation = {
  kind: 'DIRECT',
  subtype: 'TRANSFORMATION',
  masking: null,
  note: null,
};

/** Reads one transformation; `remark` hears what was not understood and how it was taken. */
export function readTransformation(
  raw: RawTransformation,
  remark: (message: string) => void,
): Transformation {
  const type = raw.type?.trim().toUpperCase() || undefined;
  const subtype =
    raw.subtype
      ?.trim()
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '_') || undefined;
  const known = EdgeSubtype.safeParse(subtype).data;
  let kind: EdgeKind;
  if (type === 'DIRECT' || type === 'INDIRECT') kind = type;
  else {
    kind = known !== undefined && SUBTYPES.INDIRECT.includes(known) ? 'INDIRECT' : 'DIRECT';
    remark(`transformation type ${type ?? 'missing'}: taken as ${kind}`);
  }
  const fits = known !== undefined && SUBTYPES[kind].includes(known);
  if (subtype !== undefined && !fits) {
    remark(`subtype ${subtype} is not one of ${kind}: taken as ${DEFAULT_SUBTYPE[kind]}`);
  }
  return {
    kind,
    subtype: fits ? known : DEFAULT_SUBTYPE[kind],
    masking: raw.masking === true ? readMaskingMethod(raw, remark) : null,
    note: raw.description ? proseOf(raw.description).slice(0, NOTE_LENGTH) : null,
  };
}

/**
 * OpenLineage says only that a value was masked. Our convention for how: property `maskingMethod`, or a description
 * that begins with `masking=HASH;`. No method: UNKNOWN, which counts as irreversible.
 */
function readMaskingMethod(raw: RawTransformation, remark: (message: string) => void): MaskingMethod {
  const named = raw.maskingMethod ?? MASKING_PREFIX.exec(raw.description ?? '')?.[1];
  if (!named) return 'UNKNOWN';
  const method = MaskingMethod.safeParse(named.trim().toUpperCase()).data;
  if (method === undefined) remark(`masking method ${named.slice(0, 60)} is not known: taken as UNKNOWN`);
  return method ?? 'UNKNOWN';
}

/** The old words of columnLineage 1-0-1: IDENTITY, MASKED ("no original data available"), or free text. */
export function readOldTransformation(type: string, description: string | null): Transformation {
  const word = type.trim().toUpperCase();
  const note = description ? proseOf(description).slice(0, NOTE_LENGTH) : null;
  if (word === 'IDENTITY') return { kind: 'DIRECT', subtype: 'IDENTITY', masking: null, note };
  if (word === 'MASKED') {
    const quiet = () => {};
    return { ...UNSTATED, masking: readMaskingMethod({ description }, quiet), note };
  }
  if (word === 'INDIRECT') return { ...UNSTATED, kind: 'INDIRECT', subtype: 'CONDITIONAL', note };
  return { ...UNSTATED, note: note ?? (word === '' ? null : proseOf(type).slice(0, NOTE_LENGTH)) };
}

/** Prose that any store takes: lone surrogates replaced, NUL removed. */
export function proseOf(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
