/** A node of the parser's tree: one key, the type; its payload may be null (sql-ast §2). */
export type Node = { readonly [type: string]: unknown };
/** A payload or a plain struct. */
export type Fields = { readonly [field: string]: unknown };

export interface Ident {
  name: string;
  quoted: boolean;
  span?: { start: number; end: number } | null;
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Identifiers have a name and say whether it was quoted; no node does (but `function`, under its type). */
export const isIdent = (value: unknown): value is Ident =>
  isObject(value) &&
  typeof value.name === 'string' &&
  typeof value.quoted === 'boolean' &&
  !('args' in value);

/** Names of fields that a struct of one field may have: never types of nodes. */
const FIELD_NAMES = new Set(['this', 'expressions', 'name', 'query', 'select', 'Source']);

export function isNode(value: unknown): value is Node {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  if (keys.length !== 1) return false;
  const [key = ''] = keys;
  if (key === 'select') return isObject(value.select) && 'expressions' in value.select;
  // A list under a single key is a struct whose other fields were left out, such as `{partition_by: […]}`.
  return !FIELD_NAMES.has(key) && !Array.isArray(value[key]);
}

export const typeOf = (node: Node): string => Object.keys(node)[0] ?? '';

/** The payload of a node, `{}` when it has none. */
export function fieldsOf(node: Node): Fields {
  const payload = node[typeOf(node)];
  return isObject(payload) ? payload : {};
}

/** The payload when the node is of this type. */
export function as(node: unknown, type: string): Fields | null {
  if (!isObject(node) || !(type in node)) return null;
  const payload = node[type];
  return isObject(payload) ? payload : {};
}

export const nodeAt = (fields: Fields, name: string): Node | null => {
  const value = fields[name];
  return isNode(value) ? value : null;
};
export const structAt = (fields: Fields, name: string): Fields | null => {
  const value = fields[name];
  return isObject(value) ? value : null;
};
export const listAt = (fields: Fields | null, name: string): readonly unknown[] => {
  const value = fields?.[name];
  return Array.isArray(value) ? value : [];
};
export const nodesAt = (fields: Fields | null, name: string): Node[] => listAt(fields, name).filter(isNode);
export const identAt = (fields: Fields | null, name: string): Ident | null => {
  const value = fields?.[name];
  return isIdent(value) && value.name !== '' ? value : null;
};
export const identsAt = (fields: Fields | null, name: string): Ident[] =>
  listAt(fields, name).filter(isIdent);
/** An alias is an Identifier, but in `lateral` a string. */
export const nameAt = (fields: Fields, name: string): Ident | null => {
  const value = fields[name];
  if (typeof value === 'string' && value !== '') return { name: value, quoted: false };
  return identAt(fields, name);
};

/** Bookkeeping of the parser and data types: nothing in them is part of the query. */
const NOT_WALKED = /^(span|inferred_type|to|.*comments.*|data_type|hints?)$/;

/** Child nodes of a payload with the name of the field that holds them, through structs and lists. */
export function* childrenOf(fields: Fields): Generator<[field: string, child: Node]> {
  for (const [field, value] of Object.entries(fields)) {
    if (!NOT_WALKED.test(field)) yield* nodesIn(field, value);
  }
}

function* nodesIn(field: string, value: unknown): Generator<[string, Node]> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(field, item);
  else if (isIdent(value)) return;
  else if (isNode(value)) yield [field, value];
  else if (isObject(value)) for (const [, child] of childrenOf(value)) yield [field, child];
}
