import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { GRADES } from '@/ui/tokens';
import { GradesChart } from './GradesChart';
import styles from './overview.module.css';

interface Props {
  departments: OverviewQuery['overview']['departments'];
  byGrade: OverviewQuery['catalogue']['fieldsByGrade'];
}

const CHARTED = 12;
const gradeParam = (grade: string | null) => ({ kind: 'FIELD', grade: grade ?? 'NONE' });

/** Fields by grade over all, and by department and grade as a picture and as a table; each number opens its fields. */
export function GradesBlock({ departments, byGrade }: Props) {
  const t = useTranslations('overview.grades');
  const ui = useTranslations('ui.grade');
  const format = useFormatter();
  const grades = [...GRADES, null].filter((grade) => byGrade.some((row) => row.grade === grade));
  const named = departments.flatMap(({ department, ...row }) => (department ? [{ ...row, department }] : []));
  const of = (row: (typeof named)[number], grade: string | null) =>
    row.byGrade.find((cell) => cell.grade === grade)?.fieldCount ?? 0;
  return (
    <div className={page.panelBody}>
      <ul className={styles.gradeLine}>
        {byGrade.map(({ grade, fieldCount }) => (
          <li key={grade ?? 'none'}>
            <Link href={paths.catalogue(gradeParam(grade))}>
              <GradeChip grade={grade} />
              <b>{format.number(fieldCount)}</b>
            </Link>
          </li>
        ))}
      </ul>
      <GradesChart
        label={t('label')}
        departments={named.slice(0, CHARTED).map(({ department }) => department)}
        series={grades.map((grade) => ({
          grade,
          name: grade ? ui(`short.${grade}`) : ui('none'),
          values: named.slice(0, CHARTED).map((row) => of(row, grade)),
        }))}
      />
      <details className={styles.twin}>
        <summary>{t('table', { count: named.length })}</summary>
        <div className={page.scroll}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('department')}</th>
                {grades.map((grade) => (
                  <th key={grade ?? 'none'} scope="col" className={page.number}>
                    <GradeChip grade={grade} />
                  </th>
                ))}
                <th scope="col" className={page.number}>
                  {t('all')}
                </th>
              </tr>
            </thead>
            <tbody>
              {named.map((row) => (
                <tr key={row.department.code}>
                  <th scope="row">{row.department.shortName}</th>
                  {grades.map((grade) => (
                    <td key={grade ?? 'none'} className={page.number}>
                      {of(row, grade) > 0 && (
                        <Link
                          href={paths.catalogue({ ...gradeParam(grade), department: row.department.code })}
                        >
                          {format.number(of(row, grade))}
                        </Link>
                      )}
                    </td>
                  ))}
                  <td className={page.number}>
                    <Link href={paths.catalogue({ kind: 'FIELD', department: row.department.code })}>
                      {format.number(row.fieldCount)}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
