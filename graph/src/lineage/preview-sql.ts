import { type EventFacts, readEvent, type StatedEdge } from '../ingest/openlineage/index.js';
import { readStatedSql, sqlReader } from './state-sql.js';

type Ref = { namespace: string; name: string };

/** An edge that an event states, by names. */
export interface PreviewedEdge extends Omit<StatedEdge, 'fromDataset'> {
  from: Ref;
  to: Ref;
}

/** What taking an event in would state, and what of it is not understood or not valid. */
export interface EventPreview {
  edges: PreviewedEdge[];
  notices: EventFacts['notices'];
}

/** Reads an event (JSON value) as taking it in would, and changes nothing. */
export async function previewEvent(event: unknown): Promise<EventPreview> {
  const reading = readEvent(event);
  if (!reading.ok) return { edges: [], notices: reading.refused.faults };
  const facts = await readStatedSql(reading.facts);
  const refs = new Map(facts.datasets.map(({ key, namespace, name }) => [key, { namespace, name }]));
  const refOf = (key: string): Ref => {
    const ref = refs.get(key);
    if (ref === undefined) throw new Error(`an edge names no dataset of its event: ${key}`);
    return ref;
  };
  const edges = facts.statements.flatMap(({ output, edges: stated }) =>
    stated.map(({ fromDataset, ...edge }) => ({ ...edge, from: refOf(fromDataset), to: refOf(output) })),
  );
  return { edges, notices: facts.notices };
}

/** The tables that a text of SQL reads and writes, as it names them; nothing where it is not understood. */
export async function tablesOf(sql: string, dialect: string): Promise<{ read: string[]; written: string[] }> {
  const { edges, datasets } = await sqlReader().read({ sql, dialect });
  const read = new Set<string>();
  const written = new Set<string>();
  for (const { target, tables } of datasets) {
    if (target.table !== null) written.add(target.table);
    for (const table of tables) read.add(table);
  }
  for (const { target, sources } of edges) {
    if (target.table !== null) written.add(target.table);
    for (const { table } of sources) read.add(table);
  }
  return { read: [...read], written: [...written] };
}
