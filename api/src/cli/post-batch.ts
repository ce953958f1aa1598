import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ingestKey } from './env.js';

const BatchAnswer = z.object({
  failed_events: z.array(z.object({ index: z.number().int(), reason: z.string() })),
});
const ErrorAnswer = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) });

const TRIES = 4;

/** Faults of a batch by the event's place in it, once the rest is in the graph. Throws when no answer can be had. */
export async function postBatch(api: string, events: readonly unknown[]): Promise<Map<number, string>> {
  const response = await post(`${api}/api/v1/lineage/batch?wait=true`, JSON.stringify(events));
  if (response.ok) {
    const answer = BatchAnswer.parse(await response.json());
    return new Map(answer.failed_events.map((f) => [f.index, f.reason]));
  }
  if (response.status === 413 && events.length > 1) {
    const half = Math.ceil(events.length / 2);
    const head = await postBatch(api, events.slice(0, half));
    const tail = await postBatch(api, events.slice(half));
    return new Map([...head, ...[...tail].map(([i, reason]) => [i + half, reason] as const)]);
  }
  const reason = await reasonOf(response);
  if (response.status === 413) return new Map([[0, reason]]);
  throw new Error(`the API answered ${response.status}: ${reason}`);
}

/** Tries again while the API is not reachable or not ready; other answers are final. */
async function post(url: string, body: string): Promise<Response> {
  const key = ingestKey();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body,
      });
      if (attempt === TRIES || ![502, 503, 504].includes(response.status)) return response;
      await response.body?.cancel();
    } catch (error) {
      if (attempt === TRIES) throw new Error(`nothing answers at ${new URL(url).origin}`, { cause: error });
    }
    await sleep(300 * 2 ** attempt);
  }
}

async function reasonOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return ErrorAnswer.parse(JSON.parse(text))
      .errors.map((e) => (e.path ? `${e.path}: ${e.message}` : e.message))
      .join('; ');
  } catch {
    return text.slice(0, 200) || 'no reason given';
  }
}
