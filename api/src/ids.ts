import { InvalidInput } from '@yuanliu/graph';
import type { VertexRef } from '@yuanliu/graph/lineage-index';

/** Types that have a global id, with the kind of vertex they are in the lineage, if any. */
const VERTEX_TYPES = {
  FIELD: 'Field',
  DATASET: 'Dataset',
  INTERFACE: 'Interface',
  CONSUMER: 'Consumer',
} as const;

/** Relay's form: base64 of `Type:key`. */
export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64');
}

/** The inverse of {@link globalId}; null for anything that it did not make. */
export function parseGlobalId(id: string): { type: string; key: string } | null {
  const text = Buffer.from(id, 'base64').toString('utf8');
  const match = /^([A-Z][A-Za-z]*):(.+)$/su.exec(text);
  if (!match?.[1] || !match[2] || globalId(match[1], match[2]) !== id) return null;
  return { type: match[1], key: match[2] };
}

export function vertexId(ref: VertexRef): string {
  return globalId(VERTEX_TYPES[ref.kind], ref.id);
}

/** The key of an id that must be of one type. @throws InvalidInput naming the argument. */
export function keyOf(id: string, type: string, argument = 'id'): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type === type) return parsed.key;
  throw new InvalidInput([{ path: argument, message: `not the id of a ${type}` }]);
}

/** The vertex that an id stands for. @throws InvalidInput for ids of other things and for no ids at all. */
export function parseVertexId(id: string, argument = 'id'): VertexRef {
  const parsed = parseGlobalId(id);
  for (const [kind, type] of Object.entries(VERTEX_TYPES)) {
    if (parsed?.type === type) return { kind: kind as VertexRef['kind'], id: parsed.key };
  }
  throw new InvalidInput([
    { path: argument, message: 'not the id of a field, dataset, interface or consumer' },
  ]);
}

/** Keys that have the form of their kind; what has not cannot exist, so it is left out rather than refused. */
export function keysOf<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  keys: readonly string[],
): T[] {
  return keys.flatMap((key) => {
    const parsed = schema.safeParse(key);
    return parsed.success ? [parsed.data] : [];
  });
}
