import { useTranslations } from 'next-intl';
import type { CatalogueSearchQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './catalogue.module.css';
import { type CatalogueParams, MOST_PICKED, toHref, picked as turned } from './catalogue-params';

interface Props {
  params: CatalogueParams;
  picked: CatalogueSearchQuery['picked'];
}

/** What was chosen for comparison, wherever one is in the list. */
export function CompareTray({ params, picked }: Props) {
  const t = useTranslations('catalogue.compare');
  const datasets = picked.flatMap((node) => (node?.__typename === 'Dataset' ? [node] : []));
  if (datasets.length === 0) return null;
  return (
    <section className={styles.tray} aria-label={t('tray')}>
      <strong>{t('title', { count: datasets.length, most: MOST_PICKED })}</strong>
      <ul>
        {datasets.map(({ id, title }) => (
          <li key={id}>
            {title}
            <Link href={toHref(turned(params, id))} scroll={false} aria-label={t('takeOutOf', { title })}>
              ✕
            </Link>
          </li>
        ))}
      </ul>
      {datasets.length > 1 ? (
        <Link className={styles.go} href={paths.compare(datasets.map(({ id }) => id))}>
          {t('go')}
        </Link>
      ) : (
        <span>{t('oneMore')}</span>
      )}
      <Link href={toHref({ ...params, pick: [] })} scroll={false}>
        {t('clear')}
      </Link>
    </section>
  );
}
