import type { NextRequest } from 'next/server';
import { forward } from '@/lib/api/forward';

type Context = { params: Promise<{ path: string[] }> };

/** Streams an export of the API to the browser, under the same address and with the same permissions. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { path } = await params;
  const target = `/export/${path.map(encodeURIComponent).join('/')}${request.nextUrl.search}`;
  const answer = await forward(target, { method: 'GET', signal: request.signal });
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const name of ['content-type', 'content-disposition', 'x-request-id']) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}
