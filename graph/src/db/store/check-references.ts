import { z } from 'zod';
import { type InputIssue, InvalidInput } from '../../errors.js';
import type { Tx } from '../connect.js';
import { defineQuery } from '../define-query.js';

const NOUNS = {
  departments: 'department',
  libraries: 'library',
  sourceSystems: 'source system',
  datasets: 'dataset',
  fields: 'field',
  useScenes: 'use scene',
  interfaces: 'interface',
  consumers: 'consumer',
  backflowLinks: 'backflow link',
} as const;
type ReferenceKind = keyof typeof NOUNS;
const kinds = Object.keys(NOUNS) as ReferenceKind[];
const keys = z.array(z.string());
const perKind = z.object(
  Object.fromEntries(kinds.map((kind) => [kind, keys])) as Record<ReferenceKind, typeof keys>,
);

const findUnknown = defineQuery({
  file: 'reference/find-unknown',
  mode: 'read',
  params: perKind,
  row: perKind,
});

/** One mention of another thing, with the path at which the caller wrote it. A null key mentions nothing. */
export interface Reference {
  kind: ReferenceKind;
  key: string | null | undefined;
  path: string;
}

/** Throws InvalidInput for every reference to something that does not exist. */
export async function checkReferences(tx: Tx, references: readonly Reference[]): Promise<void> {
  const wanted = Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Record<
    ReferenceKind,
    Set<string>
  >;
  for (const { kind, key } of references) if (key !== null && key !== undefined) wanted[kind].add(key);
  const asked = Object.fromEntries(kinds.map((kind) => [kind, [...wanted[kind]]])) as z.input<typeof perKind>;
  const unknown = await findUnknown.first(tx, asked);
  if (unknown === null) throw new Error('reference/find-unknown returned no row');
  const missing = Object.fromEntries(kinds.map((kind) => [kind, new Set(unknown[kind])])) as typeof wanted;
  const issues: InputIssue[] = references
    .filter(({ kind, key }) => key !== null && key !== undefined && missing[kind].has(key))
    .map(({ kind, key, path }) => ({ path, message: `${NOUNS[kind]} ${key} does not exist` }));
  if (issues.length > 0) throw new InvalidInput(issues);
}
