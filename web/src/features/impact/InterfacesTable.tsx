'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Fragment, useState } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import { Validity } from '@/ui/Validity';
import type { ImpactData } from './ImpactView';
import styles from './impact.module.css';

type Row = ImpactData['interfaces'][number];

/** Interfaces → consumers → authorisations: a row opens what lies behind it. */
export function InterfacesTable({ rows }: { rows: Row[] }) {
  const t = useTranslations('impact');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const all = open.size === rows.length;
  return (
    <section className={page.panel} aria-label={t('wayOut')} data-testid="impact-interfaces">
      <div className={page.panelHead}>
        <h2>{t('wayOut')}</h2>
        {rows.length > 0 && (
          <button
            type="button"
            className={styles.textButton}
            onClick={() => setOpen(all ? new Set() : new Set(rows.map((row) => row.interface.id)))}
          >
            {all ? t('collapseAll') : t('expandAll')}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty title={t('noInterfaces')} />
      ) : (
        <div className={`${page.scroll} ${page.panelBody}`}>
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('interface')}</th>
                <th scope="col">{t('provider')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('grade')}</th>
                <th scope="col">{t('ring')}</th>
                <th scope="col">{t('fieldsGiven')}</th>
                <th scope="col" className={page.number}>
                  {t('consumers')}
                </th>
                <th scope="col" className={page.number}>
                  {t('grants')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Fragment key={row.interface.id}>
                  <InterfaceRow
                    row={row}
                    open={open.has(row.interface.id)}
                    onToggle={() => toggle(row.interface.id)}
                  />
                  {open.has(row.interface.id) && <ConsumerRows row={row} />}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function InterfaceRow({ row, open, onToggle }: { row: Row; open: boolean; onToggle: () => void }) {
  const t = useTranslations('impact');
  const ui = useTranslations('ui.interfaceState');
  const format = useFormatter();
  const grants = row.consumers.reduce((sum, consumer) => sum + consumer.authorizations.length, 0);
  return (
    <tr>
      <th scope="row" className={styles.rowHead}>
        <span className={page.cell}>
          <button
            type="button"
            aria-expanded={open}
            aria-label={t('openRow', { name: row.interface.name })}
            className={styles.opener}
            disabled={row.consumers.length === 0}
            onClick={onToggle}
          >
            <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
          <Link href={paths.lineage(row.interface.id)} prefetch={false}>
            {row.interface.name}
          </Link>
          <code className={page.small}>{row.interface.code}</code>
        </span>
      </th>
      <td>{row.interface.provider?.shortName}</td>
      <td>{ui(row.interface.state)}</td>
      <td>
        <GradeChip grade={row.interface.grade} />
      </td>
      <td>
        <RingChip ring={row.ring} />
      </td>
      <td>{row.fields.map((field) => field.title || field.path).join('、')}</td>
      <td className={page.number}>{format.number(row.consumers.length)}</td>
      <td className={page.number}>{format.number(grants)}</td>
    </tr>
  );
}

function ConsumerRows({ row }: { row: Row }) {
  const t = useTranslations('impact');
  const format = useFormatter();
  return (
    <>
      {row.consumers.map(({ consumer, authorizations }) => (
        <tr key={consumer.id} className={styles.nested}>
          <td>
            {consumer.name}
            <p className={page.small}>{consumer.operatedBy?.shortName}</p>
          </td>
          <td colSpan={7}>
            <ul>
              {authorizations.map((grant) => (
                <li key={grant.id}>
                  <Validity valid={grant.valid} state={grant.state} /> <code>{grant.code}</code>{' '}
                  <span>{t('until', { day: format.dateTime(new Date(grant.validTo), 'day') })}</span>{' '}
                  <span className={page.small}>{grant.purpose}</span>
                </li>
              ))}
              {authorizations.length === 0 && <li className={page.small}>{t('noGrant')}</li>}
            </ul>
          </td>
        </tr>
      ))}
    </>
  );
}
