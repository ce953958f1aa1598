import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

// Nothing about this machine leaves it.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const withNextIntl = createNextIntlPlugin('./src/lib/i18n/request.ts');

/** Headers that hold for every response; the content security policy needs a nonce and is set in src/proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Chinese has no prefix. A rewrite in the proxy would leave the server when it is bound to 127.0.0.1,
  // because Next calls that address localhost there.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/zh-CN' },
      {
        source: '/:path((?!(?:en|zh-CN|api|export|_next)(?:/|$)|icon.svg|favicon.ico).*)',
        destination: '/zh-CN/:path',
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [{ source: '/:path*', headers }],
};

export default withNextIntl(config);
