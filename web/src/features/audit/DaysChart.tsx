import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './audit.module.css';
import { holdsOn } from './coverage';
import { barsWidth, type Day, DayBars } from './DayBars';
import { daysOf } from './period';

interface Props {
  days: Day[];
  from: string;
  to: string;
  /** Days on which it does not hold are marked. */
  grant: { validFrom: string; validTo: string } | null;
}

/** Calls day by day as bars with their legend, and the same as a table. */
export function DaysChart({ days, from, to, grant }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const peak = days.reduce<Day | null>((best, day) => (best && best.calls >= day.calls ? best : day), null);
  if (!peak) return null;
  const outside = daysOf(from, to).some((day) => !holdsOn(grant, day));
  return (
    <figure className={styles.days}>
      <DayBars days={days} from={from} to={to} grant={grant} />
      <figcaption>
        <span className={styles.ends} style={{ width: barsWidth(from, to) }}>
          <span>{from}</span>
          <span>{to}</span>
        </span>
        {t('daysCaption', { count: days.length, peak: peak.day, calls: format.number(peak.calls) })}
        <span className={styles.key} data-key="answered">
          {t('key.answered')}
        </span>
        <span className={styles.key} data-key="refused">
          {t('key.refused')}
        </span>
        {outside && (
          <span className={styles.key} data-key="outside">
            {t('key.outside')}
          </span>
        )}
      </figcaption>
      <details>
        <summary>{t('daysTable')}</summary>
        <div className={styles.dayTable}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('day')}</th>
                <th scope="col" className={page.number}>
                  {t('calls')}
                </th>
                <th scope="col" className={page.number}>
                  {t('refused')}
                </th>
                <th scope="col" className={page.number}>
                  {t('rows')}
                </th>
                <th scope="col">{t('authorization')}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, calls, denied, rows }) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  <td className={page.number}>{format.number(calls)}</td>
                  <td className={page.number}>{format.number(denied)}</td>
                  <td className={page.number}>{format.number(rows)}</td>
                  <td>{holdsOn(grant, day) ? `✓ ${t('held')}` : `✕ ${t('notHeld')}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
