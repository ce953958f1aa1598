import { createHash } from 'node:crypto';
import type { StatedDataset, StatedField } from '../ingest/openlineage/index.js';
import { type DatasetId, type FieldId, fieldIdOf } from '../model/index.js';
import type { PlacedEvent } from './apply-event.js';
import type {
  CatalogueState,
  DatasetRecord,
  FieldRecord,
  Observations,
  Observed,
} from './catalogue-state.js';

/** Ordinal of a field that only lineage named: after those that a schema orders. */
const NO_ORDINAL = 9999;
const TITLE_LENGTH = 200;

/** The field of a path, made when there is none. */
export function fieldOf(state: CatalogueState, dataset: DatasetId, path: string): FieldRecord {
  const id: FieldId = fieldIdOf(dataset, path);
  let field = state.fields.get(id);
  if (field === undefined) {
    const nothing = {
      title: '',
      ordinal: NO_ORDINAL,
      type: null,
      description: '',
      personalInfoKind: null,
      observed: {},
    };
    field = { value: { id, dataset, path, ...nothing }, before: null };
    state.fields.set(id, field);
  }
  return field.value;
}

/**
 * Notes the value that an event states of a property: the latest stamp counts. The visible value follows unless a
 * person gave another one: it must be empty or what events said before.
 */
export function observe<K extends string, V extends string | number>(
  record: { observed: Observations } & { [P in K]: V | null },
  property: K,
  value: V | null,
  { stamp, schema }: { stamp: string; schema?: string },
  isEmpty: (visible: V | null) => boolean = (visible) => visible === null || visible === '',
  stampOf: (known: Observed) => string = (known) => known.stamp,
): void {
  if (value === null) return;
  const previous = record.observed[property];
  if (previous !== undefined && stampOf(previous) >= stamp) return;
  const visible = record[property];
  record.observed[property] = { stamp, value, ...(schema === undefined ? {} : { schema }) };
  if (isEmpty(visible) || visible === previous?.value) {
    (record as { [P in K]: V | null })[property] = value;
  }
}

/** Notes what an event states of a dataset and its fields. */
export function applyDataset(state: CatalogueState, event: PlacedEvent, stated: StatedDataset): void {
  const { stamp } = event;
  const id = event.ids.get(stated.key) as DatasetId;
  let entry = state.datasets.get(id);
  if (entry === undefined) {
    const { namespace, name } = stated;
    const nothing = {
      abstract: '',
      keywords: [],
      resourceCode: null,
      theme: null,
      provider: null,
      source: null,
      schemas: {},
      observed: {},
    };
    const value: DatasetRecord = { id, namespace, name, title: name.slice(-TITLE_LENGTH), ...nothing };
    entry = { value, before: null };
    state.datasets.set(id, entry);
  }
  const dataset = entry.value;
  observe(dataset, 'abstract', stated.documentation, { stamp });
  const provider = stated.owners.map(departmentCode).find((code) => state.departments.has(code));
  observe(dataset, 'provider', provider ?? null, { stamp });
  if (stated.source !== null) {
    const code = sourceCodeOf(stated.source.name);
    if (code !== '') {
      const known = state.sources.get(code);
      if (known === undefined) state.sources.set(code, { code, ...stated.source });
      observe(dataset, 'source', code, { stamp });
    }
  }
  if (stated.fields !== null) applySchema(state, dataset, stated.fields, stamp);
}

const SCHEMAS_KEPT = 20;

/** What a schema says, in short: the same digest says the same of the same fields. */
export const digestOf = (fields: readonly StatedField[]): string =>
  createHash('sha256')
    .update(JSON.stringify(fields.map((f) => [f.path, f.ordinal, f.type, f.description])))
    .digest('hex')
    .slice(0, 16);

/** True when the schema was the latest or is older than it was last said: then its fields know all of it already. */
export function isRepeated(
  schemas: Readonly<Record<string, string>>,
  schema: string,
  stamp: string,
): boolean {
  const last = schemas[schema];
  return last !== undefined && (stamp <= last || Object.values(schemas).every((other) => other <= last));
}

/**
 * A schema that only comes again, as with every run, moves one stamp of the dataset instead of those of all its
 * fields: what a field was told by a schema counts as told when that schema was last said.
 */
function applySchema(
  state: CatalogueState,
  dataset: DatasetRecord,
  fields: readonly StatedField[],
  stamp: string,
): void {
  const schema = digestOf(fields);
  const { schemas } = dataset;
  const repeated = isRepeated(schemas, schema, stamp);
  const last = schemas[schema];
  dataset.schemas = keepLatest({ ...schemas, [schema]: last !== undefined && last > stamp ? last : stamp });
  if (repeated) return;
  const stampOf = (known: Observed) => {
    const said = known.schema === undefined ? undefined : schemas[known.schema];
    return said !== undefined && said > known.stamp ? said : known.stamp;
  };
  const isUnset = (visible: string | number | null) => visible === null || visible === '';
  for (const column of fields) {
    const field = fieldOf(state, dataset.id, column.path);
    observe(field, 'type', column.type, { stamp, schema }, isUnset, stampOf);
    observe(field, 'description', column.description, { stamp, schema }, isUnset, stampOf);
    observe(
      field,
      'ordinal',
      column.ordinal,
      { stamp, schema },
      (v) => v === null || v === NO_ORDINAL,
      stampOf,
    );
  }
}

function keepLatest(schemas: Record<string, string>): Record<string, string> {
  const entries = Object.entries(schemas);
  if (entries.length <= SCHEMAS_KEPT) return schemas;
  return Object.fromEntries(entries.sort(([, a], [, b]) => (a > b ? -1 : 1)).slice(0, SCHEMAS_KEPT));
}

/** Owners are named `CODE` or `department:CODE`. */
export const departmentCode = (owner: string): string => owner.replace(/^department:/i, '').trim();

/** A code for a source that an event only names: what codes cannot hold becomes a hyphen. */
export function sourceCodeOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._:-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 100);
}
