import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { CallsChart } from './CallsChart';
import styles from './overview.module.css';

/** Calls of all interfaces over the last 30 days as a picture and as a table. */
export function CallsBlock({ days }: { days: OverviewQuery['overview']['callsByDay'] }) {
  const t = useTranslations('overview.calls');
  const format = useFormatter();
  const sum = (of: 'calls' | 'denied') => days.reduce((total, day) => total + day[of], 0);
  return (
    <div className={page.panelBody}>
      <p>
        {t.rich('sentence', {
          calls: format.number(sum('calls')),
          denied: format.number(sum('denied')),
          b: (text) => <b>{text}</b>,
          link: (text) => <Link href={paths.interfaces({ sort: 'CALLS', dir: 'desc' })}>{text}</Link>,
        })}
      </p>
      <CallsChart days={days} words={{ label: t('label'), calls: t('answered'), denied: t('denied') }} />
      <details className={styles.twin}>
        <summary>{t('table')}</summary>
        <div className={styles.short}>
          <table className={`${page.table} ${styles.dense}`}>
            <thead>
              <tr>
                <th scope="col">{t('day')}</th>
                <th scope="col" className={page.number}>
                  {t('calls')}
                </th>
                <th scope="col" className={page.number}>
                  {t('denied')}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, calls, denied }) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  <td className={page.number}>{format.number(calls)}</td>
                  <td className={page.number}>{format.number(denied)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
