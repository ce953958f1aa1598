'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import styles from './admin.module.css';

const EVERY = 15;

/** Asks again by button and every 15 seconds while the page is seen; what is open and where one is stays. */
export function Refresh({ at }: { at: number }) {
  const t = useTranslations('admin.refresh');
  const router = useRouter();
  const [on, setOn] = useState(true);
  const [seconds, setSeconds] = useState(0);
  const [pending, start] = useTransition();

  // Every answer brings another `at`: the seconds count from its arrival, by the clock of this browser.
  const answer = useRef({ at, arrived: 0 });
  useEffect(() => {
    answer.current = { at, arrived: Date.now() };
    setSeconds(0);
  }, [at]);

  useEffect(() => {
    const timer = setInterval(() => {
      const passed = Math.round((Date.now() - answer.current.arrived) / 1000);
      setSeconds(passed);
      if (on && passed > 0 && passed % EVERY === 0 && document.visibilityState === 'visible')
        start(() => router.refresh());
    }, 1000);
    return () => clearInterval(timer);
  }, [on, router]);

  return (
    <span className={styles.refresh}>
      <span>{t('age', { seconds })}</span>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {t('every', { seconds: EVERY })}
      </label>
      <Button size="small" loading={pending} onClick={() => start(() => router.refresh())}>
        {t('now')}
      </Button>
    </span>
  );
}
