import { z } from 'zod';
import { DatasetId, EdgeId, edgeIdOf, FieldId } from '../../model/ids.js';
import { LineageEdge } from '../../model/lineage-edge.js';
import { inBatches } from '../batches.js';
import type { ChangeLog } from '../commit.js';
import type { Tx } from '../connect.js';
import { defineQuery } from '../define-query.js';
import { single, WriteRows, Written } from '../stored.js';

const Endpoint = z.union([FieldId, DatasetId]);

/** A FLOWS_TO as stored (evidence flattened) → the edge. */
export const StoredEdge = z
  .record(z.string(), z.unknown())
  .transform((p) => ({
    ...p,
    masking: p.masking ?? null,
    job: p.job ?? null,
    validTo: p.validTo ?? null,
    retractedAt: p.retractedAt ?? null,
    evidence: {
      run: p.run ?? null,
      sqlHash: p.sqlHash ?? null,
      sqlSpan: typeof p.sqlFrom === 'number' && typeof p.sqlTo === 'number' ? [p.sqlFrom, p.sqlTo] : null,
      note: p.note ?? null,
    },
  }))
  .pipe(LineageEdge);

export const listVersions = defineQuery({
  file: 'edge/list-versions',
  mode: 'read',
  params: z.object({ pairs: z.array(z.object({ from: Endpoint, to: Endpoint })) }),
  row: single('edge', StoredEdge),
});
const createEdges = defineQuery({ file: 'edge/create', mode: 'write', params: WriteRows, row: Written });
const endEdges = defineQuery({
  file: 'edge/retract',
  mode: 'write',
  params: z.object({ ids: z.array(EdgeId), at: z.string(), reason: z.string() }),
  row: Written,
});

/** Properties of the relation for an edge. */
function toProperties(edge: LineageEdge): Record<string, unknown> {
  const { from: _from, to: _to, evidence, ...rest } = edge;
  return {
    ...rest,
    run: evidence.run,
    sqlHash: evidence.sqlHash,
    sqlFrom: evidence.sqlSpan?.[0] ?? null,
    sqlTo: evidence.sqlSpan?.[1] ?? null,
    note: evidence.note,
  };
}

/** A statement about a flow before it has id, level and times of recording. */
export type EdgeStatement = Omit<
  LineageEdge,
  'id' | 'level' | 'recordedAt' | 'retractedAt' | 'validTo' | 'from' | 'to'
> & {
  from: FieldId | DatasetId;
  to: FieldId | DatasetId;
};

const statementKey = (e: EdgeStatement) => edgeIdOf(e);
const sameStatement = (a: EdgeStatement, b: EdgeStatement) =>
  a.backflow === b.backflow &&
  a.reversible === b.reversible &&
  a.validFrom === b.validFrom &&
  a.evidence.note === b.evidence.note;

/** Ends edges at `at`; each was current before. Logs `edge.retracted`. */
export async function retractEdges(
  tx: Tx,
  log: ChangeLog,
  edges: readonly LineageEdge[],
  at: string,
  reason: string,
): Promise<void> {
  await inBatches(edges, (batch) => endEdges.run(tx, { ids: batch.map((e) => e.id), at, reason }));
  for (const edge of edges) {
    log(
      'edge.retracted',
      edge.id,
      { from: edge.from, to: edge.to, retractedAt: null },
      { retractedAt: at, reason },
    );
  }
}

/** What statements would end and begin; `result` is the current edge of each in order. */
export interface EdgePlan {
  ended: LineageEdge[];
  made: LineageEdge[];
  result: LineageEdge[];
}

/** Compares statements with the current edges; `same` decides whether one says what is said already. */
export async function planEdges(
  tx: Tx,
  statements: readonly EdgeStatement[],
  at: string,
  same: (current: LineageEdge, statement: EdgeStatement) => boolean = sameStatement,
): Promise<EdgePlan> {
  const versions = new Map<string, LineageEdge[]>();
  const pairs = [
    ...new Map(statements.map((s) => [`${s.from} ${s.to}`, { from: s.from, to: s.to }])).values(),
  ];
  for (const edge of await inBatches(pairs, (batch) => listVersions.run(tx, { pairs: batch }))) {
    const key = statementKey(edge);
    versions.set(key, [...(versions.get(key) ?? []), edge]);
  }
  const ended: LineageEdge[] = [];
  const made: LineageEdge[] = [];
  const result = statements.map((statement) => {
    const key = statementKey(statement);
    const known = versions.get(key) ?? [];
    const current = known.find((e) => e.retractedAt === null && e.validTo === null);
    if (current && same(current, statement)) return current;
    if (current) ended.push(current);
    const edge = LineageEdge.parse({
      ...statement,
      level: statement.from.startsWith('fd_') && statement.to.startsWith('fd_') ? 'FIELD' : 'COARSE',
      id: edgeIdOf({ ...statement, version: known.length }),
      validTo: null,
      recordedAt: at,
      retractedAt: null,
    });
    made.push(edge);
    return edge;
  });
  return { ended, made, result };
}

/** Ends and begins what a plan says, and logs it. */
export async function applyEdges(
  tx: Tx,
  log: ChangeLog,
  { ended, made }: EdgePlan,
  at: string,
): Promise<void> {
  await retractEdges(tx, log, ended, at, 'replaced by a newer statement');
  await inBatches(made, (batch) =>
    createEdges.run(tx, {
      rows: batch.map((e) => ({ from: e.from, to: e.to, properties: toProperties(e) })),
    }),
  );
  for (const edge of made) log(`edge.${edge.origin.toLowerCase()}`, edge.id, null, { ...edge });
}

/**
 * Records statements about flows: one that is current and the same changes nothing; one that is current but
 * differs (time, note, marks) ends and a new version begins, nothing is overwritten (model §2). Returns the
 * current edge of each statement. Both ends must exist; each statement is given once.
 */
export async function recordEdges(
  tx: Tx,
  log: ChangeLog,
  statements: readonly EdgeStatement[],
  at: string,
): Promise<LineageEdge[]> {
  const plan = await planEdges(tx, statements, at);
  await applyEdges(tx, log, plan, at);
  return plan.result;
}
