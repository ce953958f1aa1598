import { useFormatter, useTranslations } from 'next-intl';
import type { ImpactDatasetsQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import { Marks } from './Marks';

export type Datasets = NonNullable<ImpactDatasetsQuery['impact']>['datasets'];

/** The datasets behind one number, each with how many of its fields are affected. */
export function DatasetList({ datasets }: { datasets: Datasets }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const format = useFormatter();
  if (datasets.edges.length === 0) return <Empty title={t('noneHere')} />;
  return (
    <div className={`${page.scroll} ${page.panelBody}`}>
      <table className={page.table}>
        <thead>
          <tr>
            <th scope="col">{t('dataset')}</th>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('library')}</th>
            <th scope="col">{t('layer')}</th>
            <th scope="col">{t('datasetGrade')}</th>
            <th scope="col">{t('ring')}</th>
            <th scope="col" className={page.number}>
              {t('distance')}
            </th>
            <th scope="col" className={page.number}>
              {t('affectedFields')}
            </th>
            <th scope="col">{t('marks')}</th>
          </tr>
        </thead>
        <tbody>
          {datasets.edges.map(({ node: { dataset, ring, distance, viaBackflow, coarse, fieldCount } }) => (
            <tr key={dataset.id}>
              <td>
                <Link href={paths.dataset(dataset.id)}>{dataset.title}</Link>{' '}
                <code className={page.small}>{dataset.name}</code>
              </td>
              <td className={page.nowrap}>{dataset.provider?.shortName}</td>
              <td className={page.nowrap}>{dataset.library?.name}</td>
              <td className={page.nowrap}>{dataset.layer && ui(`layer.${dataset.layer}`)}</td>
              <td>
                <GradeChip grade={dataset.grade} />
              </td>
              <td>
                <RingChip ring={ring} />
              </td>
              <td className={page.number}>{format.number(distance)}</td>
              <td className={page.number}>
                {fieldCount > 0 ? (
                  format.number(fieldCount)
                ) : (
                  <span className={page.small}>{t('asWhole')}</span>
                )}
              </td>
              <td className={page.small}>
                <Marks viaBackflow={viaBackflow} coarse={coarse} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
