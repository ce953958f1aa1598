import { InvalidInput } from '@yuanliu/graph';
import type { z } from 'zod';

/** Query parameters checked as a whole. @throws InvalidInput with every fault. */
export function readQuery<S extends z.ZodType>(schema: S, url: URL): z.output<S> {
  const parsed = schema.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map((i) => ({ path: i.path.join('.'), message: i.message })));
}
