import { hasForbiddenCharacters, nameKey, normalizeName } from '../../model/index.js';
import type { EventIssue, StatedDataset, StatedField } from './event-facts.js';
import type { RawDataset, RawSchemaField } from './event-shapes.js';
import { LIMITS } from './limits.js';

/** Where faults (the event is refused) and remarks (it is taken, with a note) of one event gather. */
export interface Findings {
  fault(path: string, message: string): void;
  remark(path: string, message: string): void;
}

/** `a.b` of nested schema fields; names that are one name after normalisation are merged with a remark. */
function flattenSchema(raw: readonly RawSchemaField[], at: string, findings: Findings): StatedField[] {
  const fields = new Map<string, StatedField>();
  const visit = (level: readonly RawSchemaField[], prefix: string, where: string) => {
    level.forEach((field, index) => {
      const here = `${where}[${index}]`;
      const path = prefix === '' ? field.name : `${prefix}.${field.name}`;
      if (path.length > LIMITS.path) findings.fault(here, `path is longer than ${LIMITS.path} characters`);
      if (fields.has(path)) findings.remark(here, `field ${path} is named twice: the first counts`);
      else {
        fields.set(path, {
          path,
          ordinal: prefix === '' ? (field.ordinal_position ?? index + 1) : fields.size + 1,
          type: field.type || null,
          description: field.description || null,
        });
      }
      if (field.fields?.length) visit(field.fields, path, `${here}.fields`);
    });
  };
  visit(raw, '', at);
  if (fields.size > LIMITS.fieldsOfDataset) {
    findings.fault(at, `${fields.size} fields: more than ${LIMITS.fieldsOfDataset}`);
  }
  return [...fields.values()];
}

/** Credentials in a connection address are nobody's to read: `postgres://user:secret@host` keeps only the host. */
export function withoutCredentials(uri: string): string {
  return uri
    .replace(/^([a-z][a-z0-9+.:-]*:\/\/)[^/?#]*@/i, '$1')
    .replace(/([?&;](?:password|pwd|secret|token|access_?key|sig)=)[^&;]*/gi, '$1***');
}

export const keyOf = (ref: { namespace: string; name: string }): string => nameKey(ref.namespace, ref.name);

/** What one entry of `inputs`, `outputs` or `dataset` states about its dataset. */
export function readDataset(raw: RawDataset, at: string, findings: Findings): StatedDataset {
  const { facets } = raw;
  const key = keyOf(raw);
  const rename =
    facets?.lifecycleStateChange?.lifecycleStateChange?.toUpperCase() === 'RENAME'
      ? facets.lifecycleStateChange.previousIdentifier
      : null;
  const aliases = [...(facets?.symlinks?.identifiers ?? []), ...(rename ? [rename] : [])]
    .map((other) => ({ key: keyOf(other), namespace: other.namespace, name: other.name }))
    .filter((other) => other.key !== key);
  const source = facets?.dataSource;
  return {
    key,
    namespace: raw.namespace,
    name: raw.name,
    aliases,
    documentation: facets?.documentation?.description || null,
    source: source?.name
      ? { name: source.name, uri: source.uri ? withoutCredentials(source.uri) : null }
      : null,
    owners: (facets?.ownership?.owners ?? []).flatMap((owner) => (owner.name ? [owner.name] : [])),
    fields: facets?.schema?.fields
      ? flattenSchema(facets.schema.fields, `${at}.facets.schema.fields`, findings)
      : null,
  };
}

/** A dataset that is only named. */
export function bareDataset(ref: { namespace: string; name: string }): StatedDataset {
  const { namespace, name } = ref;
  const nothing = { aliases: [], documentation: null, source: null, owners: [], fields: null };
  return { key: keyOf(ref), namespace, name, ...nothing };
}

/** Joins two statements of one event about one dataset; where both speak, the later one counts. */
export function mergeDatasets(a: StatedDataset, b: StatedDataset): StatedDataset {
  return {
    ...a,
    aliases: [...a.aliases, ...b.aliases.filter((x) => !a.aliases.some((y) => y.key === x.key))],
    documentation: b.documentation ?? a.documentation,
    source: b.source ?? a.source,
    owners: b.owners.length > 0 ? b.owners : a.owners,
    fields: b.fields ?? a.fields,
  };
}

/** A field name that stood as an object key, so that zod's shapes did not check it. Null = fault reported. */
export function readFieldKey(raw: string, at: string, findings: Findings): string | null {
  const path = normalizeName(raw);
  if (path === '') findings.fault(at, 'a field has an empty name');
  else if (path.length > LIMITS.path)
    findings.fault(at, `a field name is longer than ${LIMITS.path} characters`);
  else if (hasForbiddenCharacters(raw))
    findings.fault(at, 'a field name holds a control character or a broken one');
  else return path;
  return null;
}

/** Faults and remarks gathered in lists. */
export function gatherFindings(): Findings & { faults: EventIssue[]; remarks: EventIssue[] } {
  const faults: EventIssue[] = [];
  const remarks: EventIssue[] = [];
  return {
    faults,
    remarks,
    fault: (path, message) => faults.push({ path, message }),
    remark: (path, message) => remarks.push({ path, message }),
  };
}
