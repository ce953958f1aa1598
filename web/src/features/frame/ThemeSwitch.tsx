'use client';

import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { THEME_COOKIE, type ThemeMode } from '@/lib/theme-mode';
import styles from './frame.module.css';

/** Turns the page dark or light; before the first choice the browser's own preference is taken over. */
export function ThemeSwitch({ mode }: { mode: ThemeMode }) {
  const t = useTranslations('frame.theme');
  const router = useRouter();
  const other: ThemeMode = mode === 'dark' ? 'light' : 'dark';
  const wear = useCallback(
    (next: ThemeMode) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
      document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
      document.documentElement.dataset.theme = next;
      router.refresh();
    },
    [router],
  );
  useEffect(() => {
    const chosen = document.cookie.includes(`${THEME_COOKIE}=`);
    if (!chosen && window.matchMedia('(prefers-color-scheme: dark)').matches) wear('dark');
  }, [wear]);
  return (
    <button
      type="button"
      className={styles.icon}
      onClick={() => wear(other)}
      aria-label={t(other)}
      title={t(other)}
    >
      {other === 'dark' ? <MoonOutlined aria-hidden="true" /> : <SunOutlined aria-hidden="true" />}
    </button>
  );
}
