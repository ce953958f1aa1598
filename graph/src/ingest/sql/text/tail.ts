import type { Span } from '../types.js';
import { compose, type Draft } from './draft.js';
import type { Token } from './parser.js';
import { wordAt } from './words.js';

const LISTED =
  /^(WITH|LOG|INTO|VERSIONS|MODEL|OPTION|NO|ALL|COMMENT|AS|SETTINGS|DISTRIBUTED|PROPERTIES|REFRESH|PARTITION|PARTITIONED|TABLESPACE|NOLOGGING|LOGGING|PARALLEL|NOPARALLEL|COMPRESS|FORMAT|FOR|LOCK|START|ENABLE|DISABLE|BUILD|USING|KEEP|CHARACTER|CHARSET|ENGINE|CLUSTERED|STORED|TBLPROPERTIES|RETURNING|END)$/;
const LINEAGE = /^(SELECT|FROM|JOIN|UNION|SET|VALUES|WHEN|PIVOT|UNPIVOT|MINUS|EXCEPT|INTERSECT|\|>)$/;
/** Tails that change no row and no column. */
const HARMLESS =
  /^(WITH( (NO|LOCAL|CASCADED))? (CHECK|DATA|READ|SCHEMA)|WITH (CHECK|READ)|WITH NO|LOG ERRORS|OPTION|COMMENT|SETTINGS|NOLOGGING|PARALLEL|TABLESPACE|INTO (OUTFILE|DUMPFILE)|FOR (UPDATE|SHARE|READ)|DISTRIBUTED|PROPERTIES|END)/;

export interface Cut {
  draft: Draft;
  tail: string;
  harmless: boolean;
}

/** The statement without what follows its end, when the parser stopped at a clause that holds no lineage. */
export function withoutTail(draft: Draft, tokens: readonly Token[], at: Span): Cut | null {
  const stopped = tokens.findIndex((token) => token.span.end > at.start);
  if (stopped < 0) return null;
  for (let i = stopped; i >= Math.max(1, stopped - 4); i--) {
    if (!LISTED.test(wordAt(tokens, i))) continue;
    const tail = tokens.slice(i);
    if (tail.some((token) => LINEAGE.test(token.word) || token.text === '|>')) continue;
    const words = tail.map((token) => token.raw).join(' ');
    return {
      draft: compose(draft, [{ start: 0, end: tokens[i]!.span.start }]),
      tail: words.slice(0, 80),
      harmless: HARMLESS.test(words.toUpperCase()),
    };
  }
  return null;
}
