import { useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './import.module.css';
import type { Kind, Report } from './import-job';

/** The first rows of what is added or changed. */
export function SampleTable({ report, kind }: { report: Report; kind: Kind }) {
  const t = useTranslations('import.samples');
  return (
    <section className={page.panel} aria-labelledby="samples">
      <div className={page.panelHead}>
        <h2 id="samples">{t(report.written ? 'done' : 'would', { count: report.samples.length })}</h2>
      </div>
      <div className={`${page.scroll} ${styles.samples}`}>
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t(kind === 'CATALOGUE' ? 'dataset' : 'from')}</th>
              <th scope="col">{t(kind === 'CATALOGUE' ? 'field' : 'to')}</th>
              <th scope="col">{t('about')}</th>
              <th scope="col">{t('place')}</th>
            </tr>
          </thead>
          <tbody>
            {report.samples.map((sample) => (
              <tr key={`${sample.sheet} ${sample.row}`} data-testid="sample">
                <td className={styles.state}>{t(sample.state)}</td>
                <td>
                  <code>{sample.names[0]}</code>
                </td>
                <td>
                  <code>{sample.names[1]}</code>
                </td>
                <td>{sample.about}</td>
                <td className={page.small}>{t('row', { sheet: sample.sheet, row: sample.row })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
