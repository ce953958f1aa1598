import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import type { Day, Hour } from './CallsSection';
import styles from './detail.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The pictures in numbers: one row a day, one column an hour; calls outside the window carry a sign. */
export function CallTables({ days, hours }: { days: Day[]; hours: Hour[] }) {
  const t = useTranslations('interfaces.calls');
  const format = useFormatter();
  const cells = new Map(hours.map((hour) => [`${hour.day}.${hour.hour}`, hour]));
  return (
    <details className={styles.twin}>
      <summary>{t('asTable')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={page.scroll} aria-label={t('tableLabel')} tabIndex={0}>
        <table className={`${page.table} ${styles.matrix}`}>
          <caption className="visually-hidden">{t('tableLabel')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col" className={page.number}>
                {t('total')}
              </th>
              <th scope="col" className={page.number}>
                {t('denied')}
              </th>
              <th scope="col" className={page.number}>
                {t('rows')}
              </th>
              {HOURS.map((hour) => (
                <th key={hour} scope="col" className={page.number}>
                  {String(hour).padStart(2, '0')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map((day) => (
              <tr key={day.day}>
                <th scope="row">{day.day}</th>
                <td className={page.number}>{format.number(day.calls)}</td>
                <td className={page.number}>{format.number(day.denied)}</td>
                <td className={page.number}>{format.number(day.rows)}</td>
                {HOURS.map((hour) => {
                  const cell = cells.get(`${day.day}.${hour}`);
                  return (
                    <td key={hour} className={page.number} data-outside={cell?.outsideWindow}>
                      {cell ? `${format.number(cell.calls)}${cell.outsideWindow ? '!' : ''}` : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
