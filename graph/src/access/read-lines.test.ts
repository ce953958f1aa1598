import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Line, readLines } from './read-lines.js';

async function* pieces(parts: readonly (string | Uint8Array)[]) {
  yield* parts;
}
async function linesOf(...parts: (string | Uint8Array)[]): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const some of readLines(pieces(parts))) lines.push(...some);
  return lines;
}

it('takes LF, CRLF, a byte order mark, blank lines and a last line without an end', async () => {
  expect(await linesOf('\uFEFFa\r\n\n  \r\nb\nc')).toEqual([
    { number: 1, text: 'a' },
    { number: 4, text: 'b' },
    { number: 5, text: 'c' },
  ]);
});

it('gives the same lines however the bytes are cut', async () => {
  const text = '\uFEFF{"名":"值"}\r\n\n{"x":"é"}\n𠀀 end';
  const bytes = new TextEncoder().encode(text);
  const whole = await linesOf(bytes);
  expect(whole.map((line) => line.text)).toEqual(['{"名":"值"}', '{"x":"é"}', '𠀀 end']);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const parts = at.slice(1).map((end, i) => bytes.subarray(at[i], end));
      expect(await linesOf(...parts)).toEqual(whole);
    }),
  );
});

it('passes over a line that is too long and goes on', async () => {
  const long = 'x'.repeat(700_000);
  expect(await linesOf('a\n', long, long, long, '\nb\n')).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: null },
    { number: 3, text: 'b' },
  ]);
});
