'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useFormatter, useTranslations } from 'next-intl';
import { request } from '@/lib/api/client';
import { LineageAgeDocument } from '@/lib/api/gql/graphql';
import { ageText } from '@/lib/format/age';
import { VerifyImpact } from '@/ui/VerifyImpact';
import styles from './lineage.module.css';
import type { LineageModel } from './lineage-model';
import type { CompletenessFacts } from './lineage-types';
import told from './summary.module.css';
import type { LineageData } from './use-lineage-data';

interface Props {
  model: LineageModel | null;
  data: LineageData;
  embedded: boolean;
  onRetry: () => void;
}

/** What the picture is about, how much there is and is shown, and whether anything is missing from it. */
export function LineageSummary({ model, data, embedded, onRetry }: Props) {
  const t = useTranslations('lineage.summary');
  const format = useFormatter();
  const row = model?.rows.get(model.start);
  const box = model?.boxes.get(row?.boxId ?? model.start);
  const Title = embedded ? 'h2' : 'h1';
  return (
    <div className={styles.summary}>
      <Title className={embedded ? 'visually-hidden' : styles.title}>
        {t('title')}
        {box && <span className={styles.start}>{row ? `${box.label} / ${row.label}` : box.label}</span>}
      </Title>
      {model && (
        <span className={told.totals} title={t('totalsMeaning')}>
          {t.rich('totals', {
            up: format.number(data.upstreamTotal),
            down: format.number(data.downstreamTotal),
            b: (chunks) => <b>{chunks}</b>,
          })}
        </span>
      )}
      {model && (
        <span className={styles.counts}>
          {t('counts', { boxes: model.boxes.size, rows: model.rows.size, edges: model.edges.length })}
        </span>
      )}
      {data.completeness && (
        <Trust
          completeness={data.completeness}
          verify={row || box?.kind === 'DATASET' ? model?.start : undefined}
        />
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

const HOUR = 3_600_000;

/** Whether the answer is whole, from which version and how old that is; opens what this means. */
function Trust({ completeness: c, verify }: { completeness: CompletenessFacts; verify: string | undefined }) {
  const t = useTranslations('lineage.summary');
  const ages = useTranslations('format.age');
  const format = useFormatter();
  const { data } = useQuery({
    queryKey: ['lineage-age', c.snapshotVersion],
    queryFn: ({ signal }) => request(LineageAgeDocument, {}, signal),
    staleTime: 60_000,
    retry: false,
  });
  const built = data?.health.index.builtAt;
  const age = built
    ? ages('ago', { age: ageText(ages, Math.max(0, Date.now() - Date.parse(built)) / HOUR) })
    : null;
  const state = c.complete ? 'complete' : c.reason === 'DEPTH' ? 'depth' : 'incomplete';
  const behind = c.latestVersion > c.snapshotVersion;
  return (
    <details className={told.trust} data-state={state}>
      <summary>
        <span aria-hidden="true">{state === 'complete' ? '✓' : state === 'depth' ? '◐' : '!'}</span>{' '}
        {t(`state.${state}`)} · {t('version', { version: String(c.snapshotVersion) })}
        {age && ` · ${age}`}
        {behind && ` · ${t('behind')}`}
      </summary>
      <div className={told.meaning}>
        <p>{t(`meaning.${state}`, { reason: c.reason ?? '' })}</p>
        {built && (
          <p>
            {t('built', {
              time: format.dateTime(new Date(built), 'minute'),
              version: String(c.snapshotVersion),
            })}
          </p>
        )}
        {behind && <p>{t('behindMeaning', { version: String(c.latestVersion) })}</p>}
        {c.hiddenNodes > 0 && <p>{t('hidden', { count: c.hiddenNodes })}</p>}
        {verify && <VerifyImpact id={verify} />}
      </div>
    </details>
  );
}
