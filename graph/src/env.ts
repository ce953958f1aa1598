import { z } from 'zod';

const text = z
  .string()
  .optional()
  .transform((v) => (v === '' ? undefined : v));

/** How Neo4j is reached. No user means a server without login. */
export const Neo4jEnv = z.object({
  NEO4J_URI: z
    .string({ error: 'is not set: bolt://host:port of the Neo4j to use' })
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/, 'must begin with bolt:// or neo4j://'),
  NEO4J_USER: text,
  NEO4J_PASSWORD: text,
  NEO4J_DATABASE: text,
});
export type Neo4jEnv = z.infer<typeof Neo4jEnv>;

/** The checked environment, or every fault at once, one a line. */
export function readEnv(
  source: Record<string, string | undefined> = process.env,
): { ok: true; env: Neo4jEnv } | { ok: false; faults: string[] } {
  const parsed = Neo4jEnv.safeParse(source);
  const faults = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`);
  if (Boolean(source.NEO4J_USER) !== Boolean(source.NEO4J_PASSWORD)) {
    faults.push('NEO4J_USER and NEO4J_PASSWORD must be set together or not at all');
  }
  return parsed.success && faults.length === 0 ? { ok: true, env: parsed.data } : { ok: false, faults };
}
