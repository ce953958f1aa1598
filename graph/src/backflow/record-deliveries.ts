import { z } from 'zod';
import {
  changedRows,
  checkReferences,
  checkRows,
  commit,
  type Db,
  defineQuery,
  type EdgeStatement,
  inBatches,
  logUpsert,
  parseInput,
  recordEdges,
  WriteRows,
  type WriteSummary,
  Written,
} from '../db/index.js';
import { type InputIssue, InvalidInput } from '../errors.js';
import { type BackflowLink, Delivery, fieldIdOf, toUtc } from '../model/index.js';
import { findByCodes } from './find-links.js';
import { findByIds, listByLinks } from './list-deliveries.js';

const write = defineQuery({
  file: 'backflow/write-deliveries',
  mode: 'write',
  params: WriteRows,
  row: Written,
});

const hasLanded = (delivery: Delivery) => delivery.state === 'LANDED' || delivery.state === 'PARTIAL';

function checkCounts(rows: readonly Delivery[]): void {
  const issues = rows.flatMap((row, i): InputIssue[] => {
    const at = (name: string, message: string) => ({ path: `[${i}].${name}`, message });
    return [
      ...(hasLanded(row) && row.landedAt === null ? [at('landedAt', `is required when ${row.state}`)] : []),
      ...(row.sentAt !== null && row.landedAt !== null && row.landedAt < row.sentAt
        ? [at('landedAt', 'is before sentAt')]
        : []),
      ...(row.rowsLanded + row.rowsRejected > row.rowsSent
        ? [at('rowsLanded', 'landed and rejected rows are more than were sent')]
        : []),
    ];
  });
  if (issues.length > 0) throw new InvalidInput(issues);
}

/** What a link's landed data say about flows: field to field by its mapping, dataset to dataset without one. */
function statementsOf(link: BackflowLink, landed: Delivery): EdgeStatement[] {
  const about = {
    kind: 'DIRECT' as const,
    subtype: 'IDENTITY' as const,
    masking: null,
    reversible: false,
    backflow: true,
    origin: 'OBSERVED' as const,
    job: null,
    evidence: {
      run: null,
      sqlHash: null,
      sqlSpan: null,
      note: `backflow link ${link.code}, delivery ${landed.id}`,
    },
    validFrom: landed.landedAt as string,
  };
  if (link.mapping.length === 0) return [{ ...about, from: link.from, to: link.to }];
  return link.mapping.map((pair) => ({
    ...about,
    from: fieldIdOf(link.from, pair.from),
    to: fieldIdOf(link.to, pair.to),
  }));
}

/** The delivery that landed first is the evidence: later ones change nothing. */
function firstLanded(deliveries: readonly Delivery[]): Delivery | null {
  const landed = deliveries.filter((d) => hasLanded(d) && d.landedAt !== null);
  return landed.toSorted((a, b) => `${a.landedAt}${a.id}`.localeCompare(`${b.landedAt}${b.id}`))[0] ?? null;
}

/**
 * Records deliveries by id. One that landed makes backflow edges by its link's mapping, valid from the first
 * landing on (model §2). Throws InvalidInput: shape, unknown link, times or counts that contradict each other.
 */
export async function recordDeliveries(db: Db, actor: string, input: unknown): Promise<WriteSummary> {
  const utc = (at: string | null) => (at === null ? null : toUtc(at));
  const rows = parseInput(z.array(Delivery), input).map((row) => ({
    ...row,
    collectedAt: utc(row.collectedAt),
    sentAt: utc(row.sentAt),
    landedAt: utc(row.landedAt),
  }));
  checkRows(rows, (row) => row.id, 'id');
  checkCounts(rows);
  return commit(db, actor, async (tx, log) => {
    await checkReferences(
      tx,
      rows.map((row, i) => ({ kind: 'backflowLinks', key: row.link, path: `[${i}].link` })),
    );
    const known = await inBatches(rows, (batch) => findByIds.run(tx, { ids: batch.map((row) => row.id) }));
    const upserts = changedRows(rows, known, (row) => row.id);
    await inBatches(upserts, (batch) =>
      write.run(tx, {
        rows: batch.map(({ row: { id, link, ...properties } }) => ({ id, link, properties })),
      }),
    );
    for (const upsert of upserts) logUpsert(log, 'delivery', upsert.row.id, upsert);

    const codes = [...new Set(upserts.map(({ row }) => row.link))];
    const links = await findByCodes.run(tx, { codes });
    const deliveries = await listByLinks.run(tx, { links: codes });
    const statements = links.flatMap((link) => {
      const landed = firstLanded(deliveries.filter((d) => d.link === link.code));
      return landed === null ? [] : statementsOf(link, landed);
    });
    await recordEdges(tx, log, statements, new Date().toISOString());
    const created = upserts.filter(({ before }) => before === null).length;
    return { created, changed: upserts.length - created, unchanged: rows.length - upserts.length };
  });
}
