'use client';

import { CalendarOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { addDays, chinaDay } from '@/lib/format/china-day';
import { type LineageTime, TODAY } from './lineage-time';
import styles from './time.module.css';
import type { ChangeView } from './use-lineage-url';

interface Props {
  time: LineageTime;
  change: ChangeView;
}

/** Which day the picture is of, and with which earlier day it is compared. */
export function TimeMenu({ time, change }: Props) {
  const t = useTranslations('lineage.time');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const set = time.day !== null || time.since !== null;
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next && document.activeElement?.closest('[data-lineage-time]')) button.current?.focus();
      }}
      trigger="click"
      placement="bottomLeft"
      content={<TimeForm time={time} change={change} />}
      destroyOnHidden
    >
      <Button
        ref={button}
        autoInsertSpace={false}
        icon={<CalendarOutlined />}
        aria-label={t('button', { day: time.day ?? t('today') })}
        aria-expanded={open}
        type={set ? 'primary' : 'default'}
        ghost={set}
      >
        {time.day ?? t('today')}
      </Button>
    </Popover>
  );
}

/** Days that people often look back to. */
const BACK = [7, 30, 90, 365] as const;

function TimeForm({ time, change }: Props) {
  const t = useTranslations('lineage.time');
  const day = useId();
  const since = useId();
  const today = chinaDay(new Date());
  const until = time.day ?? today;
  return (
    <div className={styles.form} role="dialog" aria-label={t('label')} data-lineage-time="">
      <div className={styles.field}>
        <label htmlFor={day}>{t('day')}</label>
        <span className={styles.entry}>
          <input
            id={day}
            type="date"
            max={today}
            value={time.day ?? today}
            onChange={({ target }) => {
              if (target.value === '') return;
              const next = target.value < today ? target.value : null;
              change({
                day: next,
                asKnown: next !== null && time.asKnown,
                since: time.since !== null && time.since < (next ?? today) ? time.since : null,
              });
            }}
          />
          {time.day !== null && (
            <Button
              autoInsertSpace={false}
              size="small"
              onClick={() => change({ day: null, asKnown: false })}
            >
              {t('toToday')}
            </Button>
          )}
        </span>
      </div>
      <Checkbox
        checked={time.asKnown}
        disabled={time.day === null}
        onChange={(event) => change({ asKnown: event.target.checked })}
      >
        {t('asKnown')}
        <span className={styles.meaning}>{t('asKnownMeaning')}</span>
      </Checkbox>
      <div className={styles.field}>
        <label htmlFor={since}>{t('since')}</label>
        <span className={styles.entry}>
          <input
            id={since}
            type="date"
            max={addDays(until, -1)}
            value={time.since ?? ''}
            onChange={({ target }) =>
              change({ since: target.value !== '' && target.value < until ? target.value : null })
            }
          />
          {time.since !== null && (
            <Button autoInsertSpace={false} size="small" onClick={() => change({ since: null })}>
              {t('noComparison')}
            </Button>
          )}
        </span>
        <span className={styles.quick}>
          {BACK.map((days) => (
            <Button
              key={days}
              autoInsertSpace={false}
              size="small"
              aria-pressed={time.since === addDays(until, -days)}
              onClick={() => change({ since: addDays(until, -days) })}
            >
              {t('back', { days })}
            </Button>
          ))}
        </span>
      </div>
      {(time.day !== null || time.since !== null) && (
        <Button autoInsertSpace={false} onClick={() => change(TODAY)}>
          {t('reset')}
        </Button>
      )}
    </div>
  );
}
