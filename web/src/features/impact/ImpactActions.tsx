import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './impact.module.css';
import { printHref } from './impact-group';

/** Other ways to look at the same answer: the picture, and paper for a meeting. */
export function ImpactActions({ id }: { id: string }) {
  const t = useTranslations('impact');
  return (
    <div className={styles.actions}>
      <Link href={paths.lineage(id)}>{t('seeLineage')}</Link>
      <Link href={printHref(id)}>{t('print')}</Link>
    </div>
  );
}
