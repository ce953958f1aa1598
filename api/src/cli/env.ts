import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const CliEnv = z.object({
  YUANLIU_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional(),
  YUANLIU_HOME: z.string().optional(),
  XDG_DATA_HOME: z.string().optional(),
});

/** The key to send events with: the first that the API may be configured with; undefined when none is. */
export const ingestKey = (source: NodeJS.ProcessEnv = process.env): string | undefined =>
  source.YUANLIU_INGEST_KEYS?.split(',')[0]?.trim() || undefined;

const State = z.object({ api: z.url() });

export interface ApiAddress {
  url: string;
  /** Why this address: to say when nothing answers there. */
  from: string;
}

/**
 * Where the API is: YUANLIU_API_URL, else what the running home wrote down, else the default port of this
 * machine. Throws with every fault of the environment.
 */
export function findApi(source: NodeJS.ProcessEnv = process.env): ApiAddress {
  const env = CliEnv.safeParse(Object.fromEntries(Object.entries(source).filter(([, v]) => v !== '')));
  if (!env.success)
    throw new Error(env.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('\n'));
  const { YUANLIU_API_URL, YUANLIU_HOME, XDG_DATA_HOME } = env.data;
  if (YUANLIU_API_URL) return { url: YUANLIU_API_URL.replace(/\/+$/, ''), from: 'YUANLIU_API_URL' };
  const home = resolve(YUANLIU_HOME ?? join(XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'yuanliu'));
  const file = join(home, 'run', 'state.json');
  try {
    return { url: State.parse(JSON.parse(readFileSync(file, 'utf8'))).api.replace(/\/+$/, ''), from: file };
  } catch {
    return { url: 'http://127.0.0.1:4000', from: 'the default' };
  }
}
