'use client';

import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useFormatter, useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { LineageEvidenceDocument } from '@/lib/api/gql/graphql';
import type { ModelEdge } from './lineage-model';
import styles from './panel.module.css';
import { splitSpan } from './sql-span';

/** Who says that an edge exists: origin, job, the statement with the expression marked, run, times. */
export function EdgeEvidence({ edge }: { edge: ModelEdge }) {
  const t = useTranslations('lineage.evidence');
  const format = useFormatter();
  const known = edge.role === 'FLOW';
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['lineage-evidence', edge.id],
    queryFn: ({ signal }) => request(LineageEvidenceDocument, { id: edge.id }, signal),
    enabled: known,
    staleTime: 300_000,
  });
  if (!known) return <p className={styles.note}>{t(`role.${edge.role as 'EXPOSES'}`)}</p>;
  if (error) {
    return (
      <p className={styles.note} role="alert">
        {t('failed')}{' '}
        <Button autoInsertSpace={false} size="small" onClick={() => refetch()}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  if (isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const evidence = data.edgeEvidence;
  if (!evidence) return <p className={styles.note}>{t('gone')}</p>;
  const when = (time: string) => format.dateTime(new Date(time), 'minute');
  const facts: [string, string | null][] = [
    [t('origin'), t(`originName.${evidence.origin}`)],
    [t('job'), evidence.job ? evidence.job.description || evidence.job.name : null],
    [t('jobName'), evidence.job?.description ? evidence.job.name : null],
    [t('run'), evidence.run],
    [t('note'), evidence.note],
    [t('valid'), `${when(evidence.validFrom)} – ${evidence.validTo ? when(evidence.validTo) : t('now')}`],
    [t('recorded'), when(evidence.recordedAt)],
  ];
  const sql = evidence.job?.sql;
  return (
    <div className={styles.evidence}>
      <dl>
        {facts
          .filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {sql && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long statement is scrolled with the keyboard
        <section className={styles.sql} tabIndex={0} aria-label={t('sql')}>
          <code>
            {splitSpan(sql, evidence.sqlFrom, evidence.sqlTo).map(({ text, marked }) =>
              marked ? <mark key="span">{text}</mark> : text,
            )}
          </code>
        </section>
      )}
    </div>
  );
}
