import { type Neo4jEnv, readEnv } from '@yuanliu/graph';
import { z } from 'zod';
import { shanghaiMidnight } from './calendar.js';

const SeedEnv = z.object({
  SEED: z
    .string()
    .optional()
    .transform((v) => v || 'changning'),
  YUANLIU_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http address of the API' })
    .default('http://127.0.0.1:4000'),
  /** Keys of the API for producers of events: the first is sent. */
  YUANLIU_INGEST_KEYS: z
    .string()
    .optional()
    .transform((v) => v?.split(',')[0]?.trim() || undefined),
  /** The day that the demonstration ends on; default today. */
  SEED_NOW: z
    .string()
    .optional()
    .transform((v, context) => {
      const at = v ? Date.parse(v.length === 10 ? `${v}T00:00:00+08:00` : v) : Date.now();
      if (Number.isNaN(at))
        context.addIssue({ code: 'custom', message: 'must be a day or an ISO 8601 time' });
      return shanghaiMidnight(at);
    }),
});
export type SeedEnv = z.infer<typeof SeedEnv> & Neo4jEnv;

/** The checked environment, or every fault at once, one a line. */
export function readSeedEnv(
  source: Record<string, string | undefined> = process.env,
): { ok: true; env: SeedEnv } | { ok: false; faults: string[] } {
  const own = SeedEnv.safeParse(source);
  const neo4j = readEnv(source);
  if (own.success && neo4j.ok) return { ok: true, env: { ...own.data, ...neo4j.env } };
  const faults = own.error?.issues.map((i) => `${i.path.join('.')} ${i.message}`) ?? [];
  return { ok: false, faults: [...faults, ...(neo4j.ok ? [] : neo4j.faults)] };
}
