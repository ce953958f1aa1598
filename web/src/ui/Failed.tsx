'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './notice.module.css';

/** An answer with errors: what was said, the number to report, a way to ask again. */
export function Failed({
  message,
  requestId,
  onRetry,
}: {
  message: string;
  requestId: string | null;
  onRetry?: () => void;
}) {
  const t = useTranslations('ui.failed');
  return (
    <section className={styles.notice} role="alert" data-state="failed">
      <h1>{t('title')}</h1>
      <p>
        {message}
        {requestId && (
          <>
            <br />
            {t('request', { id: requestId })}
          </>
        )}
      </p>
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </section>
  );
}
