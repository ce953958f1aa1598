'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './panel.module.css';

/** A part of the panel that did not come, with a way to ask again. */
export function PanelFault({ busy, onRetry }: { busy: boolean; onRetry: () => void }) {
  const t = useTranslations('lineage.panel');
  return (
    <p className={styles.note} role="alert">
      {t('partFailed')}{' '}
      <Button autoInsertSpace={false} size="small" loading={busy} onClick={() => onRetry()}>
        {t('retry')}
      </Button>
    </p>
  );
}
