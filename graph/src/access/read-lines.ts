/** A line longer than this is passed over without being held in memory. */
const LINE_LENGTH = 1_000_000;

export interface Line {
  /** 1 = the first line, blank lines counted. */
  number: number;
  /** Null when the line is longer than a line may be. */
  text: string | null;
}

/** Splits text that comes in pieces into lines: LF or CRLF, a byte order mark before the first; blank ones are left out. */
export async function* readLines(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder();
  let number = 0;
  let rest = '';
  let tooLong = false;
  const take = (raw: string): Line | null => {
    number++;
    const text = (number === 1 ? raw.replace(/^\uFEFF/, '') : raw).replace(/\r$/, '');
    const isTooLong = tooLong || text.length > LINE_LENGTH;
    tooLong = false;
    if (isTooLong) return { number, text: null };
    return text.trim() === '' ? null : { number, text };
  };
  for await (const piece of pieces) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const raw = rest.split('\n');
    rest = raw.pop() ?? '';
    if (rest.length > LINE_LENGTH) {
      rest = '';
      tooLong = true;
    }
    const lines = raw.map(take).filter((line) => line !== null);
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== '' || tooLong) {
    const line = take(rest);
    if (line !== null) yield [line];
  }
}
