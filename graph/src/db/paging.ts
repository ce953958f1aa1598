import { z } from 'zod';
import { InvalidInput } from '../errors.js';

/** Which part of a list: at most 1,000 rows at once; `after` is the cursor of the last row seen. */
export const PageRequest = z.object({
  first: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .nullish()
    .transform((v) => v ?? 50),
  after: z
    .string()
    .nullish()
    .transform((v) => v ?? null),
});

/** A part of a list with the size of the whole; row `i` has the cursor `cursorAt(offset + i)`. */
export interface Page<T> {
  rows: T[];
  totalCount: number;
  offset: number;
  hasNextPage: boolean;
}

/** The opaque cursor of the row at a position. */
export function cursorAt(position: number): string {
  return Buffer.from(`p${position}`).toString('base64url');
}

/** How many rows to pass over; throws InvalidInput for a cursor that is none of ours. */
export function skipOf(after: string | null): number {
  if (after === null) return 0;
  const match = /^p(\d{1,9})$/.exec(Buffer.from(after, 'base64url').toString());
  if (!match) throw new InvalidInput([{ path: 'after', message: 'is not a cursor of this list' }]);
  return Number(match[1]) + 1;
}

/** Puts rows and total together. */
export function pageOf<T>(rows: T[], totalCount: number, offset: number): Page<T> {
  return { rows, totalCount, offset, hasNextPage: offset + rows.length < totalCount };
}
