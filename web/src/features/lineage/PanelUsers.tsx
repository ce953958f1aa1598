'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { LineageUsersDocument } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import { Skeleton } from '@/ui/Skeleton';
import { Validity } from '@/ui/Validity';
import { PanelFault } from './PanelFault';
import { PanelSection } from './PanelSection';
import styles from './panel.module.css';
import { type Grant, type WayOut, waysOutOf } from './ways-out';

/** Who uses it: interfaces that give it out, consumers that may call them, until when. */
export function PanelUsers({ id, section }: { id: string; section: string }) {
  const t = useTranslations('lineage.panel');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['lineage-users', id],
    queryFn: ({ signal }) => request(LineageUsersDocument, { id }, signal),
    staleTime: 60_000,
  });
  const node = data?.node;
  const ways = node ? waysOutOf(node) : [];
  const consumer = node?.__typename === 'Consumer';
  return (
    <PanelSection
      id={section}
      title={t(consumer ? 'mayCall' : 'users')}
      count={node ? ways.length : undefined}
    >
      {error && <PanelFault busy={isFetching} onRetry={refetch} />}
      {!error && !data && <Skeleton heights={[64]} />}
      {node && ways.length === 0 && <p className={styles.note}>{t(consumer ? 'callsNothing' : 'noUsers')}</p>}
      <ul>
        {ways.map((way) => (
          <Way key={way.code} way={way} />
        ))}
      </ul>
    </PanelSection>
  );
}

function Way({ way }: { way: WayOut }) {
  const t = useTranslations('lineage.panel');
  const states = useTranslations('ui.interfaceState');
  const format = useFormatter();
  return (
    <li className={styles.way} data-interface={way.code}>
      <div className={styles.edgeHead}>
        <Link href={paths.interface(way.code)} className={styles.wayName}>
          {way.name}
        </Link>
        <GradeChip grade={way.grade} />
      </div>
      <p className={styles.sub}>
        {states(way.state)} · {t('calls', { count: format.number(way.calls) })}
      </p>
      {way.grants.length === 0 && <p className={styles.note}>{t('noGrant')}</p>}
      <ul className={styles.grants}>
        {way.grants.map((grant) => (
          <GrantLine key={grant.code} grant={grant} />
        ))}
      </ul>
    </li>
  );
}

function GrantLine({ grant }: { grant: Grant }) {
  const t = useTranslations('lineage.panel');
  return (
    <li className={styles.grant} data-valid={grant.valid}>
      <span>{grant.consumer ?? grant.code}</span>
      <span className={styles.term}>
        <Validity valid={grant.valid} state={grant.state} /> {t('until', { day: grant.validTo })}
        {!grant.covers && <span className={styles.sub}> · {t('notCovered')}</span>}
        {grant.exceeded && <span className={styles.backflow}> · {t('exceeded')}</span>}
      </span>
    </li>
  );
}
