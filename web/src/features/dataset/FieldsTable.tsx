'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import styles from './dataset.module.css';
import { FieldRowView } from './FieldRowView';
import { FieldTools } from './FieldTools';
import { type FieldFilter, type FieldRow, type FieldSort, filterFields, sortFields } from './field-list';
import { useAllFields } from './use-all-fields';

/** From so many rows on only those in view are in the page. */
const VIRTUAL_FROM = 200;
const ROW = 37;
const COLUMNS = ['column', 'type', 'grade', 'personalInfo'] as const;
const NUMBERS: readonly Exclude<FieldSort, 'ordinal'>[] = ['upstream', 'downstream'];

interface Props {
  dataset: string;
  /** The first of them, made with the page. */
  first: FieldRow[];
  total: number;
}

/** The fields with grade, personal information and next hops; filters and order work over all of them, however many. */
export function FieldsTable({ dataset, first, total }: Props) {
  const t = useTranslations('dataset.fields');
  const { fields, failed, retry } = useAllFields(dataset, first, total);
  const [filter, setFilter] = useState<FieldFilter>({ text: '', grade: '', personal: '' });
  const [sort, setSort] = useState<FieldSort>('ordinal');
  const shown = useMemo(() => sortFields(filterFields(fields, filter), sort), [fields, filter, sort]);
  const frame = useRef<HTMLDivElement>(null);
  const many = shown.length > VIRTUAL_FROM;
  const virtual = useVirtualizer({
    count: many ? shown.length : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const above = many ? (items[0]?.start ?? 0) : 0;
  const below = many ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const rows = many ? items.flatMap(({ index }) => shown[index] ?? []) : shown;
  const offset = many ? (items[0]?.index ?? 0) : 0;
  return (
    <section className={page.panel} aria-label={t('label')}>
      <FieldTools
        filter={filter}
        onFilter={setFilter}
        shown={shown.length}
        total={total}
        loaded={fields.length}
        failed={failed}
        onRetry={retry}
      />
      {shown.length === 0 ? (
        <Empty title={total === 0 ? t('none') : t('noMatch')} />
      ) : (
        <div className={many ? styles.window : page.scroll} ref={frame} tabIndex={many ? 0 : undefined}>
          <table className={page.table} aria-rowcount={shown.length + 1}>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col" className={page.number}>
                  #
                </th>
                <th scope="col">{t('field')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
                {NUMBERS.map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className={page.number}
                    aria-sort={sort === column ? 'descending' : 'none'}
                  >
                    <button
                      type="button"
                      className={styles.sort}
                      onClick={() => setSort(sort === column ? 'ordinal' : column)}
                    >
                      {t(column)} <span aria-hidden="true">{sort === column ? '↓' : '↕'}</span>
                    </button>
                  </th>
                ))}
                <th scope="col">{t('ways')}</th>
              </tr>
            </thead>
            {above > 0 && <Room height={above} />}
            <tbody>
              {rows.map((field, i) => (
                <FieldRowView key={field.id} field={field} index={offset + i + 2} oneLine={many} />
              ))}
            </tbody>
            {below > 0 && <Room height={below} />}
          </table>
        </div>
      )}
    </section>
  );
}

/** Room of the rows that are not in the page. */
function Room({ height }: { height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr>
        <td style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
}
