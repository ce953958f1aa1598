import { z } from 'zod';
import type { ApiAddress } from './env.js';

export interface Finding {
  check: string;
  ok: boolean;
  detail: string;
}

const Ready = z.object({
  status: z.string(),
  reasons: z.array(z.string()).default([]),
});

/** Looks at what a user would have to look at: Node's version, the API, its database and its index. */
export async function examine(api: ApiAddress, nodeVersion = process.versions.node): Promise<Finding[]> {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  const recent = major > 20 || (major === 20 && minor >= 19);
  const findings: Finding[] = [
    {
      check: 'node',
      ok: recent,
      detail: recent ? nodeVersion : `${nodeVersion}, but 20.19 or later is needed`,
    },
  ];
  try {
    await fetch(`${api.url}/healthz`, { signal: AbortSignal.timeout(5000) });
    findings.push({ check: 'api', ok: true, detail: `answers at ${api.url} (${api.from})` });
  } catch {
    const detail = `nothing answers at ${api.url} (${api.from}): run \`npm start\`, or set YUANLIU_API_URL`;
    findings.push({ check: 'api', ok: false, detail });
    return findings;
  }
  try {
    const response = await fetch(`${api.url}/readyz`, { signal: AbortSignal.timeout(5000) });
    const { reasons } = Ready.parse(await response.json());
    findings.push({
      check: 'ready',
      ok: response.ok,
      detail: response.ok ? 'database, schema and index' : reasons.join('; '),
    });
  } catch (error) {
    findings.push({
      check: 'ready',
      ok: false,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  return findings;
}
