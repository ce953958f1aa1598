import { createHash, type Hash } from 'node:crypto';
import { datasetCount, fieldCount, type IndexData } from './data.js';

const PARTS = ['DATASETS', 'FIELDS', 'EDGES', 'ACCESS'] as const;
export type FingerprintPart = (typeof PARTS)[number];
/** Of each part how many rows it has and a digest of all of them. */
export type Fingerprint = Record<FingerprintPart, { count: number; digest: string }>;

/** Where each property counts; null = it follows from the others, or is about when and not what. */
const PART_OF: Record<keyof IndexData, FingerprintPart | null> = {
  version: null,
  builtAt: null,
  nextChange: null,
  giant: null,
  datasets: 'DATASETS',
  departments: 'DATASETS',
  departmentOf: 'DATASETS',
  libraries: 'DATASETS',
  libraryOf: 'DATASETS',
  layerOf: 'DATASETS',
  fields: 'FIELDS',
  fieldStart: 'FIELDS',
  datasetOf: 'FIELDS',
  gradeOf: 'FIELDS',
  datasetGrade: 'FIELDS',
  edges: 'EDGES',
  spans: 'EDGES',
  forward: 'EDGES',
  backward: 'EDGES',
  interfaces: 'ACCESS',
  interfaceIndex: 'ACCESS',
  consumers: 'ACCESS',
  consumerIndex: 'ACCESS',
  exposures: 'ACCESS',
  authorizations: 'ACCESS',
  coverStarts: 'ACCESS',
  coveredBy: 'ACCESS',
  authorizationsOfConsumer: 'ACCESS',
  authorizationsOfInterface: 'ACCESS',
};

/**
 * What index data hold, whatever the order in which rows came and whether they were built at once or by deltas: two
 * with one fingerprint give the same answers. Both must be up to the same moment, since that decides which edges hold.
 */
export function fingerprintOf(data: IndexData): Fingerprint {
  const counts = {
    DATASETS: datasetCount(data),
    FIELDS: fieldCount(data),
    EDGES: data.edges.count,
    ACCESS: data.exposures.field.length + data.authorizations.length,
  };
  const digest = (part: FingerprintPart) => {
    const hash = createHash('sha256');
    for (const [key, value] of Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (PART_OF[key as keyof IndexData] === part) add(hash.update(`${key}\n`), value);
    }
    return hash.digest('hex');
  };
  return Object.fromEntries(
    PARTS.map((part) => [part, { count: counts[part], digest: digest(part) }]),
  ) as Fingerprint;
}

/** Parts that differ, with their counts in both. */
export function compareFingerprints(
  a: Fingerprint,
  b: Fingerprint,
): { part: FingerprintPart; counts: [number, number] }[] {
  return PARTS.filter((part) => a[part].digest !== b[part].digest).map((part) => ({
    part,
    counts: [a[part].count, b[part].count],
  }));
}

function add(hash: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${value.byteLength}:`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (value instanceof Map || Array.isArray(value)) {
    hash.update('[');
    for (const part of value) add(hash, part);
    hash.update(']');
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))) {
      add(hash.update(`${key}=`), part);
    }
  } else hash.update(`${JSON.stringify(value)};`);
}
