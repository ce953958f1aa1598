'use client';

import { Button } from 'antd';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import { FaultTable } from './FaultTable';
import { ImportCounts } from './ImportCounts';
import styles from './import.module.css';
import { bringsAnything, type ImportJob } from './import-job';
import { SampleTable } from './SampleTable';

interface Props {
  job: ImportJob;
  onAccept: (keepGood: boolean) => void;
  onLeave: () => void;
}

/** What a file would do or has done, what is wrong with it, and what to do now. */
export function ImportReport({ job, onAccept, onLeave }: Props) {
  const t = useTranslations('import');
  const { report } = job;
  const head = useRef<HTMLHeadingElement>(null);
  // Where the eye looks next, the keyboard and the screen reader go as well.
  useEffect(() => head.current?.focus({ preventScroll: true }), []);
  const checked = job.state === 'CHECKED';
  const takes = report !== null && checked && !report.fatal && bringsAnything(report);
  const verdict =
    report === null || job.state === 'FAILED'
      ? 'failed'
      : report.written
        ? 'written'
        : report.fatal
          ? 'fatal'
          : report.faults > 0
            ? takes
              ? 'faults'
              : 'allFaulty'
            : bringsAnything(report)
              ? 'good'
              : 'nothing';
  const wrong = verdict === 'failed' || (report !== null && report.faults > 0 && !report.written);
  return (
    <>
      <section className={page.panel} aria-labelledby="verdict">
        <div className={`${page.panelBody} ${styles.verdict}`}>
          <h2 id="verdict" ref={head} tabIndex={-1} data-wrong={wrong}>
            {t(`verdict.${verdict}`, { faults: report?.faults ?? 0, refused: report?.refusedRows ?? 0 })}
          </h2>
          <p className={page.sub}>
            {t('file', { name: job.fileName, kind: t(`kind.${job.kind}`), rows: report?.rows ?? 0 })}
          </p>
          {report && !report.fatal && <ImportCounts report={report} />}
          <div className={styles.ways}>
            {takes && report.faults === 0 && (
              <Button type="primary" onClick={() => onAccept(false)}>
                {t('accept')}
              </Button>
            )}
            {takes && report.faults > 0 && (
              <Button onClick={() => onAccept(true)}>
                {t('keepGood', { rows: report.rows - report.refusedRows })}
              </Button>
            )}
            <Button onClick={onLeave}>{t(takes ? 'cancel' : 'another')}</Button>
          </div>
          {report?.written && report.touched.length > 0 && (
            <nav aria-label={t('touched')} className={styles.touched}>
              <span className={styles.touchedLabel}>{t('touched')}</span>
              <ul>
                {report.touched.map(({ id, title }) => (
                  <li key={id}>
                    <Link href={paths.dataset(id)}>{title}</Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </section>
      {report && report.list.length > 0 && <FaultTable token={job.token} report={report} />}
      {report && report.samples.length > 0 && <SampleTable report={report} kind={job.kind} />}
    </>
  );
}
