'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import page from '@/ui/page.module.css';
import type { AccessTree } from './access-tree';
import styles from './access-tree.module.css';
import { TotalRow } from './TotalRow';
import { TreeRowView } from './TreeRowView';
import { treeMove } from './tree-keys';
import { allKeys, readOpen, visibleRows, writeOpen } from './tree-rows';

interface Props {
  tree: AccessTree;
}

/** Interfaces by ring → consumers → authorisations as a tree grid; what is open is part of the address. */
export function AccessTreeTable({ tree }: Props) {
  const t = useTranslations('impact');
  const { branches } = tree;
  const search = useSearchParams();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => readOpen(branches, search.get('open')));
  const [at, setAt] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useMemo(() => visibleRows(branches, open), [branches, open]);
  const focused = rows.some((row) => row.key === at) ? at : (rows[0]?.key ?? null);

  /** From the first change on the address follows, also after the page got new data. */
  const touched = useRef(false);
  const change = useCallback((to: (now: ReadonlySet<string>) => ReadonlySet<string>) => {
    touched.current = true;
    setOpen(to);
  }, []);

  useEffect(() => {
    if (!touched.current) return;
    const wanted = writeOpen(branches, open);
    if (search.get('open') === wanted) return;
    const next = new URLSearchParams(search);
    if (wanted === null) next.delete('open');
    else next.set('open', wanted);
    window.history.replaceState(null, '', `?${next}`);
  }, [branches, open, search]);

  const toggle = useCallback(
    (key: string) =>
      change((now) => {
        const next = new Set(now);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [change],
  );
  const focus = (key: string) => {
    setAt(key);
    body.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget && !(event.target instanceof HTMLTableRowElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !focused) return;
    const move = treeMove(rows, open, focused, event.key);
    if (!move) return;
    event.preventDefault();
    if ('to' in move) focus(move.to);
    else if ('open' in move) change((now) => new Set([...now, ...move.open]));
    else if ('close' in move) toggle(move.close);
    else body.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(move.follow)}"] a`)?.click();
  };

  const everything = allKeys(branches);
  return (
    <>
      <div className={`${page.panelHead} ${styles.tools}`}>
        <h2>{t('wayOut')}</h2>
        <span className={page.small}>{t('wayOutHelp')}</span>
        <button
          type="button"
          onClick={() => change(() => new Set(everything))}
          disabled={open.size === everything.length}
        >
          {t('expandAll')}
        </button>
        <button type="button" onClick={() => change(() => new Set())} disabled={open.size === 0}>
          {t('collapseAll')}
        </button>
      </div>
      <div className={page.scroll}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows that open are a tree grid */}
        <table role="treegrid" aria-label={t('wayOut')} className={`${page.table} ${styles.tree}`}>
          <thead>
            <tr>
              <th scope="col">{t('treeHead')}</th>
              <th scope="col">{t('department')}</th>
              <th scope="col">{t('grade')}</th>
              <th scope="col">{t('stateOrTerm')}</th>
              <th scope="col">{t('fieldsOrPurpose')}</th>
              <th scope="col" className={page.number}>
                {t('interfaces')}
              </th>
              <th scope="col" className={page.number}>
                {t('consumers')}
              </th>
              <th scope="col" className={page.number}>
                {t('grants')}
              </th>
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {rows.map((row) => (
              <TreeRowView
                key={row.key}
                row={row}
                open={open.has(row.key)}
                current={row.key === focused}
                onToggle={toggle}
                onFocus={setAt}
              />
            ))}
          </tbody>
          <tfoot>
            <TotalRow tree={tree} />
          </tfoot>
        </table>
      </div>
    </>
  );
}
