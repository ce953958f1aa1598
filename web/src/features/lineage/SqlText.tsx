'use client';

import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import styles from './evidence.module.css';
import { firstLine, splitNames, splitSpan, sqlLines } from './sql-span';

interface Props {
  sql: string;
  dialect: string | null;
  from: number | null;
  to: number | null;
  /** Columns at both ends: marked where the producer gave no place. */
  names: readonly string[];
}

/** A statement with numbered lines; the expression that makes the edge is marked and in view. */
export function SqlText({ sql, dialect, from, to, names }: Props) {
  const t = useTranslations('lineage.evidence');
  const placed = from !== null && to !== null;
  const lines = useMemo(
    () => sqlLines(placed ? splitSpan(sql, from, to) : splitNames(sql, names)),
    [sql, placed, from, to, names],
  );
  const marked = lines.filter(({ parts }) => parts.some((part) => part.marked)).map(({ number }) => number);
  const look = placed ? (marked[0] ?? null) : firstLine(lines);
  const frame = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  // Only the statement scrolls, not the panel around it.
  useEffect(() => {
    const box = frame.current;
    const line = box?.querySelector(`[data-number="${look}"]`);
    if (!box || !line) return;
    const { top, height } = line.getBoundingClientRect();
    box.scrollTop += top - box.getBoundingClientRect().top - (box.clientHeight - height) / 2;
  }, [look]);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const first = marked[0];
  return (
    <div className={styles.statement}>
      <div className={styles.statementHead}>
        <span>
          SQL{dialect && ` · ${dialect}`}
          {placed &&
            first !== undefined &&
            ` · ${t('lines', { from: first, to: marked.at(-1) ?? first, many: marked.length > 1 ? 1 : 0 })}`}
        </span>
        <button
          type="button"
          className={styles.copy}
          onClick={() => navigator.clipboard.writeText(sql).then(() => setCopied(true))}
        >
          {copied ? <CheckOutlined aria-hidden="true" /> : <CopyOutlined aria-hidden="true" />}{' '}
          <span role="status">{t(copied ? 'copied' : 'copy')}</span>
        </button>
      </div>
      <section
        ref={frame}
        className={styles.sql}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long statement is scrolled with the keyboard
        tabIndex={0}
        aria-label={t(placed ? 'sql' : 'sqlNames')}
      >
        <code>
          {lines.map(({ number, parts }) => (
            <span key={number} className={styles.line} data-number={number}>
              {parts.map(({ text, marked: on }, i) =>
                on ? (
                  <mark key={`${number}-${i}`} data-exact={placed}>
                    {text}
                  </mark>
                ) : (
                  <span key={`${number}-${i}`}>{text}</span>
                ),
              )}
              {'\n'}
            </span>
          ))}
        </code>
      </section>
      {!placed && <p className={styles.hint}>{t(marked.length > 0 ? 'noPlace' : 'noPlaceNoNames')}</p>}
    </div>
  );
}
