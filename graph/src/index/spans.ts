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
