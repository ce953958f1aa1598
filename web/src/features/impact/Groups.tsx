import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import type { ImpactData } from './ImpactView';
import styles from './impact.module.css';
import { type ImpactGroup, impactHref, writeGroup } from './impact-group';

interface Row {
  group: ImpactGroup | null;
  label: ReactNode;
  key: string;
  count: number;
}

interface Props {
  id: string;
  impact: ImpactData;
  group: ImpactGroup | null;
}

/** Clear text and masked fields by department, grade, distance and layer; each number opens its list. */
export function Groups({ id, impact, group }: Props) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const columns: [string, Row[]][] = [
    [
      t('byDepartment'),
      impact.byDepartment.map(({ department, fieldCount }) => ({
        key: department?.code ?? '',
        label: department?.shortName ?? t('noDepartment'),
        group: department && { by: 'department', value: department.code },
        count: fieldCount,
      })),
    ],
    [
      t('byGrade'),
      impact.byGrade.map(({ grade, fieldCount }) => ({
        key: grade ?? 'NONE',
        label: <GradeChip grade={grade} />,
        group: { by: 'grade', value: grade ?? 'NONE' },
        count: fieldCount,
      })),
    ],
    [
      t('byDistance'),
      impact.byDistance.map(({ distance, fieldCount }) => ({
        key: String(distance),
        label: t('hops', { count: distance }),
        group: { by: 'distance', value: distance },
        count: fieldCount,
      })),
    ],
    [
      t('byLayer'),
      impact.byLayer.map(({ layer, fieldCount }) => ({
        key: layer ?? '',
        label: layer ? ui(`layer.${layer}`) : t('noLayer'),
        group: layer && { by: 'layer', value: layer },
        count: fieldCount,
      })),
    ],
  ];
  return (
    <div className={styles.groups}>
      {columns.map(([title, rows]) => (
        <Column key={title} title={title} rows={rows} id={id} chosen={group ? writeGroup(group) : null} />
      ))}
    </div>
  );
}

function Column({
  title,
  rows,
  id,
  chosen,
}: {
  title: string;
  rows: Row[];
  id: string;
  chosen: string | null;
}) {
  const t = useTranslations('impact');
  const format = useFormatter();
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <section className={page.panel}>
      <div className={page.panelHead}>
        <h2>{title}</h2>
      </div>
      {rows.length === 0 && <p className={`${page.panelBody} ${page.small}`}>{t('noneHere')}</p>}
      <ul className={styles.bars}>
        {rows.map((row) => {
          const on = row.group !== null && chosen === writeGroup(row.group);
          const bar = (
            <>
              <span className={styles.barLabel}>{row.label}</span>
              <span className={styles.track} aria-hidden="true">
                <span style={{ width: `${(row.count / most) * 100}%` }} />
              </span>
              <b>{format.number(row.count)}</b>
            </>
          );
          return (
            <li key={row.key}>
              {row.group ? (
                <Link href={impactHref(id, on ? null : row.group)} scroll={false} data-on={on}>
                  {bar}
                </Link>
              ) : (
                <span>{bar}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
