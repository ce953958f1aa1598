import { useLocale, useTranslations } from 'next-intl';
import { FileLinks } from '@/ui/FileLinks';
import styles from './catalogue.module.css';
import { type CatalogueParams, exportHref } from './catalogue-params';

/** The whole list as a file, not only the page. */
export function ExportList({ params, count }: { params: CatalogueParams; count: number }) {
  const t = useTranslations('catalogue.export');
  const locale = useLocale();
  if (count === 0) return null;
  return (
    <span className={styles.exports}>
      {t('label', { count })}
      <FileLinks href={(kind) => exportHref(kind, params, locale)} name={(kind) => t(kind)} />
    </span>
  );
}
