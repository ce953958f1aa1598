import { defineRouting } from 'next-intl/routing';

/** Chinese without a prefix, English under /en: a link always shows what its sender saw. */
export const routing = defineRouting({
  locales: ['zh-CN', 'en'],
  defaultLocale: 'zh-CN',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
});

export type Locale = (typeof routing.locales)[number];

/** Request header in which the proxy tells the pages their language. */
export const LOCALE_HEADER = 'x-yuanliu-locale';
