import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** One event of a file, or the reason why it is none; `line` counts from 1. */
export type ReadEvent = { line: number; event: unknown } | { line: number; fault: string };

/**
 * Events of a file, `-` = standard input, `.gz` inflated. One JSON value a line (NDJSON), or one JSON array or
 * object over many lines; which one it is shows in the first line that is not blank.
 */
export async function* readEvents(file: string): AsyncGenerator<ReadEvent> {
  const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.once('error', (error) => input.destroy(error));
  let number = 0;
  let first = 0;
  let whole: string[] | null = null;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text;
    if (whole) {
      whole.push(line);
      continue;
    }
    if (line.trim() === '') continue;
    const parsed = parse(line);
    if (first === 0) {
      first = number;
      // A whole value spread over lines: its first line alone is no JSON. An array on one line is a list too.
      if (!parsed.ok && /^\s*[[{]\s*("|$|\{)/.test(line)) {
        whole = [line];
        continue;
      }
    }
    if (!parsed.ok) yield { line: number, fault: parsed.fault };
    else if (Array.isArray(parsed.value)) for (const event of parsed.value) yield { line: number, event };
    else yield { line: number, event: parsed.value };
  }
  if (whole) yield* readWhole(whole, first);
}

function* readWhole(lines: string[], first: number): Generator<ReadEvent> {
  const parsed = parse(lines.join('\n'));
  if (parsed.ok) {
    for (const event of Array.isArray(parsed.value) ? parsed.value : [parsed.value])
      yield { line: first, event };
    return;
  }
  // NDJSON whose very first line is broken: then most other lines are whole values.
  const each = lines.map((line, i) => ({ number: first + i, line, parsed: parse(line) }));
  if (!each.some((l) => l.parsed.ok && isObject(l.parsed.value))) {
    yield { line: first, fault: parsed.fault };
    return;
  }
  for (const { number, line, parsed: one } of each) {
    if (line.trim() === '') continue;
    yield one.ok ? { line: number, event: one.value } : { line: number, fault: one.fault };
  }
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): { ok: true; value: unknown } | { ok: false; fault: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, fault: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
}
