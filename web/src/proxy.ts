import { NextRequest } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { contentSecurityPolicy } from './lib/content-security-policy';
import { routing } from './lib/i18n/routing';
import { development } from './lib/runtime/env';

const localise = createMiddleware(routing);

/** Chooses the language by the path and gives each page its own nonce. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, development);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = localise(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!api/|export/|_next/|.*\\.[a-z0-9]+$).*)'] };
