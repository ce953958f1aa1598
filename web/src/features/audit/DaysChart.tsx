import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './audit.module.css';
import { holdsOn } from './coverage';
import { daysOf } from './period';

interface Day {
  day: string;
  calls: number;
  denied: number;
  rows: number;
}

interface Props {
  days: Day[];
  from: string;
  to: string;
  /** Days on which it does not hold are marked. */
  grant: { validFrom: string; validTo: string } | null;
}

const HEIGHT = 44;
const WIDTH = 640;

/** Calls day by day: answered ones, refused ones on top, days outside the authorisation behind; the same as a table. */
export function DaysChart({ days, from, to, grant }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const span = daysOf(from, to);
  const step = Math.max(1.5, Math.min(14, WIDTH / span.length));
  const bar = Math.max(1, step * 0.72);
  const known = new Map(days.map((day) => [day.day, day]));
  const most = Math.max(1, ...days.map((day) => day.calls));
  const peak = days.reduce<Day | null>((best, day) => (best && best.calls >= day.calls ? best : day), null);
  if (!peak) return null;
  const scale = (count: number) => (count / most) * (HEIGHT - 2);
  return (
    <figure className={styles.days}>
      <svg
        width={span.length * step}
        height={HEIGHT}
        role="img"
        aria-label={t('daysLabel', { count: days.length })}
      >
        {span.map((day, index) => {
          const seen = known.get(day);
          const x = index * step;
          const answered = seen ? scale(seen.calls - seen.denied) : 0;
          const denied = seen ? scale(seen.denied) : 0;
          return (
            <g key={day}>
              {!holdsOn(grant, day) && <rect x={x} width={step} height={HEIGHT} fill="var(--bad-fill)" />}
              <rect x={x} y={HEIGHT - 1} width={bar} height={1} fill="var(--border)" />
              {seen && (
                <>
                  <title>{t('dayTitle', { day, calls: seen.calls, denied: seen.denied })}</title>
                  <rect x={x} y={HEIGHT - answered} width={bar} height={answered} fill="var(--edge-direct)" />
                  <rect x={x} y={HEIGHT - answered - denied} width={bar} height={denied} fill="var(--bad)" />
                </>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>
        <span className={styles.ends} style={{ width: span.length * step }}>
          <span>{from}</span>
          <span>{to}</span>
        </span>
        {t('daysCaption', { count: days.length, peak: peak.day, calls: format.number(peak.calls) })}
        {span.some((day) => !holdsOn(grant, day)) && ` · ${t('daysOutside')}`}
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
