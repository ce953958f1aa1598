import type { Db, Tx } from '../../db/index.js';

const PAGE = 20_000;
/** Ids are a prefix and hexadecimal digits that are spread evenly: parts by their first digit are of one size. */
const PARTS = ['3', '7', 'b', 'f'];

interface PageQuery {
  run(runner: Db | Tx, page: { after: string; until: string; limit: number }): Promise<{ lines: string[] }[]>;
}

/**
 * Reads all pages of things with ids of one prefix and hands each line to `take`, with the id that it begins with. On a
 * Db the parts are read at the same time, since it is the store that takes its time; in a transaction they come one
 * after another.
 */
export async function eachLine(
  prefix: string,
  runner: Db | Tx,
  query: PageQuery,
  take: (line: string, id: string) => void,
): Promise<void> {
  const part = async (last: string, i: number) => {
    // Above every id that begins with the digit; the last part takes what is above them all, the first what is below.
    const until = i === PARTS.length - 1 ? '\uffff' : `${prefix}${last}\uffff`;
    for (let after = i === 0 ? '' : `${prefix}${PARTS[i - 1]}\uffff`; ; ) {
      const lines = (await query.run(runner, { after, until, limit: PAGE }))[0]?.lines ?? [];
      for (const line of lines) {
        after = line.slice(0, line.indexOf('\t'));
        take(line, after);
      }
      if (lines.length < PAGE) return;
    }
  };
  if ('driver' in runner) await Promise.all(PARTS.map(part));
  else for (const [i, last] of PARTS.entries()) await part(last, i);
}
