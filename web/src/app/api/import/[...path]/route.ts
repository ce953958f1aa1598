import type { NextRequest } from 'next/server';
import { forward } from '@/lib/api/forward';
import { passOn } from '@/lib/api/pass-on';
import { isSameOrigin } from '@/lib/api/same-origin';

type Context = { params: Promise<{ path: string[] }> };

const target = async (request: NextRequest, { params }: Context) =>
  `/import/${(await params).path.map(encodeURIComponent).join('/')}${request.nextUrl.search}`;

/** How far an import is, and the marked copy of its file. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return passOn(await forward(await target(request, context), { method: 'GET', signal: request.signal }));
}

/** Hands a file on to the API as it comes, without keeping it; from our own pages only. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isSameOrigin(request))
    return Response.json({ errors: [{ message: 'Send files from the same origin' }] }, { status: 403 });
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: request.body,
    duplex: 'half',
    signal: request.signal,
    headers: { 'content-type': request.headers.get('content-type') ?? 'application/octet-stream' },
  };
  return passOn(await forward(await target(request, context), init));
}
