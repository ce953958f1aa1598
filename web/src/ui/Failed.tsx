'use client';

import { Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import styles from './notice.module.css';

interface Props {
  message: string;
  requestId: string | null;
  /** How to ask again; the page is asked anew when not given. */
  onRetry?: () => void;
}

/** An answer with errors: what to do, what was said, the number to report, a way to ask again. */
export function Failed({ message, requestId, onRetry }: Props) {
  const t = useTranslations('ui.failed');
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <section className={styles.notice} role="alert" data-state="failed">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <p className={styles.detail}>
        {message}
        {requestId && (
          <>
            <br />
            {t('request', { id: requestId })}
          </>
        )}
      </p>
      <Button type="primary" onClick={onRetry ?? (() => start(() => router.refresh()))}>
        {pending ? t('retrying') : t('retry')}
      </Button>
    </section>
  );
}
