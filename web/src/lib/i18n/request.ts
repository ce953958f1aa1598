import { headers } from 'next/headers';
import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { formats } from './formats';
import { LOCALE_HEADER, routing } from './routing';

export default getRequestConfig(async () => {
  const requested = (await headers()).get(LOCALE_HEADER);
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  return {
    locale,
    formats,
    timeZone: 'Asia/Shanghai',
    messages: (await import(`../../../messages/${locale}.json`)).default,
  };
});
