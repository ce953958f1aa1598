import type { z } from 'zod';
import { type InputIssue, InvalidInput } from '../errors.js';

/** `rows[3].title` from zod's path. */
function writePath(path: readonly PropertyKey[], root: string): string {
  const written = path.reduce<string>(
    (before, part) =>
      typeof part === 'number'
        ? `${before}[${part}]`
        : before === ''
          ? String(part)
          : `${before}.${String(part)}`,
    root,
  );
  return written === '' ? 'input' : written;
}

/** The faults of a zod error with paths as people write them. */
export function issuesOf(error: z.ZodError, root = ''): InputIssue[] {
  return error.issues.map((issue) => ({ path: writePath(issue.path, root), message: issue.message }));
}

/** The parsed value; throws InvalidInput with every fault and its path below `root`. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, root = ''): z.output<T> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error, root));
  return parsed.data;
}
