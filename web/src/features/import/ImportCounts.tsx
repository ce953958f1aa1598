import { useFormatter, useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './import.module.css';
import type { Report } from './import-job';

const PARTS = ['datasets', 'fields', 'gradings', 'edges'] as const;
const COUNTS = ['created', 'changed', 'unchanged'] as const;

/** What is added, changed and left as it is, by kind of thing. */
export function ImportCounts({ report }: { report: Report }) {
  const t = useTranslations('import.counts');
  const format = useFormatter();
  const parts = PARTS.filter((part) => COUNTS.some((count) => report[part][count] > 0));
  if (parts.length === 0) return null;
  return (
    <table className={`${page.table} ${styles.counts}`}>
      <caption className={styles.caption}>{t(report.written ? 'done' : 'would')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('what')}</th>
          {COUNTS.map((count) => (
            <th key={count} scope="col" className={page.number}>
              {t(count)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part} data-testid={`count-${part}`}>
            <th scope="row">{t(part)}</th>
            {COUNTS.map((count) => (
              <td key={count} className={page.number}>
                {format.number(report[part][count])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
