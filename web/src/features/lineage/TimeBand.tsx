'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { Comparison } from './Comparison';
import { type LineageTime, TODAY } from './lineage-time';
import styles from './time.module.css';
import type { LineageChanges } from './use-lineage-changes';
import type { ChangeView } from './use-lineage-url';

interface Props {
  id: string;
  time: LineageTime;
  changes: LineageChanges;
  change: ChangeView;
}

/** Says at one glance that the picture is not of today, or shows two days, and what lies between them. */
export function TimeBand({ id, time, changes, change }: Props) {
  const t = useTranslations('lineage.time');
  const { day, asKnown, since } = time;
  if (day === null && since === null) return null;
  return (
    <div className={styles.band}>
      <strong role="status">
        {since === null
          ? t('showing', { day: day ?? '' })
          : t('comparing', { since, day: day ?? t('today') })}
        {asKnown && ` · ${t('asKnown')}`}
      </strong>
      {changes.error && <span role="alert">{t('failed')}</span>}
      {changes.cut && <span role="status">{t('cut')}</span>}
      <span className={styles.space} />
      <Button autoInsertSpace={false} size="small" onClick={() => change(TODAY)}>
        {t('backToToday')}
      </Button>
      {since !== null && <Comparison id={id} time={time} />}
    </div>
  );
}
