'use client';

import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import styles from './evidence.module.css';
import { sqlLines } from './sql-span';

interface Props {
  sql: string;
  dialect: string | null;
  from: number | null;
  to: number | null;
}

/** A statement with numbered lines; the expression that makes the edge is marked and in view. */
export function SqlText({ sql, dialect, from, to }: Props) {
  const t = useTranslations('lineage.evidence');
  const lines = useMemo(() => sqlLines(sql, from, to), [sql, from, to]);
  const marked = lines.filter(({ parts }) => parts.some((part) => part.marked)).map(({ number }) => number);
  const frame = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  // Only the statement scrolls, not the panel around it.
  useEffect(() => {
    const box = frame.current;
    const mark = box?.querySelector('mark');
    if (!box || !mark) return;
    const { top, height } = mark.getBoundingClientRect();
    box.scrollTop += top - box.getBoundingClientRect().top - (box.clientHeight - height) / 2;
  }, []);
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
          {first !== undefined &&
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
        aria-label={t('sql')}
      >
        <code>
          {lines.map(({ number, parts }) => (
            <span key={number} className={styles.line} data-number={number}>
              {parts.map(({ text, marked: on }, i) =>
                on ? <mark key={`${number}-${i}`}>{text}</mark> : <span key={`${number}-${i}`}>{text}</span>,
              )}
              {'\n'}
            </span>
          ))}
        </code>
      </section>
    </div>
  );
}
