import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import styles from './overview.module.css';

interface Props {
  rows: OverviewQuery['backflowClosure'];
  /** Code of the unit whose own row comes first; null for nobody's. */
  own: string | null;
}

/** Whether what each sub-district reported comes back, in a line each. */
export function BackflowBlock({ rows, own }: Props) {
  const t = useTranslations('overview.backflow');
  const format = useFormatter();
  const percent = (rate: number | null) =>
    rate === null ? '–' : format.number(rate, { style: 'percent', maximumFractionDigits: 1 });
  const reporting = rows
    .filter(({ reportedDatasets }) => reportedDatasets > 0)
    .sort((a, b) => Number(b.department.code === own) - Number(a.department.code === own));
  return (
    <div className={`${page.scroll} ${styles.flush}`}>
      <table className={`${page.table} ${styles.dense}`}>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className={page.number}>
              {t('closure')}
            </th>
            <th scope="col" className={page.number}>
              {t('landed')}
            </th>
            <th scope="col" className={page.number}>
              {t('days')}
            </th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {reporting.map((row) => (
            <tr key={row.department.code} data-own={row.department.code === own || undefined}>
              <th scope="row">
                <Link href={paths.backflow({ unit: row.department.code })}>{row.department.shortName}</Link>
              </th>
              <td className={page.number}>
                {row.returnedDatasets}/{row.reportedDatasets}
              </td>
              <td className={page.number}>{percent(row.landingRate)}</td>
              <td className={page.number}>
                {row.daysToReturn === null
                  ? '–'
                  : format.number(row.daysToReturn, { maximumFractionDigits: 1 })}
              </td>
              <td>
                <span
                  className={styles.state}
                  data-tone={row.broken > 0 ? 'bad' : row.overdue > 0 ? 'warn' : 'good'}
                >
                  {row.broken > 0 ? t('broken') : row.overdue > 0 ? t('overdue') : t('closed')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
