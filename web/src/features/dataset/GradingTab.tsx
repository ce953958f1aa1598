import { useFormatter, useTranslations } from 'next-intl';
import type { DatasetGradingQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import styles from './dataset.module.css';

type DatasetNode = Extract<NonNullable<DatasetGradingQuery['node']>, { __typename: 'Dataset' }>;

interface Props {
  id: string;
  dataset: DatasetNode;
  /** Only the fields that have no grade. */
  ungraded: boolean;
}

/** Why it is graded so: the strictest field decides; each field with who filed its grade, when and why. */
export function GradingTab({ id, dataset, ungraded }: Props) {
  const t = useTranslations('dataset.grading');
  const format = useFormatter();
  const { gradeCounts, fields, fieldCount } = dataset;
  if (fields.length === 0) return <Empty title={t('none')} />;
  const highest = gradeCounts.find(({ grade }) => grade)?.grade ?? null;
  const deciding = fields.filter(({ grade }) => highest !== null && grade === highest);
  const ordered = [...deciding, ...fields.filter(({ grade }) => grade !== highest || highest === null)];
  const open = gradeCounts.find(({ grade }) => !grade)?.fieldCount ?? 0;
  const shown = ungraded ? fields.filter(({ grade }) => !grade) : ordered;
  return (
    <section className={page.panel} aria-label={t('label')}>
      <div className={page.panelBody}>
        <p>
          {highest
            ? t.rich('why', {
                count: deciding.length,
                names: format.list(
                  deciding.slice(0, 4).map((field) => field.title || field.path),
                  { type: 'conjunction', style: 'narrow' },
                ),
                chip: () => <GradeChip grade={highest} />,
              })
            : t('ungraded')}
        </p>
        <ul className={styles.gradeLine}>
          {gradeCounts.map(({ grade, fieldCount: count }) => (
            <li key={grade ?? 'none'}>
              <GradeChip grade={grade} /> <b>{format.number(count)}</b>
            </li>
          ))}
          <li>
            {open === 0 ? (
              <span className={page.small}>{t('allGraded')}</span>
            ) : (
              <Link href={paths.dataset(id, { tab: 'grading', ...(ungraded ? {} : { only: 'ungraded' }) })}>
                {ungraded ? t('all') : t('only', { count: open })}
              </Link>
            )}
          </li>
        </ul>
      </div>
      <div className={page.scroll}>
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('grade')}</th>
              <th scope="col">{t('personalInfo')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('reason')}</th>
              <th scope="col">{t('filedBy')}</th>
              <th scope="col">{t('filedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => {
              const filing = field.gradings.find(({ current }) => current);
              const earlier = field.gradings.length - (filing ? 1 : 0);
              return (
                <tr key={field.id}>
                  <td>
                    <Link href={paths.lineage(field.id)}>{field.title || field.path}</Link>{' '}
                    <code className={page.small}>{field.path}</code>
                  </td>
                  <td>
                    <GradeChip grade={field.grade} />
                  </td>
                  <td className={page.nowrap}>
                    <PersonalMark kind={field.personalInfo} />{' '}
                    <span className={page.small}>{field.personalInfoKind}</span>
                  </td>
                  <td>{filing ? t(`stateOf.${filing.state}`) : t('stateOf.UNGRADED')}</td>
                  <td>
                    {filing?.reason}
                    {earlier > 0 && <p className={page.small}>{t('earlier', { count: earlier })}</p>}
                  </td>
                  <td>{filing?.filedBy}</td>
                  <td className={page.nowrap}>
                    {filing && format.dateTime(new Date(filing.filedAt), 'day')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {fields.length < fieldCount && (
        <p className={styles.note}>{t('part', { shown: fields.length, total: fieldCount })}</p>
      )}
    </section>
  );
}
