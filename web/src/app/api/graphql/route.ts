import type { NextRequest } from 'next/server';
import { forward } from '@/lib/api/forward';
import { readLimited } from '@/lib/read-limited';

const LIMIT = 64 * 1024;

/** The browser's way to the API: same origin, so that no other page can use it, and small questions only. */
export async function POST(request: NextRequest): Promise<Response> {
  const refuse = (status: number, message: string) => Response.json({ errors: [{ message }] }, { status });
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return refuse(415, 'Send application/json');
  }
  const origin = request.headers.get('origin');
  if (origin && (!URL.canParse(origin) || new URL(origin).host !== request.headers.get('host'))) {
    return refuse(403, 'Ask from the same origin');
  }
  const body = await readLimited(request.body, LIMIT);
  if (body === null) return refuse(413, `A question is at most ${LIMIT} bytes`);
  const answer = await forward('/graphql', {
    method: 'POST',
    body,
    signal: request.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
  });
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const name of ['content-type', 'x-request-id', 'retry-after']) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
