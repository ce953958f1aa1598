import { useFormatter, useTranslations } from 'next-intl';
import type { InterfaceListQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { SortHead } from '@/ui/SortHead';
import { type InterfaceParams, type SORTS, sortedBy, toHref } from './interface-params';
import styles from './interfaces.module.css';
import { Marks } from './Marks';
import { SparkLine } from './SparkLine';
import { StateTag } from './StateTag';

type Row = InterfaceListQuery['interfaces']['edges'][number]['node'];

/** The list as a table; heads sort, numbers lead to what they count. */
export function InterfaceTable({ rows, params }: { rows: Row[]; params: InterfaceParams }) {
  const t = useTranslations('interfaces');
  const head = (sort: (typeof SORTS)[number], label: string, number = false) => (
    <SortHead
      label={label}
      number={number}
      order={params.sort === sort ? (params.dir === 'desc' ? 'descending' : 'ascending') : null}
      href={toHref(sortedBy(params, sort))}
    />
  );
  return (
    <div className={page.scroll}>
      <table className={`${page.table} ${styles.list}`}>
        <thead>
          <tr>
            {head('NAME', t('column.interface'))}
            {head('GRADE', t('column.grade'))}
            <th scope="col">{t('column.provider')}</th>
            {head('CONSUMERS', t('column.consumers'), true)}
            {head('CALLS', t('column.calls'), true)}
            {head('LAST_CALL', t('column.lastCall'))}
            <th scope="col">{t('column.marks')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <InterfaceRow key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function InterfaceRow({ row }: { row: Row }) {
  const t = useTranslations('interfaces');
  const format = useFormatter();
  return (
    <tr data-testid="interface" data-code={row.code}>
      <td className={styles.name}>
        <Link href={paths.interface(row.code)} className={page.strong}>
          {row.name}
        </Link>
        <p className={styles.under}>
          <code>{row.code}</code>
          <StateTag state={row.state} />
        </p>
      </td>
      <td>
        <GradeChip grade={row.grade} />
      </td>
      <td className={page.nowrap}>
        {row.provider?.shortName ?? '–'}
        <p className={page.small}>{row.scene?.name}</p>
      </td>
      <td className={page.number}>
        <Link href={`${paths.interface(row.code)}#authorizations`}>{format.number(row.consumerCount)}</Link>
      </td>
      <td>
        <span className={styles.calls}>
          <SparkLine days={row.callsByDay} />
          <Link href={`${paths.interface(row.code)}#calls`} className={styles.callCount}>
            {format.number(row.calls30Days)}
          </Link>
        </span>
      </td>
      <td className={page.nowrap}>
        {row.lastCallAt ? (
          <>
            {format.dateTime(new Date(row.lastCallAt), 'day')}
            <p className={page.small}>
              {row.idleDays === 0 ? t('calledToday') : t('idleFor', { days: row.idleDays ?? 0 })}
            </p>
          </>
        ) : (
          <span className={page.small}>{t('neverCalled')}</span>
        )}
      </td>
      <td>
        <Marks of={row} />
      </td>
    </tr>
  );
}
