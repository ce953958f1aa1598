'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { readDay } from './period';
import styles from './question.module.css';

interface Props {
  label: string;
  value: string;
  /** Id of the words that say what is wrong; nothing when nothing is. */
  faultId: string | undefined;
  onChange: (text: string) => void;
}

/** A day as text, in whatever way it is written, with the calendar of the browser beside it. */
export function PeriodInput({ label, value, faultId, onChange }: Props) {
  const t = useTranslations('audit');
  const calendar = useRef<HTMLInputElement>(null);
  const read = readDay(value);
  return (
    <span className={styles.day} data-faulty={faultId !== undefined}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={faultId !== undefined}
        aria-describedby={faultId}
        placeholder="2026-01-31"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => 'day' in read && onChange(read.day)}
      />
      <button
        type="button"
        aria-label={t('calendarOf', { label })}
        title={t('calendarOf', { label })}
        onClick={() => calendar.current?.showPicker()}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path
            d="M1.5 3.5h11v9h-11zM1.5 6h11M4.5 1.5v3M9.5 1.5v3"
            fill="none"
            stroke="currentcolor"
            strokeWidth="1.2"
          />
        </svg>
      </button>
      <input
        ref={calendar}
        type="date"
        className={styles.calendar}
        tabIndex={-1}
        aria-hidden="true"
        value={'day' in read ? read.day : ''}
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
    </span>
  );
}
