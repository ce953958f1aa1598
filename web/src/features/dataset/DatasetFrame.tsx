import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DatasetHeadFragment } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Freshness } from '@/ui/Freshness';
import { GradeChip } from '@/ui/grade-chip';
import { LinkPending } from '@/ui/LinkPending';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import { ApplyGuide } from './ApplyGuide';
import styles from './dataset.module.css';
import type { DatasetTab } from './dataset-tab';
import { DATASET_TABS } from './dataset-tab';

interface Props {
  dataset: DatasetHeadFragment;
  tab: DatasetTab;
  children: ReactNode;
}

/** What it is, may I use it, can I trust it; the tabs below. */
export function DatasetFrame({ dataset, tab, children }: Props) {
  const t = useTranslations('dataset');
  const ui = useTranslations('ui');
  return (
    <div className={tab === 'lineage' ? styles.tall : page.page}>
      <header className={tab === 'lineage' ? styles.tallHead : undefined}>
        <p className={page.small}>
          {dataset.provider && (
            <Link href={paths.catalogue({ department: dataset.provider.code })}>{dataset.provider.name}</Link>
          )}
          {dataset.library && (
            <>
              {' / '}
              <Link href={paths.catalogue({ library: dataset.library.code })}>{dataset.library.name}</Link>
            </>
          )}
        </p>
        <div className={styles.title}>
          <h1>{dataset.title}</h1>
          <GradeChip grade={dataset.grade} />
          <Link className={styles.why} href={paths.dataset(dataset.id, { tab: 'grading' })}>
            {t('why')}
          </Link>
          <PersonalMark kind={dataset.personalInfo} />
          {dataset.layer && <span className={styles.tag}>{ui(`layer.${dataset.layer}`)}</span>}
          {dataset.synthetic && <span className={styles.tag}>{ui('synthetic')}</span>}
          <code className={page.small}>{dataset.name}</code>
        </div>
        {tab !== 'lineage' && <Facts dataset={dataset} />}
      </header>
      <nav className={styles.tabs} aria-label={t('tabs')}>
        {DATASET_TABS.map((key) => (
          <Link
            key={key}
            href={paths.dataset(dataset.id, key === 'fields' ? {} : { tab: key })}
            aria-current={key === tab ? 'page' : undefined}
          >
            {t(`tab.${key}`)}
            <LinkPending />
          </Link>
        ))}
      </nav>
      {children}
    </div>
  );
}

function Facts({ dataset }: { dataset: DatasetHeadFragment }) {
  const t = useTranslations('dataset');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const list = (words: string[]) => words.join(ui('separator'));
  const more: [string, string | null | undefined][] = [
    [
      'opening',
      [ui(`opening.${dataset.openType ?? 'unknown'}`), dataset.openCondition]
        .filter(Boolean)
        .join(ui('clauses')),
    ],
    ['resourceCode', dataset.resourceCode],
    ['theme', dataset.theme],
    ['otherNames', list(dataset.otherNames)],
    ['keywords', list(dataset.keywords)],
    ['spatial', dataset.spatial],
    ['temporal', dataset.temporal],
    ['source', dataset.source],
    ['contact', dataset.contact],
    ['namespace', dataset.namespace],
    ...dataset.particulars.map(({ name, value }): [string, string] => [
      `particular.${name}`,
      name === 'REGIONAL_SUPPLEMENT' ? t(value === 'YES' ? 'yes' : 'no') : value,
    ]),
  ];
  return (
    <>
      {dataset.abstract && <p className={styles.abstract}>{dataset.abstract}</p>}
      <dl className={styles.facts}>
        <div data-wide="true">
          <dt>{t('sharing')}</dt>
          <dd>
            <strong>{ui(`sharing.${dataset.sharingType ?? 'unknown'}`)}</strong>
            {dataset.sharingCondition && <p>{t('condition', { text: dataset.sharingCondition })}</p>}
            {dataset.sharingBasis && (
              <p className={page.small}>{t('basis', { text: dataset.sharingBasis })}</p>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('freshness')}</dt>
          <dd>
            <Freshness freshness={dataset.freshness} frequency={dataset.updateFrequency} />
          </dd>
        </div>
        <Count label={t('fieldCount')} value={dataset.fieldCount} />
        {dataset.rowCount !== null && <Count label={t('rowCount')} value={dataset.rowCount} />}
        <div>
          <dt>{t('users')}</dt>
          <dd>
            <Link href={paths.dataset(dataset.id, { tab: 'interfaces' })}>
              {format.number(dataset.consumerCount)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('neighbours')}</dt>
          <dd>
            <Link href={paths.lineage(dataset.id)}>
              {format.number(dataset.upstreamDatasetCount)} · {format.number(dataset.downstreamDatasetCount)}
            </Link>
          </dd>
        </div>
      </dl>
      <ApplyGuide dataset={dataset} />
      <details className={styles.more}>
        <summary>{t('moreFacts')}</summary>
        <dl>
          {more
            .filter(([, value]) => value)
            .map(([key, value]) => (
              <div key={key}>
                <dt>{t(`fact.${key as 'opening'}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  const format = useFormatter();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{format.number(value)}</dd>
    </div>
  );
}
