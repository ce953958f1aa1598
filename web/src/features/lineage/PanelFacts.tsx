'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { request } from '@/lib/api/client';
import { LineageFactsDocument, type LineageFactsQuery } from '@/lib/api/gql/graphql';
import { Freshness } from '@/ui/Freshness';
import { GradeChip } from '@/ui/grade-chip';
import { Skeleton } from '@/ui/Skeleton';
import { PanelFault } from './PanelFault';
import { PanelSection } from './PanelSection';
import styles from './panel.module.css';

type Facts = NonNullable<LineageFactsQuery['node']>;
type FieldFacts = Extract<Facts, { __typename: 'Field' }>;

/** What the catalogue knows of a thing, and of a field why it has its grade. */
export function PanelFacts({ id, ids }: { id: string; ids: { facts: string; grade: string } }) {
  const t = useTranslations('lineage.panel');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['lineage-facts', id],
    queryFn: ({ signal }) => request(LineageFactsDocument, { id }, signal),
    staleTime: 60_000,
  });
  const node = data?.node;
  return (
    <>
      <PanelSection id={ids.facts} title={t('facts')}>
        {error && <PanelFault busy={isFetching} onRetry={refetch} />}
        {!error && !data && <Skeleton heights={[92]} />}
        {node && <FactList node={node} />}
      </PanelSection>
      {node?.__typename === 'Field' && <Grading field={node} id={ids.grade} />}
    </>
  );
}

function FactList({ node }: { node: Facts }) {
  const facts = useFacts(node).filter(([, value]) => value !== null && value !== '');
  const t = useTranslations('lineage.panel');
  if (facts.length === 0) return <p className={styles.note}>{t('noFacts')}</p>;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFacts(node: Facts): [string, ReactNode][] {
  const t = useTranslations('lineage.panel.fact');
  const sharing = useTranslations('ui.sharing');
  const states = useTranslations('ui.interfaceState');
  const format = useFormatter();
  switch (node.__typename) {
    case 'Field': {
      const { freshness, updateFrequency, library } = node.dataset;
      return [
        [t('meaning'), node.description],
        [t('type'), node.type ? <code key="type">{node.type}</code> : null],
        [t('personal'), node.personalInfoKind],
        [t('library'), library?.name ?? null],
        [t('freshness'), <Freshness key="age" freshness={freshness} frequency={updateFrequency} />],
      ];
    }
    case 'Dataset':
      return [
        [t('meaning'), node.abstract],
        [t('library'), node.library?.name ?? null],
        [t('sharing'), node.sharingType ? sharing(node.sharingType) : null],
        [t('fields'), format.number(node.fieldCount)],
        [t('rows'), node.rowCount === null ? null : format.number(node.rowCount)],
        [t('freshness'), <Freshness key="age" freshness={node.freshness} frequency={node.updateFrequency} />],
        [
          t('grades'),
          node.gradeCounts.length > 0 ? <GradeCounts key="grades" counts={node.gradeCounts} /> : null,
        ],
      ];
    case 'Interface':
      return [
        [t('meaning'), node.interfaceDescription],
        [t('state'), states(node.interfaceState)],
        [t('address'), <code key="path">{`${node.method} ${node.path}`}</code>],
        [t('calls'), format.number(node.calls30Days)],
        [t('lastCall'), node.lastCallAt ? format.dateTime(new Date(node.lastCallAt), 'minute') : t('never')],
        [t('window'), `${hour(node.windowFrom)}–${hour(node.windowTo)}`],
      ];
    case 'Consumer':
      return [
        [t('meaning'), node.consumerDescription],
        [t('code'), <code key="code">{node.code}</code>],
        [t('operator'), node.operatedBy?.name ?? null],
      ];
    default:
      return [];
  }
}

function GradeCounts({ counts }: { counts: Extract<Facts, { __typename: 'Dataset' }>['gradeCounts'] }) {
  return (
    <span className={styles.gradeCounts}>
      {counts.map(({ grade, fieldCount }) => (
        <span key={grade ?? 'none'}>
          <GradeChip grade={grade} /> {fieldCount}
        </span>
      ))}
    </span>
  );
}

const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;

function Grading({ field, id }: { field: FieldFacts; id: string }) {
  const t = useTranslations('lineage.panel');
  const format = useFormatter();
  const current = field.gradings.find((grading) => grading.current);
  const earlier = field.gradings.length - (current ? 1 : 0);
  return (
    <PanelSection id={id} title={t('gradeWhy')}>
      {current ? (
        <>
          <p className={styles.reason}>
            <GradeChip grade={current.grade} /> {current.reason}
          </p>
          <p className={styles.note}>
            {t('filed', {
              by: current.filedBy,
              day: format.dateTime(new Date(current.filedAt), 'day'),
              state: t(`gradingState.${current.state}`),
            })}
          </p>
        </>
      ) : (
        <p className={styles.note}>{t('notGraded')}</p>
      )}
      {earlier > 0 && <p className={styles.note}>{t('earlier', { count: earlier })}</p>}
    </PanelSection>
  );
}
