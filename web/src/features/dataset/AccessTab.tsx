import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetAccessQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import styles from './dataset.module.css';
import { PERIODS } from './period';

interface Props {
  id: string;
  days: number;
  from: string;
  to: string;
  answer: NonNullable<DatasetAccessQuery['whoAccessed']>;
}

/** Who read the dataset or anything derived from it lately; the whole story is in the audit. */
export function AccessTab({ id, days, from, to, answer }: Props) {
  const t = useTranslations('dataset.access');
  const format = useFormatter();
  return (
    <section className={page.panel} aria-label={t('label')}>
      <div className={styles.tools}>
        <nav aria-label={t('period')} className={styles.periods}>
          {PERIODS.map((period) => (
            <Link
              key={period}
              href={paths.dataset(id, { tab: 'access', days: String(period) })}
              aria-current={period === days ? 'true' : undefined}
            >
              {t('days', { count: period })}
            </Link>
          ))}
        </nav>
        <p>
          {t.rich('sentence', {
            consumers: format.number(answer.consumerCount),
            calls: format.number(answer.calls),
            rows: format.number(answer.rows),
            b: (text) => <b>{text}</b>,
          })}{' '}
          <Link href={paths.audit({ id, from, to })}>{t('audit')}</Link>
        </p>
      </div>
      {answer.accesses.length === 0 ? (
        <Empty title={t('none')}>{t('noneHelp')}</Empty>
      ) : (
        <div className={page.scroll}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('consumer')}</th>
                <th scope="col">{t('interface')}</th>
                <th scope="col">{t('ring')}</th>
                <th scope="col">{t('authorization')}</th>
                <th scope="col" className={page.number}>
                  {t('calls')}
                </th>
                <th scope="col" className={page.number}>
                  {t('denied')}
                </th>
                <th scope="col" className={page.number}>
                  {t('rows')}
                </th>
                <th scope="col">{t('last')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.accesses.map((access) => (
                <tr
                  key={`${access.consumer.id} ${access.interface.code} ${access.authorization?.code ?? ''}`}
                >
                  <td>
                    <Link href={paths.audit({ mode: 'by', consumer: access.consumer.id, from, to })}>
                      {access.consumer.name}
                    </Link>
                    <p className={page.small}>{access.consumer.operatedBy?.shortName}</p>
                  </td>
                  <td>
                    <Link href={paths.interface(access.interface.code)}>{access.interface.name}</Link>
                  </td>
                  <td>
                    <RingChip ring={access.ring} />
                  </td>
                  <td className={access.authorizedThroughout ? undefined : styles.wrong}>
                    {access.authorization?.code ?? t('withoutAuthorization')}
                    {!access.authorizedThroughout && <p>✕ {t('notThroughout')}</p>}
                  </td>
                  <td className={page.number}>{format.number(access.calls)}</td>
                  <td className={page.number}>{format.number(access.denied)}</td>
                  <td className={page.number}>{format.number(access.rows)}</td>
                  <td className={page.nowrap}>{format.dateTime(new Date(access.lastAt), 'minute')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
