import { readFileSync } from 'node:fs';
import type { SqlLineage } from '@yuanliu/graph/sql';
import { z } from 'zod';
import type { Score } from './score.js';

const Name = z.object({ table: z.string().nullable(), column: z.string() });
const Statement = z.object({
  id: z.string(),
  dialect: z.string(),
  sql: z.string(),
  schema: z.record(z.string(), z.array(z.string())).optional(),
  default_schema: z.string().optional(),
  /** `anon`: the database would choose the name of the target itself. */
  expected: z.array(
    z.object({ target: Name.extend({ anon: z.boolean().optional() }), sources: z.array(Name) }),
  ),
});
export type PublicStatement = z.infer<typeof Statement>;

/** Statements of public test suites from a file of NDJSON; it is not part of this repository. */
export function readPublicStatements(file: string): PublicStatement[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Statement.parse(JSON.parse(line)));
}

const label = ({ table, column }: { table: string | null; column: string }) =>
  `${table ?? ''}.${column}`.toLowerCase();

/** Compares sources by name alone: those suites tell of no kinds. */
export function scorePublic({ expected }: PublicStatement, { edges }: SqlLineage): Score {
  const given = new Map(edges.map((e) => [e.target.column.toLowerCase(), new Set(e.sources.map(label))]));
  const named = new Set(expected.map((e) => e.target.column.toLowerCase()));
  const score: Score = { right: 0, wrong: [], missing: [] };
  const seen = new Set<string>();
  for (const { target, sources } of expected) {
    const own = target.column.toLowerCase();
    const free = [...given.keys()].find((column) => !seen.has(column) && !named.has(column));
    const column = given.has(own) || !target.anon ? own : (free ?? own);
    seen.add(column);
    const wanted = new Set(sources.map(label));
    const found = given.get(column) ?? new Set();
    score.right += [...wanted].filter((source) => found.has(source)).length;
    score.wrong.push(...[...found].filter((s) => !wanted.has(s)).map((s) => `${column} <- ${s}`));
    score.missing.push(...[...wanted].filter((s) => !found.has(s)).map((s) => `${column} <- ${s}`));
  }
  for (const [column, sources] of given) {
    if (!seen.has(column)) score.wrong.push(...[...sources].map((s) => `${column} <- ${s}`));
  }
  return score;
}
