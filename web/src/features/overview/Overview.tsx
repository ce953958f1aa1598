import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import styles from './overview.module.css';

const COUNTS = [
  ['datasetCount', '/catalogue'],
  ['fieldCount', '/catalogue?kind=FIELD'],
  ['interfaceCount', '/catalogue?kind=INTERFACE'],
  ['departmentCount', '/catalogue?kind=DEPARTMENT'],
] as const;
const PLAIN = [
  'libraryCount',
  'jobCount',
  'consumerCount',
  'authorizationCount',
  'backflowLinkCount',
] as const;
const TASKS = [
  ['catalogue', '/catalogue'],
  ['lineage', '/lineage'],
  ['impact', '/impact'],
  ['audit', '/audit'],
] as const;

/** How the whole is, in numbers that lead to their lists, and the four questions one can ask. */
export function Overview({ data }: { data: OverviewQuery['catalogue'] }) {
  const t = useTranslations('overview');
  const format = useFormatter();
  const graded = data.fieldsByGrade;
  const most = Math.max(1, ...graded.map((row) => row.fieldCount));
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('version', { version: data.snapshotVersion })}</span>
      </header>
      <div className={styles.counts}>
        {COUNTS.map(([key, href]) => (
          <Link key={key} href={href} className={styles.count}>
            <strong>{format.number(data[key])}</strong>
            <span>{t(key)}</span>
          </Link>
        ))}
        {PLAIN.map((key) => (
          <div key={key} className={styles.count}>
            <strong>{format.number(data[key])}</strong>
            <span>{t(key)}</span>
          </div>
        ))}
      </div>
      <div className={styles.columns}>
        <section className={page.panel}>
          <div className={page.panelHead}>
            <h2>{t('byGrade')}</h2>
          </div>
          <ul className={styles.bars}>
            {graded.map(({ grade, fieldCount }) => (
              <li key={grade ?? 'none'}>
                <Link
                  href={paths.catalogue(grade ? { kind: 'FIELD', grade } : { kind: 'FIELD', grade: 'NONE' })}
                >
                  <GradeChip grade={grade} />
                  <span className={styles.track}>
                    <span
                      className={styles.bar}
                      data-grade={grade ?? 'none'}
                      style={{ width: `${(fieldCount / most) * 100}%` }}
                    />
                  </span>
                  <b>{format.number(fieldCount)}</b>
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <section className={page.panel}>
          <div className={page.panelHead}>
            <h2>{t('tasks')}</h2>
          </div>
          <ul className={styles.tasks}>
            {TASKS.map(([key, href]) => (
              <li key={key}>
                <Link href={href}>
                  <strong>{t(`task.${key}.title`)}</strong>
                  <span>{t(`task.${key}.text`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
