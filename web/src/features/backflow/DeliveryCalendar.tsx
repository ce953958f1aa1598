'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './delivery.module.css';
import { stepFrom } from './step-from';

export interface Entry {
  id: string;
  day: string;
  look: string;
  sign: string;
  label: string;
}

interface Props {
  code: string;
  months: { month: string; label: string; days: (string | null)[] }[];
  entries: Entry[];
  today: string;
  open: string | undefined;
  label: string;
}

/** Months as rows of their days; one delivery takes the focus, arrows walk from one to the next, Enter opens it in the address. */
export function DeliveryCalendar({ code, months, entries, today, open, label }: Props) {
  const router = useRouter();
  const frame = useRef<HTMLDivElement>(null);
  const sorted = [...entries].sort((a, b) => (a.day < b.day ? -1 : 1));
  const [focused, setFocused] = useState(open ?? sorted.at(-1)?.id);
  const byDay = new Map(sorted.map((entry) => [entry.day, entry]));
  const show = (id: string) =>
    router.replace(paths.backflowLink(code, id === open ? {} : { delivery: id }), { scroll: false });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepFrom(sorted, focused, event.key);
    if (!next) return;
    event.preventDefault();
    setFocused(next.id);
    frame.current?.querySelector<HTMLButtonElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form
    <div ref={frame} className={styles.calendar} role="group" aria-label={label} onKeyDown={onKeyDown}>
      <div className={styles.month} aria-hidden="true">
        <span />
        {Array.from({ length: 31 }, (_, index) => (
          <span key={`head${index + 1}`} className={styles.dayNumber}>
            {index + 1}
          </span>
        ))}
      </div>
      {months.map(({ month, label: name, days }) => (
        <div key={month} className={styles.month}>
          <span className={styles.monthName} aria-hidden="true">
            {name}
          </span>
          {days.map((day, index) => {
            const entry = day ? byDay.get(day) : undefined;
            if (!entry) {
              return (
                <span
                  key={day ?? `${month}out${index}`}
                  className={styles.day}
                  data-out={day === null}
                  data-today={day === today}
                />
              );
            }
            return (
              <button
                key={entry.id}
                type="button"
                className={styles.day}
                data-id={entry.id}
                data-look={entry.look}
                data-today={day === today}
                tabIndex={entry.id === focused ? 0 : -1}
                aria-label={entry.label}
                aria-pressed={entry.id === open}
                title={entry.label}
                onFocus={() => setFocused(entry.id)}
                onClick={() => show(entry.id)}
              >
                <span aria-hidden="true">{entry.sign}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
