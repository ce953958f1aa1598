import { createHash } from 'node:crypto';
import { z } from 'zod';
import { nameKey } from './names.js';

/** An internal, stable key: a short prefix and 20 hexadecimal digits. Never Neo4j's own ids. */
function idOf<B extends string>(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-f]{20}$`), `not a ${prefix} id`)
    .brand<B>();
}

function digest(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 20);
}

export const DatasetId = idOf<'DatasetId'>('ds');
export type DatasetId = z.infer<typeof DatasetId>;
export const FieldId = idOf<'FieldId'>('fd');
export type FieldId = z.infer<typeof FieldId>;
export const JobId = idOf<'JobId'>('jb');
export type JobId = z.infer<typeof JobId>;
export const EdgeId = idOf<'EdgeId'>('ed');
export type EdgeId = z.infer<typeof EdgeId>;

/** A code that people see and type: department, library, interface, consumer, authorisation … */
export const Code = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u, 'not a code');
export type Code = z.infer<typeof Code>;

/** The id of a dataset that is first seen under `(namespace, name)`; renames and symlinks keep it. */
export function datasetIdOf(namespace: string, name: string): DatasetId {
  return `ds_${digest(nameKey(namespace, name))}` as DatasetId;
}

/** The id of a field: its dataset and its path (nested fields joined by dots). */
export function fieldIdOf(dataset: DatasetId, path: string): FieldId {
  return `fd_${digest(dataset, nameKey(path))}` as FieldId;
}

export function jobIdOf(namespace: string, name: string): JobId {
  return `jb_${digest(nameKey(namespace, name))}` as JobId;
}

/**
 * The id of a lineage edge: its two ends and everything that makes it another statement about them. `version`
 * counts the ended versions of the same statement, so that one can be made again after it was retracted.
 */
export function edgeIdOf(parts: {
  from: string;
  to: string;
  kind: string;
  subtype: string;
  masking: string | null;
  origin: string;
  job: string | null;
  version?: number;
}): EdgeId {
  const { from, to, kind, subtype, masking, origin, job, version = 0 } = parts;
  const statement = [from, to, kind, subtype, masking ?? '', origin, job ?? ''];
  return `ed_${digest(...statement, ...(version === 0 ? [] : [String(version)]))}` as EdgeId;
}
