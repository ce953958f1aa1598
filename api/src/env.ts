import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true');

const Environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    API_PORT: z.coerce.number().int().min(0).max(65535).default(4000),
    /** Loopback by default: nothing but the web server of this machine reaches the API. */
    API_HOST: z.string().min(1).default('127.0.0.1'),
    /** Introspection; by default only outside production. */
    API_INTROSPECTION: flag.optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    NEO4J_URI: z.string({ error: 'is not set: bolt://host:port of the Neo4j to use' }),
    NEO4J_USER: z.string().optional(),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().optional(),
    YUANLIU_HOME: z.string().optional(),
    XDG_DATA_HOME: z.string().optional(),
    /** Keys that producers of events may send (Authorization: Bearer), separated by commas; none set = no key asked. */
    YUANLIU_INGEST_KEYS: z
      .string()
      .optional()
      .transform((v) =>
        (v ?? '')
          .split(',')
          .map((key) => key.trim())
          .filter((key) => key !== ''),
      )
      .pipe(z.array(z.string().min(16, 'each key needs at least 16 characters'))),
    /** Threads that answer questions about lineage. */
    YUANLIU_INDEX_WORKERS: z.coerce.number().int().min(1).max(64).default(2),
    /** So long such a question may take; then it gives what it has and says so. */
    YUANLIU_QUESTION_DEADLINE_MS: z.coerce.number().int().min(10).max(600_000).default(10_000),
  })
  .check(({ value: env, issues }) => {
    const fault = (name: string, message: string) =>
      issues.push({ code: 'custom', message, path: [name], input: undefined });
    if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/.test(env.NEO4J_URI)) {
      fault('NEO4J_URI', 'must begin with bolt:// or neo4j://');
    }
    if (env.NEO4J_USER && !env.NEO4J_PASSWORD) fault('NEO4J_PASSWORD', 'must be set with NEO4J_USER');
    if (env.NEO4J_PASSWORD && !env.NEO4J_USER) fault('NEO4J_USER', 'must be set with NEO4J_PASSWORD');
  })
  .transform((env) => ({
    production: env.NODE_ENV === 'production',
    port: env.API_PORT,
    host: env.API_HOST,
    introspection: env.API_INTROSPECTION ?? env.NODE_ENV !== 'production',
    logLevel: env.LOG_LEVEL,
    home: resolve(
      env.YUANLIU_HOME ?? join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'yuanliu'),
    ),
    ingestKeys: env.YUANLIU_INGEST_KEYS,
    index: { threads: env.YUANLIU_INDEX_WORKERS, deadlineMs: env.YUANLIU_QUESTION_DEADLINE_MS },
    neo4j: {
      uri: env.NEO4J_URI,
      user: env.NEO4J_USER,
      password: env.NEO4J_PASSWORD,
      database: env.NEO4J_DATABASE,
    },
  }));

export type Env = z.infer<typeof Environment>;

/** Checks the environment once; all faults together, each as `NAME: what is wrong`. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env | { faults: string[] } {
  // An empty variable is one that is not set: `NEO4J_URI=` in an .env file means "the default".
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (parsed.success) return parsed.data;
  return { faults: parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`) };
}
