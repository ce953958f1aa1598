import { z } from 'zod';
import {
  checkReferences,
  checkRows,
  commit,
  type Db,
  type EdgeStatement,
  parseInput,
  type Reference,
  recordEdges,
} from '../db/index.js';
import { InvalidInput } from '../errors.js';
import {
  DatasetId,
  type EdgeId,
  EdgeKind,
  EdgeSubtype,
  edgeIdOf,
  FieldId,
  Instant,
  isReversible,
  MaskingMethod,
  toUtc,
} from '../model/index.js';

const End = z.union([FieldId, DatasetId]);

/** A flow that a person vouches for. */
export const EdgeDeclaration = z.object({
  from: End,
  to: End,
  kind: EdgeKind,
  subtype: EdgeSubtype,
  masking: MaskingMethod.nullish().transform((v) => v ?? null),
  backflow: z.boolean().default(false),
  validFrom: Instant,
  /** Who says so and why; the evidence of the edge. */
  note: z.string().min(1).max(2000),
});
export type EdgeDeclaration = z.input<typeof EdgeDeclaration>;

const DIRECT: readonly string[] = ['IDENTITY', 'TRANSFORMATION', 'AGGREGATION'];

function toStatement(row: z.output<typeof EdgeDeclaration>): EdgeStatement {
  return {
    from: row.from,
    to: row.to,
    kind: row.kind,
    subtype: row.subtype,
    masking: row.masking,
    reversible: row.masking !== null && isReversible(row.masking),
    backflow: row.backflow,
    origin: 'DECLARED',
    job: null,
    evidence: { run: null, sqlHash: null, sqlSpan: null, note: row.note },
    validFrom: toUtc(row.validFrom),
  };
}

/**
 * Records edges with origin DECLARED, which ingestion never touches. Returns the id of each in order. The same
 * declaration again changes nothing; another time or note ends the old version. Throws InvalidInput: shape,
 * unknown ends, a subtype that is not of its kind, the same statement twice.
 */
export async function declareEdges(db: Db, actor: string, input: unknown): Promise<EdgeId[]> {
  const rows = parseInput(z.array(EdgeDeclaration), input);
  const issues = rows.flatMap((row, i) =>
    DIRECT.includes(row.subtype) === (row.kind === 'DIRECT')
      ? []
      : [{ path: `[${i}].subtype`, message: `${row.subtype} is not a subtype of ${row.kind}` }],
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  const statements = rows.map(toStatement);
  checkRows(statements, edgeIdOf, 'from');
  return commit(db, actor, async (tx, log) => {
    const mention = (key: string, path: string): Reference => ({
      kind: key.startsWith('fd_') ? 'fields' : 'datasets',
      key,
      path,
    });
    await checkReferences(
      tx,
      rows.flatMap((row, i) => [mention(row.from, `[${i}].from`), mention(row.to, `[${i}].to`)]),
    );
    const edges = await recordEdges(tx, log, statements, new Date().toISOString());
    return edges.map((edge) => edge.id);
  });
}
