import { createHash } from 'node:crypto';

/** SHA-256 of a statement, hexadecimal: which text an edge was read from. */
export const sqlHashOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');
