'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { request } from '@/lib/api/client';
import { LineageImpactDocument } from '@/lib/api/gql/graphql';
import { RingChip } from '@/ui/ring-chip';
import { PanelFault } from './PanelFault';
import styles from './panel.module.css';

/** What depends on the chosen thing, in the whole catalogue and not only in the picture. */
export function ImpactSentence({ id }: { id: string }) {
  const t = useTranslations('lineage.panel');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['lineage-impact', id],
    queryFn: ({ signal }) => request(LineageImpactDocument, { id }, signal),
    staleTime: 60_000,
  });
  if (error) return <PanelFault busy={isFetching} onRetry={refetch} />;
  // Its room is kept, so that nothing moves when it comes.
  if (!data) return <div className={styles.sentence} aria-busy="true" />;
  const impact = data.impact;
  if (!impact) return null;
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  // One rule for all numbers: where values arrive, masked or not. What is only influenced stands in its own ring.
  const reached = impact.accessByRing.filter(({ ring }) => ring !== 'INFLUENCED');
  const counts = {
    fields: impact.fieldCount,
    datasets: impact.datasetCount,
    interfaces: reached.reduce((sum, { interfaceCount }) => sum + interfaceCount, 0),
    consumers: reached.reduce((sum, { consumerCount }) => sum + consumerCount, 0),
  };
  const nothing = Object.values(counts).every((count) => count === 0);
  const { complete, snapshotVersion } = impact.completeness;
  return (
    <div className={styles.sentence}>
      <p>{nothing ? t('flowsNowhere') : t.rich('flowsTo', { ...counts, b })}</p>
      {!nothing && (
        <ul className={styles.byRing}>
          {impact.byRing.map(({ ring, fieldCount }) => (
            <li key={ring}>
              <RingChip ring={ring} /> {t('ringFields', { count: fieldCount })}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.sub}>
        {t(complete ? 'complete' : 'incomplete', { version: String(snapshotVersion) })}
      </p>
    </div>
  );
}
