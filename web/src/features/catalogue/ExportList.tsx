import { useLocale, useTranslations } from 'next-intl';
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
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={exportHref(format, params, locale)} download aria-label={t(format)}>
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
