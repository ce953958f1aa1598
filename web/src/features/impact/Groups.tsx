import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import page from '@/ui/page.module.css';
import { type GroupColumn, type GroupRow, groupColumns } from './group-columns';
import type { ImpactData } from './ImpactView';
import styles from './impact.module.css';
import { type ImpactGroup, impactHref, writeGroup } from './impact-group';

interface Props {
  id: string;
  impact: ImpactData;
  group: ImpactGroup | null;
}

const SHOWN = 7;

/** Clear text and masked fields by department, library, grade, distance and layer; each number opens its list. */
export function Groups({ id, impact, group }: Props) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui');
  const chosen = group ? writeGroup(group) : null;
  return (
    <section className={`${page.panel} ${styles.groups}`} aria-label={t('groups')} id="impact-departments">
      {groupColumns(impact, t, ui).map((column) => (
        <Column key={column.by} column={column} id={id} chosen={chosen} />
      ))}
    </section>
  );
}

function Column({ column, id, chosen }: { column: GroupColumn; id: string; chosen: string | null }) {
  const t = useTranslations('impact');
  const { by, rows } = column;
  const most = Math.max(1, ...rows.map((row) => row.count));
  const bars = (some: GroupRow[]) => (
    <ul className={styles.bars}>
      {some.map((row) => (
        <Bar key={row.key} row={row} most={most} id={id} chosen={chosen} />
      ))}
    </ul>
  );
  // One row more than fits is shown rather than hidden behind a button.
  const shown = rows.length <= SHOWN + 1 ? rows : rows.slice(0, SHOWN);
  const rest = rows.slice(shown.length);
  const open = rest.some((row) => row.group !== null && writeGroup(row.group) === chosen);
  return (
    <div className={styles.column} data-by={by}>
      <h2>
        {t(`by.${by}`)} <small>{t('groupCount', { count: rows.length })}</small>
      </h2>
      {bars(shown)}
      {rest.length > 0 && (
        <details open={open} className={styles.rest}>
          <summary>{t('restOfGroups', { count: rest.length })}</summary>
          {bars(rest)}
        </details>
      )}
    </div>
  );
}

interface BarProps {
  row: GroupRow;
  most: number;
  id: string;
  chosen: string | null;
}

function Bar({ row, most, id, chosen }: BarProps) {
  const format = useFormatter();
  const on = row.group !== null && chosen === writeGroup(row.group);
  const bar = (
    <>
      <span className={styles.barLabel} title={typeof row.label === 'string' ? row.label : undefined}>
        {row.label}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${(row.count / most) * 100}%` }} />
      </span>
      <b className={styles.count}>{format.number(row.count)}</b>
    </>
  );
  return (
    <li>
      {row.group ? (
        <Link href={impactHref(id, on ? null : row.group)} scroll={false} aria-current={on || undefined}>
          {bar}
        </Link>
      ) : (
        <span>{bar}</span>
      )}
    </li>
  );
}
