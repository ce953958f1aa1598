import {
  datasetIdOf,
  type EdgeKind,
  type EdgeSubtype,
  fieldIdOf,
  type LineageEdge,
  type MaskingMethod,
} from '@yuanliu/graph';
import type { Context } from '../../context.js';
import { jobEventOf, type PastedSql } from './job-event.js';

/** A column, or a table as a whole (`field` null). */
export interface SqlEnd {
  dataset: string;
  field: string | null;
}

export interface SqlEdge {
  from: SqlEnd;
  to: SqlEnd;
  kind: EdgeKind;
  subtype: EdgeSubtype;
  masking: MaskingMethod | null;
  /** The graph has the same edge already. */
  known: boolean;
}

/** Something that no edge tells of; `start` and `end` are code points of the SQL where the place is known. */
export interface SqlMark {
  start: number | null;
  end: number | null;
  reason: string;
  detail: string;
}

export interface SqlReading {
  edges: SqlEdge[];
  marks: SqlMark[];
}

type EdgeKey = Pick<LineageEdge, 'from' | 'to' | 'kind' | 'subtype' | 'masking'>;

/** What taking in pasted SQL would add to the graph; changes nothing. */
export async function readSql(pasted: PastedSql, context: Context): Promise<SqlReading> {
  const { graph, viewer } = context;
  const event = await jobEventOf(pasted, { name: 'preview', owner: viewer.account }, context);
  const { edges, notices } = await graph.ingest.preview(viewer, event);
  const ends = edges.map(({ from, fromField, to, toField }) => ({
    from: idOf(from, fromField),
    to: idOf(to, toField),
  }));
  const keyOf = ({ from, to, kind, subtype, masking }: EdgeKey) =>
    [from, to, kind, subtype, masking].join(' ');
  const known = new Set((await graph.edge.between(viewer, ends)).map(keyOf));
  return {
    edges: edges.map(({ from, fromField, to, toField, kind, subtype, masking }, i) => ({
      from: { dataset: from.name, field: fromField },
      to: { dataset: to.name, field: toField },
      kind,
      subtype,
      masking,
      known: known.has(keyOf({ kind, subtype, masking, ...ends[i]! })),
    })),
    marks: notices.map(markOf),
  };
}

function idOf({ namespace, name }: { namespace: string; name: string }, field: string | null) {
  const dataset = datasetIdOf(namespace, name);
  return field === null ? dataset : fieldIdOf(dataset, field);
}

/** A notice as it is kept with events: `job.facets.sql.query[12:20]`, `REASON: detail`. */
function markOf({ path, message }: { path: string; message: string }): SqlMark {
  const [, start, end] = /\[(\d+):(\d+)\]$/.exec(path) ?? [];
  const [, reason, detail] = /^([A-Z_]+): (.*)$/s.exec(message) ?? [];
  return {
    start: start === undefined ? null : Number(start),
    end: end === undefined ? null : Number(end),
    reason: reason ?? 'INVALID',
    detail: detail ?? message,
  };
}
