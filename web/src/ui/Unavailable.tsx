'use client';

import { Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useTransition } from 'react';
import styles from './notice.module.css';

const INTERVAL = 3_000;

/** Says that the API does not answer and what to do; asks again by itself until the page comes back. */
export function Unavailable() {
  const t = useTranslations('ui.unavailable');
  const router = useRouter();
  const [pending, start] = useTransition();
  useEffect(() => {
    if (pending) return;
    const timer = setTimeout(() => start(() => router.refresh()), INTERVAL);
    return () => clearTimeout(timer);
  }, [pending, router]);
  return (
    <section className={styles.notice} role="alert" data-state="unavailable">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <Button type="primary" onClick={() => start(() => router.refresh())}>
        {pending ? t('retrying') : t('retry')}
      </Button>
    </section>
  );
}
