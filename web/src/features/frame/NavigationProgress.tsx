'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { leadsElsewhere, NAVIGATION_STARTS } from '@/lib/navigation-starts';
import styles from './progress.module.css';

/** A line at the top while the next page is on its way, seen when that takes longer than 300 ms. */
export function NavigationProgress() {
  const t = useTranslations('ui');
  const view = `${usePathname()}?${useSearchParams()}`;
  const [under, setUnder] = useState<string | null>(null);
  useEffect(() => {
    const onStart = (event: Event) => {
      const target = event instanceof CustomEvent ? String(event.detail) : '';
      // Going back the address has changed already; the page comes all the same.
      if (leadsElsewhere(target, location.href)) setUnder(view);
    };
    window.addEventListener(NAVIGATION_STARTS, onStart);
    return () => window.removeEventListener(NAVIGATION_STARTS, onStart);
  }, [view]);
  if (under !== view) return null;
  return (
    <div className={styles.progress} role="status">
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  );
}
