import type { AsOf, EdgeRow } from './types.js';

/** Distinct pairs of both times; edges of one run share them. Infinity = open end. Milliseconds since 1970. */
export interface SpanTable {
  validFrom: Float64Array;
  validTo: Float64Array;
  recordedAt: Float64Array;
  retractedAt: Float64Array;
}

type Times = Pick<EdgeRow, 'validFrom' | 'validTo' | 'recordedAt' | 'retractedAt'>;

/** Milliseconds of an ISO instant; an Error when it is none. */
export function instantOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${text}`);
  return time;
}

/** Numbers the distinct spans of the edges that stream in. */
export function spanCollector() {
  const index = new Map<string, number>();
  const spans: [number, number, number, number][] = [];
  let last: Times | undefined;
  let lastSpan = 0;
  return {
    add(row: Times): number {
      // Rows of one run come together: most are told by four comparisons.
      const same =
        last !== undefined &&
        row.validFrom === last.validFrom &&
        row.validTo === last.validTo &&
        row.recordedAt === last.recordedAt &&
        row.retractedAt === last.retractedAt;
      if (same) return lastSpan;
      last = row;
      const key = `${row.validFrom}|${row.validTo ?? ''}|${row.recordedAt}|${row.retractedAt ?? ''}`;
      let span = index.get(key);
      if (span === undefined) {
        span = spans.length;
        spans.push([
          instantOf(row.validFrom),
          row.validTo === null ? Infinity : instantOf(row.validTo),
          instantOf(row.recordedAt),
          row.retractedAt === null ? Infinity : instantOf(row.retractedAt),
        ]);
        index.set(key, span);
      }
      lastSpan = span;
      return span;
    },
    finish: (): SpanTable => ({
      validFrom: Float64Array.from(spans, (span) => span[0]),
      validTo: Float64Array.from(spans, (span) => span[1]),
      recordedAt: Float64Array.from(spans, (span) => span[2]),
      retractedAt: Float64Array.from(spans, (span) => span[3]),
    }),
  };
}

/** The spans that edges use, each once and in the order of their times, and the edges' positions among them. */
export function sortSpans(
  spans: SpanTable,
  more: SpanTable | null,
  span: Uint32Array,
): { table: SpanTable; span: Uint16Array | Uint32Array } {
  const both = (key: keyof SpanTable): Float64Array => {
    if (more === null) return spans[key];
    const joined = new Float64Array(spans[key].length + more[key].length);
    joined.set(spans[key]);
    joined.set(more[key], spans[key].length);
    return joined;
  };
  const validFrom = both('validFrom');
  const validTo = both('validTo');
  const recordedAt = both('recordedAt');
  const retractedAt = both('retractedAt');
  const used = new Uint8Array(validFrom.length);
  for (let e = 0; e < span.length; e++) used[span[e]!] = 1;
  // Not by difference: that of two open ends is no number.
  const columns = [validFrom, validTo, recordedAt, retractedAt];
  const compare = (a: number, b: number) => {
    for (const column of columns) {
      if (column[a]! !== column[b]!) return column[a]! < column[b]! ? -1 : 1;
    }
    return 0;
  };
  const sorted = Array.from(used.keys())
    .filter((s) => used[s] === 1)
    .sort(compare);
  const rank = new Uint32Array(used.length);
  const kept: number[] = [];
  for (const s of sorted) {
    if (kept.length === 0 || compare(kept.at(-1)!, s) !== 0) kept.push(s);
    rank[s] = kept.length - 1;
  }
  const take = (column: Float64Array) => Float64Array.from(kept, (s) => column[s]!);
  const ranked = kept.length <= 0x10000 ? new Uint16Array(span.length) : new Uint32Array(span.length);
  for (let e = 0; e < span.length; e++) ranked[e] = rank[span[e]!]!;
  return {
    table: {
      validFrom: take(validFrom),
      validTo: take(validTo),
      recordedAt: take(recordedAt),
      retractedAt: take(retractedAt),
    },
    span: ranked,
  };
}

/**
 * 1 for each span that holds: at `valid` in the world, as known at `recorded`. `recorded` Infinity = by all that is
 * known now, whatever the clocks of those who recorded it.
 */
export function spansThatHold(spans: SpanTable, valid: number, recorded: number): Uint8Array {
  return Uint8Array.from(spans.validFrom, (from, i) => {
    if (from > valid || valid >= spans.validTo[i]!) return 0;
    const retractedAt = spans.retractedAt[i]!;
    if (recorded === Infinity) return retractedAt === Infinity ? 1 : 0;
    return spans.recordedAt[i]! <= recorded && recorded < retractedAt ? 1 : 0;
  });
}

/** The next moment after `now` at which a span, by what is known now, starts or ends to hold. */
export function nextChangeAfter(spans: SpanTable, now: number): number {
  let next = Infinity;
  for (let i = 0; i < spans.validFrom.length; i++) {
    if (spans.retractedAt[i] !== Infinity) continue;
    const [from, to] = [spans.validFrom[i]!, spans.validTo[i]!];
    if (from > now && from < next) next = from;
    if (to > now && to < next) next = to;
  }
  return next;
}

/** Both times of a question as milliseconds; a missing one is now, or all that is known. */
export function timesOf(asOf: AsOf | undefined, now: number): { valid: number; recorded: number } {
  return {
    valid: asOf?.valid === undefined ? now : instantOf(asOf.valid),
    recorded: asOf?.recorded === undefined ? Infinity : instantOf(asOf.recorded),
  };
}
