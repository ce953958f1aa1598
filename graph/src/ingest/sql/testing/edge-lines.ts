import type { SqlLineage } from '../types.js';

/** Edges in short, one line a target column: `t.a <- u.b TRANSFORMATION HASH, u.c CONDITIONAL`. */
export const edgeLines = ({ edges }: SqlLineage): string[] =>
  edges.map(({ target, sources }) => {
    const from = sources.map((s) =>
      [`${s.table}.${s.column}`, s.subtype, ...(s.maskingMethod ? [s.maskingMethod] : [])].join(' '),
    );
    return `${target.table === null ? '' : `${target.table}.`}${target.column} <- ${from.join(', ')}`.trimEnd();
  });

/** Marks in short: `REASON column: detail`. */
export const markLines = ({ unresolved }: SqlLineage): string[] =>
  unresolved.map(({ reason, column, detail }) => `${reason}${column ? ` ${column}` : ''}: ${detail}`);
