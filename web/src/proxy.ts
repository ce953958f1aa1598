import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/content-security-policy';
import { LOCALE_HEADER, routing } from './lib/i18n/routing';
import { development } from './lib/runtime/env';

/** Tells the pages their language by the path (the rewrite to it is in next.config.ts) and gives each its own nonce. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const locale = routing.locales.find((code) => pathname === `/${code}` || pathname.startsWith(`/${code}/`));
  if (locale === routing.defaultLocale) {
    return NextResponse.redirect(
      new URL(`${pathname.slice(locale.length + 1) || '/'}${search}`, request.url),
    );
  }

  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce, development);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  headers.set(LOCALE_HEADER, locale ?? routing.defaultLocale);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!api/|export/|_next/|icon.svg|favicon.ico).*)'] };
