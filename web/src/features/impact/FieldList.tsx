import { useFormatter, useTranslations } from 'next-intl';
import type { ImpactFieldsQuery } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import { Pager } from '@/ui/Pager';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import { RingChip } from '@/ui/ring-chip';
import { type ImpactGroup, impactHref, PAGE_SIZE } from './impact-group';

type Fields = NonNullable<ImpactFieldsQuery['impact']>['fields'];

interface Props {
  id: string;
  group: ImpactGroup;
  fields: Fields;
  after: string | undefined;
}

/** The fields behind one number. */
export function FieldList({ id, group, fields, after }: Props) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const before = readTrail(after).length * PAGE_SIZE;
  return (
    <section className={page.panel} aria-label={t('list')} data-testid="impact-list">
      <div className={page.panelHead}>
        <h2>{t('listTitle', { count: fields.totalCount })}</h2>
        <Link href={impactHref(id, null)} scroll={false}>
          {t('closeList')}
        </Link>
      </div>
      {fields.edges.length === 0 ? (
        <Empty title={t('noneHere')} />
      ) : (
        <div className={`${page.scroll} ${page.panelBody}`}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('dataset')}</th>
                <th scope="col">{t('provider')}</th>
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
                      <Link href={paths.lineage(field.id)} prefetch={false}>
                        {field.title || field.path}
                      </Link>
                      <PersonalMark kind={field.personalInfo} />
                      <code className={page.small}>{field.path}</code>
                    </span>
                  </td>
                  <td>
                    <Link href={paths.dataset(field.dataset.id)} prefetch={false}>
                      {field.dataset.title}
                    </Link>
                  </td>
                  <td>{field.dataset.provider?.shortName}</td>
                  <td>{field.dataset.layer && ui(`layer.${field.dataset.layer}`)}</td>
                  <td>
                    <GradeChip grade={field.grade} />
                  </td>
                  <td>
                    <RingChip ring={ring} />
                  </td>
                  <td className={page.number}>{format.number(distance)}</td>
                  <td className={page.small}>
                    {[viaBackflow && t('markBackflow'), coarse && t('markCoarse')].filter(Boolean).join('、')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager
        after={after}
        next={fields.pageInfo.hasNextPage ? fields.pageInfo.endCursor : null}
        label={t('range', {
          from: fields.edges.length > 0 ? before + 1 : 0,
          to: before + fields.edges.length,
          total: format.number(fields.totalCount),
        })}
        href={(next) => impactHref(id, group, next)}
      />
    </section>
  );
}
