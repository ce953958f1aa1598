import { useFormatter, useTranslations } from 'next-intl';
import type { ImpactFieldsQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { Marks } from './Marks';

export type Fields = NonNullable<ImpactFieldsQuery['impact']>['fields'];

/** The fields behind one number. */
export function FieldList({ fields }: { fields: Fields }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const format = useFormatter();
  if (fields.edges.length === 0) return <Empty title={t('noneHere')} />;
  return (
    <div className={`${page.scroll} ${page.panelBody}`}>
      <table className={page.table}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('dataset')}</th>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('layer')}</th>
            <th scope="col">{t('grade')}</th>
            <th scope="col">{t('ring')}</th>
            <th scope="col" className={page.number}>
              {t('distance')}
            </th>
            <th scope="col">{t('marks')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.edges.map(({ node: { field, ring, distance, viaBackflow, coarse } }) => (
            <tr key={field.id}>
              <td>
                <span className={page.cell}>
                  <Link href={paths.lineage(field.id)}>{field.title || field.path}</Link>
                  <PersonalMark kind={field.personalInfo} />
                  <code className={page.small}>{field.path}</code>
                </span>
              </td>
              <td>
                <Link href={paths.dataset(field.dataset.id)}>{field.dataset.title}</Link>
              </td>
              <td className={page.nowrap}>{field.dataset.provider?.shortName}</td>
              <td className={page.nowrap}>{field.dataset.layer && ui(`layer.${field.dataset.layer}`)}</td>
              <td>
                <GradeChip grade={field.grade} />
              </td>
              <td>
                <RingChip ring={ring} />
              </td>
              <td className={page.number}>{format.number(distance)}</td>
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
