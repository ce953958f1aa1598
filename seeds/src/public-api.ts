import { z } from 'zod';

/** What the seeds ask of the API: its public paths, nothing behind them. */
export interface PublicApi {
  postLineage(events: readonly unknown[]): Promise<void>;
  /** Sends lines of NDJSON and returns how many were taken in or known before. */
  postAccessEvents(lines: readonly string[]): Promise<void>;
  query<T extends z.ZodType>(
    document: string,
    variables: Record<string, unknown>,
    shape: T,
  ): Promise<z.infer<T>>;
}

const BatchAnswer = z.looseObject({
  summary: z.looseObject({ received: z.number(), successful: z.number(), failed: z.number() }),
  failed_events: z.array(z.looseObject({ index: z.number(), reason: z.string() })),
});
const AccessAnswer = z.looseObject({
  accepted: z.number(),
  rejected: z.union([z.number(), z.array(z.unknown())]),
});

/** Asks at `base`, with `key` where producers of events need one; a refusal becomes an error with the API's own reason. */
export function connectApi(base: string, key?: string): PublicApi {
  async function post(path: string, contentType: string, body: string): Promise<unknown> {
    const response = await fetch(new URL(path, base), {
      method: 'POST',
      headers: { 'content-type': contentType, ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }

  return {
    async postLineage(events) {
      const answer = BatchAnswer.parse(
        await post('/api/v1/lineage/batch?wait=true', 'application/json', JSON.stringify(events)),
      );
      const [first] = answer.failed_events;
      if (first) {
        throw new Error(
          `${answer.summary.failed} lineage events were refused, first ${first.index}: ${first.reason}`,
        );
      }
    },
    async postAccessEvents(lines) {
      const body = `${lines.join('\n')}\n`;
      const answer = AccessAnswer.parse(await post('/api/v1/access-events', 'application/x-ndjson', body));
      const rejected = Array.isArray(answer.rejected) ? answer.rejected : Array(answer.rejected).fill(null);
      if (rejected.length > 0) {
        throw new Error(
          `${rejected.length} access events were refused, first ${JSON.stringify(rejected[0])}`,
        );
      }
    },
    async query(document, variables, shape) {
      const body = JSON.stringify({ query: document, variables });
      const answer = z
        .looseObject({
          data: z.unknown(),
          errors: z.array(z.looseObject({ message: z.string() })).optional(),
        })
        .parse(await post('/graphql', 'application/json', body));
      if (answer.errors?.[0]) throw new Error(`GraphQL: ${answer.errors[0].message}`);
      return shape.parse(answer.data);
    },
  };
}
