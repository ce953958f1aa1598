import { type ChangeLog, inBatches, type Tx } from '../db/index.js';
import { edgeIdOf } from '../model/index.js';
import type { CatalogueState, TrackedTimeline } from './catalogue-state.js';
import { type EdgeRow, instantOfStamp, writeClaim } from './edge-timeline.js';
import { createCoarseEdges, createFieldEdges, createStatements, updateEdges } from './state-queries.js';

const isField = (id: string) => id.startsWith('fd_');
const isFieldEdge = (row: EdgeRow) => isField(row.from) && isField(row.to);

/** Properties of FLOWS_TO; stamps and timeline are how ingestion finds and moves its own edges again. */
function toProperties(row: EdgeRow, timeline: string): Record<string, unknown> {
  const { from: _from, to: _to, base: _base, fromStamp, toStamp, ...rest } = row;
  return {
    ...rest,
    level: isFieldEdge(row) ? 'FIELD' : 'COARSE',
    origin: 'OBSERVED',
    validFrom: instantOfStamp(fromStamp),
    validTo: toStamp === null ? null : instantOfStamp(toStamp),
    fromStamp,
    toStamp,
    timeline,
  };
}

interface EdgeWrites {
  created: { from: string; to: string; row: EdgeRow; properties: Record<string, unknown> }[];
  updated: { id: string; properties: Record<string, unknown> }[];
}

/**
 * What changed in one timeline. A version whose span moved keeps, as a retracted copy, what we believed before
 * (model §7): nothing is overwritten on the axis of recorded time.
 */
function diffTimeline(entry: TrackedTimeline, now: string, log: ChangeLog): EdgeWrites {
  const { value: timeline, before } = entry;
  const stored = new Map(before.map((row) => [row.id, row]));
  const writes: EdgeWrites = { created: [], updated: [] };
  const create = (row: EdgeRow) =>
    writes.created.push({ from: row.from, to: row.to, row, properties: toProperties(row, timeline.key) });
  // All ids that are written: the index reads again what a change names, and nothing else.
  const ids = (): string[] => [];
  const changes = { started: ids(), ended: ids(), moved: ids(), kept: ids() };
  for (const row of timeline.rows) {
    const was = stored.get(row.id);
    if (was === undefined) {
      if (row.retractedAt !== null) continue;
      create(row);
      changes.started.push(row.id);
      continue;
    }
    if (was.retractedAt !== null) continue;
    if (row.retractedAt !== null) {
      writes.updated.push({ id: row.id, properties: { retractedAt: row.retractedAt } });
      changes.ended.push(row.id);
      continue;
    }
    if (was.fromStamp === row.fromStamp && was.toStamp === row.toStamp && was.sqlHash === row.sqlHash)
      continue;
    if (was.recordedAt !== now) {
      const version = timeline.versions.get(row.base) ?? 0;
      timeline.versions.set(row.base, version + 1);
      const id = edgeIdOf({ ...was, origin: 'OBSERVED', version });
      create({ ...was, id, retractedAt: now });
      changes.kept.push(id);
    }
    row.recordedAt = now;
    writes.updated.push({ id: row.id, properties: toProperties(row, timeline.key) });
    (was.toStamp === null && row.toStamp !== null ? changes.ended : changes.moved).push(row.id);
  }
  if (changes.started.length + changes.ended.length + changes.moved.length > 0) {
    log('lineage.observed', timeline.key, null, changes);
  }
  return writes;
}

/** Writes the edges and statements that the state gained or moved. Returns how many edges were touched. */
export async function writeEdges(tx: Tx, state: CatalogueState, log: ChangeLog): Promise<number> {
  const writes: EdgeWrites = { created: [], updated: [] };
  for (const entry of state.timelines.values()) {
    const { created, updated } = diffTimeline(entry, state.now, log);
    for (const row of created) writes.created.push(row);
    for (const row of updated) writes.updated.push(row);
  }
  const rowsOf = (fieldEdges: boolean) =>
    writes.created
      .filter(({ row }) => isFieldEdge(row) === fieldEdges)
      .map(({ from, to, properties }) => ({ from, to, properties }));
  await inBatches(rowsOf(true), (rows) => createFieldEdges.run(tx, { rows }));
  await inBatches(rowsOf(false), (rows) => createCoarseEdges.run(tx, { rows }));
  await inBatches(writes.updated, (rows) => updateEdges.run(tx, { rows }));
  const statements = state.newStatements.map(({ timeline, event, statement: { claims, ...rest } }) => ({
    ...{ timeline, event, ...rest },
    claims: claims.map(writeClaim),
  }));
  await inBatches(statements, (rows) => createStatements.run(tx, { rows }));
  return writes.created.length + writes.updated.length;
}
