'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { leadsElsewhere, onNavigation } from '@/lib/navigation-starts';
import styles from './progress.module.css';

/** A line at the top while the next page is on its way, seen when that takes longer than 300 ms. */
export function NavigationProgress() {
  const t = useTranslations('ui');
  const view = `${usePathname()}?${useSearchParams()}`;
  const [under, setUnder] = useState<string | null>(null);
  useEffect(() => {
    // Arrived: coming back to the same view later must not show the line of then.
    setUnder(null);
    return onNavigation(({ address }) => {
      // Along the history the address has changed already, and the page is there at once.
      if (leadsElsewhere(address, location.href)) setUnder(view);
    });
  }, [view]);
  if (under !== view) return null;
  return (
    <div className={styles.progress} role="status">
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  );
}
