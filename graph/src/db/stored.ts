import { z } from 'zod';

/**
 * Row schema for a node's properties: absent ones become null, those named in `json` are read from
 * `<name>Json`; then the shape decides.
 */
export function stored<S extends z.ZodObject>(shape: S, json: readonly string[] = []) {
  const names = Object.keys(shape.shape);
  return z
    .record(z.string(), z.unknown())
    .transform((properties) => {
      const row: Record<string, unknown> = {};
      for (const name of names) {
        const text = json.includes(name) ? properties[`${name}Json`] : undefined;
        row[name] = typeof text === 'string' ? JSON.parse(text) : (properties[name] ?? null);
      }
      return row;
    })
    .pipe(shape);
}

/** Row schema of a query that returns one map under one alias: unpacks it. */
export function single<K extends string, S extends z.ZodType>(alias: K, schema: S) {
  return z
    .looseObject({ [alias]: schema })
    .transform((row) => (row as Record<string, unknown>)[alias] as z.output<S>);
}

/** A write query's row: how many nodes or relations it touched. */
export const Written = z.object({ written: z.number().int() });

/** Parameters of a batch write. */
export const WriteRows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
