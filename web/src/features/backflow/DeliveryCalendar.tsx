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
  weeks: (string | null)[][];
  entries: Entry[];
  today: string;
  open: string | undefined;
  label: string;
  weekdays: string[];
  months: (string | null)[];
}

/** A year in weeks; one delivery takes the focus, arrows walk from one to the next, Enter opens it in the address. */
export function DeliveryCalendar({ code, weeks, entries, today, open, label, weekdays, months }: Props) {
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
      <div className={styles.weekdays} aria-hidden="true">
        {weekdays.map((name, index) => (
          <span key={`${index}${name}`}>{name}</span>
        ))}
      </div>
      {weeks.map((week, index) => (
        <div key={week.find(Boolean)} className={styles.week}>
          <span className={styles.month} aria-hidden="true">
            {months[index]}
          </span>
          {week.map((day, weekday) => {
            const entry = day ? byDay.get(day) : undefined;
            if (!entry) {
              return (
                <span
                  key={day ?? `out${weekday}`}
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
