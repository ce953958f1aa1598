'use client';

import { Alert, Button, Empty, Skeleton } from 'antd';
import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import styles from './lineage.module.css';

/** Boxes in grey where the picture will be. */
export function Loading() {
  const t = useTranslations('lineage.state');
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      {[3, 5, 4].map((rows) => (
        <Skeleton key={rows} active title paragraph={{ rows }} className={styles.ghost} />
      ))}
    </div>
  );
}

/** Nothing flows in or out: how lineage arrives. */
export function NoLineage({ name }: { name: string }) {
  const t = useTranslations('lineage.state');
  return (
    <div className={styles.notice}>
      <Empty description={false}>
        <h2>{t('none', { name })}</h2>
        <p>{t('noneHow')}</p>
        <pre className={styles.how}>
          <code>POST /api/v1/lineage{'\n'}npx yuanliu ingest events.ndjson</code>
        </pre>
      </Empty>
    </div>
  );
}

/** The lineage holds no such thing. */
export function NotKnown() {
  const t = useTranslations('lineage.state');
  return (
    <div className={styles.notice}>
      <Empty description={t('unknown')}>
        <Link href={paths.catalogue()}>{t('toCatalogue')}</Link>
      </Empty>
    </div>
  );
}

/** The question failed: what happened and a way to ask again. */
export function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('lineage.state');
  const text = error.name === 'ApiUnavailable' ? t('unavailable') : t('failed');
  return (
    <div className={styles.notice}>
      <Alert
        type="error"
        showIcon
        title={text}
        description={error.name === 'ApiUnavailable' ? t('unavailableWay') : error.message}
        action={
          <Button autoInsertSpace={false} onClick={onRetry}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  );
}
