import { createHash } from 'node:crypto';

/** True when arrays and objects nest deeper than `limit`; walks without recursion, so no depth can overflow it. */
export function nestsDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const containers = level.filter((v): v is object => v !== null && typeof v === 'object');
    if (containers.length > 0 && depth >= limit) return true;
    level = containers.flatMap((v) => Object.values(v));
  }
  return false;
}

/** JSON text with sorted keys: equal values have equal texts however their producer ordered them. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${members.join(',')}}`;
}

/** SHA-256, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
