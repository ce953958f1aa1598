'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import page from '@/ui/page.module.css';
import styles from './open-table.module.css';

export interface OpenRow {
  /** Part of the address when the row is open. */
  key: string;
  /** Name of the row, said by the button that opens it. */
  name: string;
  title: ReactNode;
  cells: ReactNode;
  detail: ReactNode;
  /** Stands out. */
  alarming: boolean;
}

interface Props {
  label: string;
  /** Header cells after the first. */
  head: ReactNode;
  firstHead: string;
  columns: number;
  rows: OpenRow[];
  testId: string;
}

const SEPARATOR = '~';

/** A table whose rows open what lies behind them; what is open is part of the address. */
export function OpenTable({ label, head, firstHead, columns, rows, testId }: Props) {
  const t = useTranslations('audit');
  const id = useId();
  const search = useSearchParams();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(search.get('open')?.split(SEPARATOR)));
  const known = rows.filter(({ key }) => open.has(key)).map(({ key }) => key);
  const wanted = known.length > 0 ? known.join(SEPARATOR) : null;

  /** From the first change on the address follows, also after the page got another answer. */
  const touched = useRef(false);
  const change = (to: (now: ReadonlySet<string>) => ReadonlySet<string>) => {
    touched.current = true;
    setOpen(to);
  };

  useEffect(() => {
    if (!touched.current) return;
    if (search.get('open') === wanted) return;
    const next = new URLSearchParams(search);
    if (wanted === null) next.delete('open');
    else next.set('open', wanted);
    window.history.replaceState(null, '', `?${next}`);
  }, [search, wanted]);

  const toggle = (key: string) =>
    change((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const all = known.length === rows.length;
  return (
    <section className={page.panel} aria-label={label}>
      <div className={`${page.panelHead} ${styles.tools}`}>
        <h2>{label}</h2>
        <button type="button" onClick={() => change(() => new Set(all ? [] : rows.map(({ key }) => key)))}>
          {t(all ? 'collapseAll' : 'expandAll')}
        </button>
      </div>
      <div className={page.scroll}>
        <table className={`${page.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{firstHead}</th>
              {head}
            </tr>
          </thead>
          {rows.map((row) => {
            const shown = open.has(row.key);
            return (
              <tbody key={row.key} data-testid={testId} data-alarming={row.alarming} aria-label={row.name}>
                <tr className={styles.row}>
                  <th scope="row">
                    <span className={styles.first}>
                      <button
                        type="button"
                        aria-expanded={shown}
                        aria-controls={shown ? `${id}-${row.key}` : undefined}
                        aria-label={t('openRow', { name: row.name })}
                        onClick={() => toggle(row.key)}
                      />
                      <span>{row.title}</span>
                    </span>
                  </th>
                  {row.cells}
                </tr>
                {shown && (
                  <tr id={`${id}-${row.key}`} className={styles.detail}>
                    <td colSpan={columns}>{row.detail}</td>
                  </tr>
                )}
              </tbody>
            );
          })}
        </table>
      </div>
    </section>
  );
}
