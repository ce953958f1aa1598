import { useLocale, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { ExportLinks } from './ExportLinks';
import styles from './impact.module.css';
import { printHref } from './impact-group';

/** What to do with the whole answer: look at the picture, print it for a meeting, take it away as a file. */
export function ImpactActions({ id }: { id: string }) {
  const t = useTranslations('impact');
  return (
    <div className={styles.actions}>
      <Link href={paths.lineage(id)} prefetch={false}>
        {t('seeLineage')}
      </Link>
      <Link href={printHref(id)} prefetch={false}>
        {t('print')}
      </Link>
      <ExportLinks id={id} group={null} locale={useLocale()} label={t('exportAll')} />
    </div>
  );
}
