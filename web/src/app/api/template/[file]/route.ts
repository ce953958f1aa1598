import type { NextRequest } from 'next/server';
import { forward } from '@/lib/api/forward';
import { passOn } from '@/lib/api/pass-on';

type Context = { params: Promise<{ file: string }> };

/** The workbooks that people fill in. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const target = `/template/${encodeURIComponent((await params).file)}${request.nextUrl.search}`;
  return passOn(await forward(target, { method: 'GET', signal: request.signal }));
}
