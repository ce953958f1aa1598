import 'server-only';
import { z } from 'zod';

const Env = z.object({
  /** Base address of the API, without the path. */
  YUANLIU_API_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
});

/** Checks the server's environment once and names every fault together. */
export function readEnv(source: Record<string, string | undefined>): z.infer<typeof Env> {
  const parsed = Env.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new Error(`web: the environment is wrong\n${z.prettifyError(parsed.error)}`);
}

let cached: z.infer<typeof Env> | undefined;

/** The checked environment; read at first use, so that a build needs none. */
export function env(): z.infer<typeof Env> {
  cached ??= readEnv(process.env);
  return cached;
}
