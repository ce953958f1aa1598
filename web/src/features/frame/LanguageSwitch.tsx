'use client';

import { useSearchParams } from 'next/navigation';
import { usePathname } from '@/lib/i18n/navigation';
import styles from './frame.module.css';

/** A plain link to the same view in the other language, so it can be copied and opened elsewhere. */
export function LanguageSwitch({ locale }: { locale: string }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const other =
    locale === 'en'
      ? { code: 'zh-CN', prefix: '', name: '中文' }
      : { code: 'en', prefix: '/en', name: 'English' };
  const target = `${other.prefix}${path === '/' && other.prefix ? '' : path}${query ? `?${query}` : ''}`;
  return (
    <a
      className={styles.language}
      href={target}
      hrefLang={other.code}
      lang={other.code}
      // The server does not know the mark within the page.
      onClick={(event) => {
        event.currentTarget.href = target + location.hash;
      }}
    >
      {other.name}
    </a>
  );
}
