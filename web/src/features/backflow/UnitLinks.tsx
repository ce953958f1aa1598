import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import styles from './backflow.module.css';
import { DeliveryMark } from './DeliveryMark';
import { LinkState } from './LinkState';
import type { Closure } from './units';

/** The links that serve a unit, each with how its latest delivery went. */
export function UnitLinks({ row }: { row: Closure }) {
  const t = useTranslations('backflow.links');
  const ui = useTranslations('ui.frequency');
  const format = useFormatter();
  const percent = (value: number | null) =>
    value === null ? '–' : format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  if (row.links.length === 0) return <p className={styles.noLinks}>{t('none')}</p>;
  return (
    <table
      className={`${page.table} ${styles.inner}`}
      aria-label={t('label', { name: row.department.shortName })}
    >
      <thead>
        <tr>
          <th scope="col">{t('link')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('way')}</th>
          <th scope="col">{t('cadence')}</th>
          <th scope="col">{t('latest')}</th>
          <th scope="col" className={page.number}>
            {t('onTime')}
          </th>
          <th scope="col" className={page.number}>
            {t('landing')}
          </th>
        </tr>
      </thead>
      <tbody>
        {row.links.map((link) => {
          const [delivery] = link.deliveries;
          return (
            <tr key={link.code} data-testid="link" data-code={link.code}>
              <td>
                <Link href={paths.backflowLink(link.code)} className={page.strong}>
                  {link.name}
                </Link>
              </td>
              <td>
                <LinkState state={link.state} />
              </td>
              <td>
                <Link href={paths.dataset(link.from.id)}>{link.from.title}</Link>
                {' → '}
                <Link href={paths.dataset(link.to.id)}>{link.to.title}</Link>
              </td>
              <td>{ui(link.cadence)}</td>
              <td className={page.nowrap}>
                {delivery ? (
                  <>
                    <DeliveryMark delivery={delivery} />{' '}
                    <span className={page.small}>
                      {delivery.landedAt
                        ? t('landedOn', { day: format.dateTime(new Date(delivery.landedAt), 'day') })
                        : t('dueOn', { day: format.dateTime(new Date(delivery.dueOn), 'day') })}
                    </span>
                  </>
                ) : (
                  t('never')
                )}
              </td>
              <td className={page.number}>{percent(link.onTimeRate)}</td>
              <td className={page.number}>{percent(link.landingRate)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
