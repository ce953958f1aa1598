'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './print.module.css';

/** Above the paper on the screen, never on it. */
export function PrintButton({ id }: { id: string }) {
  const t = useTranslations('impact.paper');
  return (
    <nav className={styles.bar} aria-label={t('bar')}>
      <Link href={paths.impact(id)}>← {t('back')}</Link>
      <span>{t('hint')}</span>
      <button type="button" onClick={() => window.print()}>
        {t('print')}
      </button>
    </nav>
  );
}
