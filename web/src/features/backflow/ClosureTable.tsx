import { useFormatter, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { SortHead } from '@/ui/SortHead';
import styles from './backflow.module.css';
import { type BackflowParams, type Sort, sortedBy, toHref } from './backflow-params';
import { UnitLinks } from './UnitLinks';
import { type Closure, standingOf } from './units';

interface Props {
  rows: Closure[];
  own: string | undefined;
  chosen: string | undefined;
  params: BackflowParams;
}

/** The numbers of a year by unit; a row opens its links. */
export function ClosureTable({ rows, own, chosen, params }: Props) {
  const t = useTranslations('backflow.table');
  const head = (sort: Sort, label: string, number = false) => (
    <SortHead
      label={label}
      number={number}
      order={params.sort === sort ? (params.dir === 'desc' ? 'descending' : 'ascending') : null}
      href={toHref(sortedBy(params, sort))}
    />
  );
  return (
    <section className={page.panel} aria-labelledby="closure">
      <div className={page.panelHead}>
        <h2 id="closure">{t('title')}</h2>
        <span className={page.small}>{t('period')}</span>
      </div>
      <div className={`${page.scroll} ${styles.tableBody}`}>
        <table className={page.table}>
          <thead>
            <tr>
              {head('NAME', t('unit'))}
              {head('STATE', t('state'))}
              {head('CLOSURE', t('closure'), true)}
              {head('ON_TIME', t('onTime'), true)}
              {head('DAYS', t('days'), true)}
              {head('LANDING', t('landing'), true)}
              {head('LOST', t('fields'), true)}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.department.code}>
                <UnitRow
                  row={row}
                  own={row.department.code === own}
                  open={row.department.code === chosen}
                  params={params}
                />
                {row.department.code === chosen && (
                  <tr className={styles.opened}>
                    <td colSpan={7}>
                      <UnitLinks row={row} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function UnitRow({
  row,
  own,
  open,
  params,
}: {
  row: Closure;
  own: boolean;
  open: boolean;
  params: BackflowParams;
}) {
  const t = useTranslations('backflow.table');
  const format = useFormatter();
  const percent = (value: number | null) =>
    value === null ? '–' : format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  const { code, shortName } = row.department;
  const losing = row.links.filter((link) => link.lostFields.length > 0);
  const lostHref =
    losing.length === 1 && losing[0]
      ? `${paths.backflowLink(losing[0].code)}#fields`
      : toHref({ ...params, unit: code });
  return (
    <tr data-testid="unit" data-code={code} data-open={open} className={styles.unitRow}>
      <td>
        <Link
          href={toHref({ ...params, unit: open ? 'all' : code })}
          scroll={false}
          aria-expanded={open}
          className={styles.opener}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {shortName}
        </Link>
        {own && <span className={styles.own}>{t('own')}</span>}
      </td>
      <td>
        <Standing row={row} />
      </td>
      <td
        className={page.number}
        title={t('closureOf', { returned: row.returnedDatasets, reported: row.reportedDatasets })}
      >
        {row.closureRate === null ? (
          <span className={page.small}>{t('nothingReported')}</span>
        ) : (
          <>
            {percent(row.closureRate)}
            <small className={styles.of}>
              {row.returnedDatasets} / {row.reportedDatasets}
            </small>
          </>
        )}
      </td>
      <td className={page.number}>{percent(row.onTimeRate)}</td>
      <td className={page.number}>
        {row.daysToReturn === null
          ? '–'
          : t('daysOf', { days: format.number(row.daysToReturn, { maximumFractionDigits: 1 }) })}
      </td>
      <td className={page.number}>
        {percent(row.landingRate)}
        <small className={styles.of}>
          {t('rowsOf', { landed: format.number(row.rowsLanded), sent: format.number(row.rowsSent) })}
        </small>
      </td>
      <td className={page.number}>
        {row.collectedFields === 0 ? (
          '–'
        ) : (
          <>
            {row.collectedFields - row.lostFields} / {row.collectedFields}
            {row.lostFields > 0 && (
              <Link href={lostHref} className={styles.lostCount}>
                {t('lost', { count: row.lostFields })}
              </Link>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

function Standing({ row }: { row: Closure }) {
  const t = useTranslations('backflow.table');
  const standing = standingOf(row);
  const sign = { good: '✓', overdue: '!', broken: '✕', none: '–' }[standing];
  return (
    <span className={styles.standing} data-standing={standing}>
      <span aria-hidden="true">{sign}</span>{' '}
      {t(`standing.${standing}`, { overdue: row.overdue, broken: row.broken, links: row.links.length })}
    </span>
  );
}
