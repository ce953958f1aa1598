import { EdgeKind, EdgeSubtype, MaskingMethod, Ring } from '../model/index.js';

/**
 * An edge's properties in 16 bits. The low byte are its flags. Bits 0–3 are all that a walk needs: bits 0–1 class (0
 * value in clear or reversibly masked, 1 irreversibly masked, 2 indirect), bit 2 backflow, bit 3 coarse. Then: bit 4
 * kind, bit 5 reversible. The high byte is the detail: bits 8–11 subtype (15 none), bits 12–15 masking + 1.
 */
export const CLASS = 3;
export const BACKFLOW = 4;
export const COARSE = 8;
/** Only on sides that were made for one time: the arc does not hold then. */
export const NOT_THEN = 128;
const NO_SUBTYPE = 15;

export interface EdgeProperties {
  kind: EdgeKind;
  subtype: EdgeSubtype | null;
  masking: MaskingMethod | null;
  reversible: boolean;
  backflow: boolean;
  coarse: boolean;
}

const kinds: readonly EdgeKind[] = EdgeKind.options;
const subtypes: readonly EdgeSubtype[] = EdgeSubtype.options;
const maskings: readonly MaskingMethod[] = MaskingMethod.options;

function codeOf<T>(values: readonly T[], value: T, what: string): number {
  const code = values.indexOf(value);
  if (code < 0) throw new RangeError(`unknown ${what}: ${String(value)}`);
  return code;
}

/** 0 the values pass, 1 hidden irreversibly, 2 only influence (model §3). */
export function edgeClass(edge: Pick<EdgeProperties, 'kind' | 'masking' | 'reversible'>): 0 | 1 | 2 {
  if (edge.kind === 'INDIRECT') return 2;
  return edge.masking !== null && !edge.reversible ? 1 : 0;
}

/** Packs an edge's properties; `coarse` apart, since rows of edges do not carry it. */
export function encodeEdge(edge: Omit<EdgeProperties, 'coarse'>, coarse: boolean): number {
  return (
    edgeClass(edge) |
    (edge.backflow ? BACKFLOW : 0) |
    (coarse ? COARSE : 0) |
    (codeOf(kinds, edge.kind, 'kind') << 4) |
    (edge.reversible ? 1 << 5 : 0) |
    ((edge.subtype === null ? NO_SUBTYPE : codeOf(subtypes, edge.subtype, 'subtype')) << 8) |
    ((edge.masking === null ? 0 : codeOf(maskings, edge.masking, 'masking') + 1) << 12)
  );
}

export function decodeEdge(code: number): EdgeProperties {
  const subtype = (code >> 8) & 15;
  const masking = (code >> 12) & 15;
  return {
    kind: kinds[(code >> 4) & 1]!,
    subtype: subtype === NO_SUBTYPE ? null : subtypes[subtype]!,
    masking: masking === 0 ? null : maskings[masking - 1]!,
    reversible: ((code >> 5) & 1) === 1,
    backflow: (code & BACKFLOW) !== 0,
    coarse: (code & COARSE) !== 0,
  };
}

/** Rings by number: 0 CLEARTEXT, 1 MASKED, 2 INFLUENCED; the same numbers as the edge classes that they allow. */
export const rings: readonly Ring[] = Ring.options;
export const ringNumber = (ring: Ring): number => rings.indexOf(ring);
