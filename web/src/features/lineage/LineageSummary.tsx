'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import styles from './lineage.module.css';
import type { LineageModel } from './lineage-model';
import type { LineageData } from './use-lineage-data';

interface Props {
  model: LineageModel | null;
  data: LineageData;
  embedded: boolean;
  onRetry: () => void;
}

/** What the picture is about, how much it holds, and whether anything is missing from it. */
export function LineageSummary({ model, data, embedded, onRetry }: Props) {
  const t = useTranslations('lineage.summary');
  const row = model?.rows.get(model.start);
  const box = model?.boxes.get(row?.boxId ?? model.start);
  const c = data.completeness;
  const Title = embedded ? 'h2' : 'h1';
  return (
    <div className={styles.summary}>
      <Title className={embedded ? 'visually-hidden' : styles.title}>
        {t('title')}
        {box && <span className={styles.start}>{row ? `${box.label} / ${row.label}` : box.label}</span>}
      </Title>
      {model && (
        <span className={styles.counts}>
          {t('counts', { boxes: model.boxes.size, rows: model.rows.size, edges: model.edges.length })}
        </span>
      )}
      {c && (
        <span className={styles.complete} data-complete={c.complete}>
          {c.complete
            ? t('complete', { version: String(c.snapshotVersion) })
            : c.reason === 'DEPTH'
              ? t('depth', {
                  version: String(c.snapshotVersion),
                  up: data.upstreamTotal,
                  down: data.downstreamTotal,
                })
              : t('incomplete', { version: String(c.snapshotVersion), reason: c.reason ?? '' })}
          {c.latestVersion > c.snapshotVersion && ` · ${t('behind', { version: String(c.latestVersion) })}`}
          {c.hiddenNodes > 0 && ` · ${t('hidden', { count: c.hiddenNodes })}`}
        </span>
      )}
      {data.error && (
        <span role="alert" className={styles.partFailed}>
          {t('partFailed')}{' '}
          <Button autoInsertSpace={false} size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        </span>
      )}
    </div>
  );
}
