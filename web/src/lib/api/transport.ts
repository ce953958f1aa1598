import { z } from 'zod';
import { ApiError, ApiUnavailable } from './errors';
import type { TypedDocumentString } from './gql/graphql';

const Answer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
});

export type Variables<V> = V extends Record<string, never> ? [] : [variables: V];

export interface Target {
  url: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Sends one document and gives its data; ApiUnavailable when nobody answers, ApiError when the answer holds errors. */
export async function send<R, V>(
  target: Target,
  document: TypedDocumentString<R, V>,
  variables?: V,
): Promise<R> {
  let response: Response;
  try {
    response = await fetch(target.url, {
      method: 'POST',
      cache: 'no-store',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...target.headers,
      },
      body: JSON.stringify({ query: document.toString(), variables: variables ?? {} }),
      signal: target.signal,
    });
  } catch (cause) {
    if (target.signal?.aborted) throw cause;
    throw new ApiUnavailable('The API does not answer', { cause });
  }
  if (response.status >= 502 && response.status <= 504) throw new ApiUnavailable('The API does not answer');
  const parsed = Answer.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new ApiUnavailable(`The API answered ${response.status} without GraphQL`);
  const { data, errors } = parsed.data;
  if (errors?.length || data === undefined || data === null) {
    const first = errors?.[0];
    const id = first?.extensions?.requestId ?? response.headers.get('x-request-id');
    if (first?.extensions?.code === 'UNAVAILABLE') throw new ApiUnavailable(first.message);
    throw new ApiError(first?.message ?? 'The API answered without data', typeof id === 'string' ? id : null);
  }
  return data as R;
}
