import { createCatalogue } from './catalogue.js';
import { findDialect } from './dialects.js';
import { NOTHING } from './flow.js';
import { resolveQuery } from './resolve/query.js';
import type { Session } from './resolve/session.js';
import type { Context } from './statement/context.js';
import { createFindings } from './statement/findings.js';
import { readStatement, readWrite } from './statement/read-statement.js';
import { declaredIn, readText } from './text/read-text.js';
import type { SqlLineage, SqlRequest } from './types.js';

/**
 * Column lineage of SQL: what each written column comes from, statement by statement. Text of any number of
 * statements in; edges, what decides over rows, and marks for all that could not be resolved out. It fails closed:
 * what is not certain is a mark, never an edge. Never throws for what the SQL says.
 */
export function sqlLineage(request: SqlRequest): SqlLineage {
  const rules = findDialect(request.dialect);
  const findings = createFindings();
  const characters = Array.from(request.sql).length;
  if (!rules) {
    findings.enter(0, { start: 0, end: characters }, (span) => span);
    findings.mark({ reason: 'UNKNOWN_DIALECT', detail: request.dialect });
    return findings.lineage();
  }
  const session: Session = {
    rules,
    catalogue: createCatalogue(request.schema ?? {}, request.defaultSchema ?? '', rules.levels),
    masking: request.masking,
    variables: new Map(),
    query: (node, parent, env) => resolveQuery(node, parent, env, session),
    write: (node, env) => readWrite(node, contextAt(0), env),
  };
  const contextAt = (depth: number): Context => ({
    session,
    findings,
    readText: (text) => readInner(text, depth + 1),
  });
  let current: { base: number; statement: number } = { base: 0, statement: 0 };
  function readInner(text: string, depth: number): void {
    if (depth > 3) return;
    const at = request.sql.indexOf(text);
    const base = at < 0 ? current.base : Array.from(request.sql.slice(0, at)).length;
    read(text, base, depth);
  }
  function read(text: string, base: number, depth: number): void {
    for (const name of declaredIn(text, rules!)) session.variables.set(name, NOTHING);
    let number = current.statement;
    for (const piece of readText(text, rules!)) {
      current = { base: base + piece.span.start, statement: number };
      const shift = (span: { start: number; end: number }) => {
        const { start, end } = piece.place(span);
        return { start: start + base, end: end + base };
      };
      findings.enter(number, { start: piece.span.start + base, end: piece.span.end + base }, shift);
      for (const found of piece.problems) findings.mark(found);
      for (const root of piece.roots) {
        try {
          readStatement(root, contextAt(depth));
        } catch (error) {
          findings.mark({
            reason: 'NOT_UNDERSTOOD',
            detail: error instanceof Error ? error.message : String(error),
          });
        }
      }
      if (depth === 0) number += 1;
    }
  }
  read(request.sql, 0, 0);
  return findings.lineage();
}
