'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useFormatter, useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { LineageEvidenceDocument } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Skeleton } from '@/ui/Skeleton';
import styles from './evidence.module.css';
import type { ModelEdge } from './lineage-model';
import { SqlText } from './SqlText';

interface Props {
  edge: ModelEdge;
  /** Column names at both ends. */
  names: readonly string[];
}

/** Who says that an edge exists: origin, job, the statement with the expression marked, run, times. */
export function EdgeEvidence({ edge, names }: Props) {
  const t = useTranslations('lineage.evidence');
  const format = useFormatter();
  const known = edge.role === 'FLOW';
  const { data, error, refetch, isFetching } = useQuery({
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
        <Button autoInsertSpace={false} size="small" loading={isFetching} onClick={() => refetch()}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  if (!data) return <Skeleton heights={[150]} />;
  const evidence = data.edgeEvidence;
  if (!evidence) return <p className={styles.note}>{t('gone')}</p>;
  const when = (time: string) => format.dateTime(new Date(time), 'minute');
  const job = evidence.job;
  const facts: [string, string | null][] = [
    [t('job'), job ? job.description || job.name : null],
    [t('jobName'), job?.description ? job.name : null],
    [t('run'), evidence.run],
    [t('note'), evidence.note],
    [t('recorded'), when(evidence.recordedAt)],
    [t('valid'), `${when(evidence.validFrom)} – ${evidence.validTo ? when(evidence.validTo) : t('now')}`],
  ];
  return (
    <div className={styles.evidence}>
      <p className={styles.origin} data-origin={evidence.origin}>
        <span className={styles.originMark} aria-hidden="true" />
        {t(`originName.${evidence.origin}`)}
      </p>
      <dl>
        {facts
          .filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {edge.backflowLink && (
          <div>
            <dt>{t('link')}</dt>
            <dd>
              <Link href={paths.backflowLink(edge.backflowLink)}>{edge.backflowLink}</Link>
            </dd>
          </div>
        )}
      </dl>
      {job?.sql && (
        <SqlText
          sql={job.sql}
          dialect={job.dialect}
          from={evidence.sqlFrom}
          to={evidence.sqlTo}
          names={names}
        />
      )}
    </div>
  );
}
