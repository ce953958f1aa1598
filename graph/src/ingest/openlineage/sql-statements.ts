import { dialectOfNamespace, type SqlLineage, type SqlRequest, type SqlSource } from '../sql/index.js';
import type { EventFacts, EventIssue, LineageStatement, StatedDataset, StatedEdge } from './event-facts.js';

const PATH = 'job.facets.sql.query';
/** Outputs of which the event says nothing but the SQL that fills them. */
function outputsToState({ job, outputs, statements }: EventFacts): string[] {
  if (!job?.sql) return [];
  const stated = new Set(statements.map(({ output }) => output));
  return outputs.filter((output) => !stated.has(output));
}

/** Whether outputs are left of which only the SQL of the event's job can tell the columns. */
export const needsSql = (facts: EventFacts): boolean => outputsToState(facts).length > 0;

/**
 * The SQL of an event's job as a question; null when it has none. Only what the event itself brings is the schema: so
 * the answer does not depend on what arrived before.
 */
export function sqlRequestOf(facts: EventFacts): SqlRequest | null {
  const { sql = null, dialect = null } = facts.job ?? {};
  if (sql === null) return null;
  const schema: Record<string, readonly string[]> = {};
  for (const { name, fields } of datasetsRead(facts).concat(datasetsWritten(facts))) {
    if (fields !== null) schema[name] = fields.map(({ path }) => path);
  }
  return { sql, dialect: dialectOf(dialect, facts), schema };
}

/** The dialect that is named, else that of the database that the output is in. */
function dialectOf(named: string | null, facts: EventFacts): string {
  const known = named?.trim().toLowerCase();
  if (known) return known;
  for (const { namespace } of datasetsWritten(facts)) {
    const dialect = dialectOfNamespace(namespace);
    if (dialect !== null) return dialect;
  }
  return '';
}

const pick = (facts: EventFacts, keys: readonly string[]): StatedDataset[] =>
  facts.datasets.filter(({ key }) => keys.includes(key));
const datasetsRead = (facts: EventFacts) => pick(facts, facts.inputs);
const datasetsWritten = (facts: EventFacts) => pick(facts, facts.outputs);

/** Finds a dataset by a table's name in the SQL: the same name, else the one whose name ends so. */
function finderOf(datasets: readonly StatedDataset[]): (table: string) => string | null {
  const named = datasets.map(({ key, name }) => ({ key, parts: partsOf(name) }));
  return (table) => {
    const wanted = partsOf(table);
    const same = named.filter(({ parts }) => parts.join('.') === wanted.join('.'));
    const fits =
      same.length > 0
        ? same
        : named.filter(({ parts }) => endsWith(parts, wanted) || endsWith(wanted, parts));
    return fits.length === 1 ? fits[0]!.key : null;
  };
}
const partsOf = (name: string): string[] => name.normalize('NFC').toLowerCase().split('.');
const endsWith = (longer: readonly string[], shorter: readonly string[]): boolean =>
  shorter.length <= longer.length && shorter.every((part, i) => part === longer.at(i - shorter.length));

/**
 * The event with what its SQL says of the columns of outputs that nothing else tells of. What could not be resolved
 * becomes a notice with its place in the SQL, never an edge; an output of which nothing at all is resolved keeps
 * what is known of it.
 */
export function withSqlStatements(facts: EventFacts, lineage: SqlLineage): EventFacts {
  const outputs = outputsToState(facts);
  const notices: EventIssue[] = lineage.unresolved.map(({ span, reason, detail, column }) => ({
    path: `${PATH}[${span.start}:${span.end}]`,
    message: `${reason}: ${column === undefined ? detail : `${column}: ${detail}`}`,
  }));
  const remark = (message: string) => {
    if (!notices.some((known) => known.message === message)) notices.push({ path: PATH, message });
  };
  const findInput = finderOf(datasetsRead(facts));
  const findOutput = finderOf(datasetsWritten(facts));
  const edges = new Map<string, Map<string, StatedEdge>>();
  const state = (table: string | null, toField: string | null, source: SqlSource) => {
    // A query that writes nowhere fills the one output that the job has.
    const output = table === null ? (outputs.length === 1 ? outputs[0]! : null) : findOutput(table);
    if (output === null || !outputs.includes(output)) {
      if (table !== null && output === null) remark(`UNKNOWN_RELATION: ${table} is no output of the job`);
      return;
    }
    const fromDataset = findInput(source.table);
    if (fromDataset === null) {
      remark(`UNKNOWN_RELATION: ${source.table} is no input of the job`);
      return;
    }
    const edge: StatedEdge = {
      fromDataset,
      fromField: source.column,
      toField,
      kind: source.kind,
      subtype: source.subtype,
      masking: source.maskingMethod ?? (source.masking ? 'UNKNOWN' : null),
      note: null,
    };
    const known = edges.get(output) ?? new Map<string, StatedEdge>();
    known.set(JSON.stringify(Object.values(edge)), edge);
    edges.set(output, known);
  };
  for (const { target, sources } of lineage.edges) {
    for (const source of sources) state(target.table, target.column, source);
  }
  for (const { target, sources } of lineage.datasets) {
    for (const source of sources) state(target.table, null, source);
  }
  const statements = [...edges].map(([output, stated]): LineageStatement => {
    return { output, edges: [...stated.values()] };
  });
  return {
    ...facts,
    statements: [...facts.statements, ...statements],
    notices: [...facts.notices, ...notices],
  };
}
