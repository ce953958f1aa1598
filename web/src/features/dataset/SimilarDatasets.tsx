import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetFieldsQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import styles from './similar.module.css';

type DatasetNode = Extract<NonNullable<DatasetFieldsQuery['node']>, { similar: unknown }>;

const NAMED = 6;

/** 可复用: the same fields elsewhere, on what terms, and who uses them already; one may compare. */
export function SimilarDatasets({ dataset, rows }: { dataset: string; rows: DatasetNode['similar'] }) {
  const t = useTranslations('dataset.similar');
  const ui = useTranslations('ui');
  const format = useFormatter();
  if (rows.length === 0) return null;
  return (
    <section className={page.panel} aria-labelledby="similar">
      <div className={page.panelHead}>
        <h2 id="similar">{t('title')}</h2>
        <span className={page.small}>{t('hint')}</span>
      </div>
      <ul className={styles.similar}>
        {rows.map(({ dataset: other, titles, direct }) => (
          <li key={other.id}>
            <p>
              <GradeChip grade={other.grade} /> <Link href={paths.dataset(other.id)}>{other.title}</Link>{' '}
              {direct && <span className={styles.tag}>{t('direct')}</span>}
            </p>
            <p className={page.small}>
              {[
                other.provider?.shortName,
                ui(`sharing.${other.sharingType ?? 'unknown'}`),
                t('users', { count: other.consumerCount }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className={page.small}>
              {t('shared', {
                count: titles.length,
                names: format.list(titles.slice(0, NAMED), { type: 'conjunction', style: 'narrow' }),
              })}
              {titles.length > NAMED && ` ${t('more')}`}
            </p>
            <Link href={paths.compare([dataset, other.id])} className={styles.compare}>
              {t('compare')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
