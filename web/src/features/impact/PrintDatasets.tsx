import { useFormatter, useTranslations } from 'next-intl';
import { GradeChip } from '@/ui/grade-chip';
import type { Datasets } from './DatasetList';
import styles from './print.module.css';

/** The datasets that hold something of it, nearest first; says how many there are when not all fit. */
export function PrintDatasets({ datasets }: { datasets: Datasets }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const p = useTranslations('impact.paper');
  const format = useFormatter();
  const left = datasets.totalCount - datasets.edges.length;
  return (
    <section>
      <h2>{p('datasets', { count: datasets.totalCount })}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('dataset')}</th>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('library')}</th>
            <th scope="col">{t('layer')}</th>
            <th scope="col">{t('datasetGrade')}</th>
            <th scope="col">{t('ring')}</th>
            <th scope="col">{t('distance')}</th>
            <th scope="col">{t('affectedFields')}</th>
          </tr>
        </thead>
        <tbody>
          {datasets.edges.map(({ node: { dataset, ring, distance, fieldCount } }) => (
            <tr key={dataset.id}>
              <th scope="row">{dataset.title}</th>
              <td>{dataset.provider?.shortName}</td>
              <td>{dataset.library?.name}</td>
              <td>{dataset.layer && ui(`layer.${dataset.layer}`)}</td>
              <td>
                <GradeChip grade={dataset.grade} />
              </td>
              <td>{ui(`ring.name.${ring}`)}</td>
              <td>{format.number(distance)}</td>
              <td>{fieldCount > 0 ? format.number(fieldCount) : t('asWhole')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className={styles.small}>{p('datasetsLeft', { count: left })}</p>}
    </section>
  );
}
