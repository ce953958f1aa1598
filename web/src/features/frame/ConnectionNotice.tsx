'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { ApiUnavailable } from '@/lib/api/errors';
import styles from './connection.module.css';

/** Says that questions of the open page wait for the API: they are asked again until it answers, and the page stays as it is. */
export function ConnectionNotice() {
  const t = useTranslations('frame.connection');
  const cache = useQueryClient().getQueryCache();
  const waiting = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () =>
      cache.getAll().some(({ state }) => {
        const asked = state.fetchStatus !== 'idle' || state.status === 'error';
        return asked && state.fetchFailureReason instanceof ApiUnavailable;
      }),
    () => false,
  );
  return (
    <div role="status" className={styles.place}>
      {waiting && (
        <p className={styles.notice} data-state="waiting">
          <span aria-hidden="true">!</span>
          {t('waiting')}
        </p>
      )}
    </div>
  );
}
