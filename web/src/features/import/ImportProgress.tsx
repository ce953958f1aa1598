import { Progress } from 'antd';
import { useTranslations } from 'next-intl';
import page from '@/ui/page.module.css';
import styles from './import.module.css';
import { type ImportJob, percentOf } from './import-job';

interface Props {
  fileName: string;
  /** How much of the file is sent, 0 to 1. */
  share: number;
  job?: ImportJob;
}

/** How far a file is: sent, read, compared, written. */
export function ImportProgress({ fileName, share, job }: Props) {
  const t = useTranslations('import.progress');
  const progress = job?.progress;
  const words =
    share < 1
      ? t('sending', { percent: Math.round(share * 100) })
      : progress
        ? t(progress.phase, { rows: progress.rows, total: progress.total ?? 0 })
        : t('waiting');
  return (
    <section className={page.panel} aria-busy="true">
      <div className={`${page.panelBody} ${styles.progress}`}>
        <strong>{fileName}</strong>
        <Progress percent={job ? percentOf(job) : Math.round(share * 100)} aria-label={t('label')} />
        <p role="status">{words}</p>
      </div>
    </section>
  );
}
