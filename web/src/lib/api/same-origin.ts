import type { NextRequest } from 'next/server';

/** Whether a request that changes something comes from one of our own pages. */
export function isSameOrigin(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}
