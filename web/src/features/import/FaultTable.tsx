import { useFormatter, useLocale, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './import.module.css';
import type { Report } from './import-job';
import { markedHref } from './import-requests';

/** Every fault with its place, what is wrong and what to do; more than are listed are in the marked copy. */
export function FaultTable({ token, report }: { token: string; report: Report }) {
  const t = useTranslations('import.faults');
  const locale = useLocale();
  const format = useFormatter();
  const all = report.faults + report.notices;
  return (
    <section className={page.panel} aria-labelledby="faults">
      <div className={page.panelHead}>
        <h2 id="faults">{t('title')}</h2>
        <span className={page.small}>
          {t('total', { faults: report.faults, notices: report.notices })}
          {all > report.list.length && t('first', { count: report.list.length })}
        </span>
        {report.format !== null && (
          <a href={markedHref(token, locale)} download className={styles.marked}>
            {t('marked')}
          </a>
        )}
      </div>
      {report.byRule.length > 1 && (
        <ul className={styles.rules}>
          {report.byRule.map(({ rule, what, count }) => (
            <li key={rule}>
              {what} <strong>{format.number(count)}</strong>
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={`${page.scroll} ${styles.list}`} tabIndex={0} aria-label={t('title')}>
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('value')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('todo')}</th>
            </tr>
          </thead>
          <tbody>
            {report.list.map((fault, index) => (
              <tr key={index} data-testid="fault" data-rule={fault.rule}>
                <td className={page.nowrap}>{fault.place === '' ? t('wholeFile') : fault.place}</td>
                <td className={styles.value}>{fault.value}</td>
                <td className={styles.what} data-notice={fault.notice}>
                  {fault.what}
                </td>
                <td>{fault.todo}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
