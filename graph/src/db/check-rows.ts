import { type InputIssue, InvalidInput } from '../errors.js';
import { hasForbiddenCharacters, normalizeName } from '../model/names.js';

/** More rows in one transaction would outgrow the memory that Neo4j gives a transaction on a small heap. */
export const ROWS_IN_TRANSACTION = 10_000;

function findForbidden(value: unknown, path: string, issues: InputIssue[]): void {
  if (typeof value === 'string') {
    if (hasForbiddenCharacters(value))
      issues.push({ path, message: 'holds control characters or broken UTF-16' });
  } else if (Array.isArray(value)) {
    for (const [i, v] of value.entries()) findForbidden(v, `${path}[${i}]`, issues);
  } else if (value !== null && typeof value === 'object') {
    for (const [k, v] of Object.entries(value)) findForbidden(v, `${path}.${k}`, issues);
  }
}

/**
 * Refuses what no row may hold: characters that break or hide, a key that is not in its NFKC form (it would
 * look like another one), the same key twice, more than `most` rows. Throws InvalidInput with every fault.
 */
export function checkRows<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  keyName: string,
  most = ROWS_IN_TRANSACTION,
): void {
  const issues: InputIssue[] = [];
  if (rows.length > most) issues.push({ path: `[${most}]`, message: `at most ${most} rows in one call` });
  const seen = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    findForbidden(row, `[${i}]`, issues);
    const key = keyOf(row);
    const path = `[${i}].${keyName}`;
    if (normalizeName(key) !== key) issues.push({ path, message: `must be written ${normalizeName(key)}` });
    const first = seen.get(key);
    if (first !== undefined) issues.push({ path, message: `is given twice (first in [${first}])` });
    else seen.set(key, i);
  }
  if (issues.length > 0) throw new InvalidInput(issues);
}
