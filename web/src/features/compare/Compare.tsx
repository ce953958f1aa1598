import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Freshness } from '@/ui/Freshness';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { PersonalMark } from '@/ui/personal-mark';
import type { ComparedDataset } from './align-fields';
import { ComparedFields } from './ComparedFields';
import styles from './compare.module.css';

/** Two or three datasets side by side: what, whose, on what terms, how fresh, which fields; what differs is marked. */
export function Compare({ datasets }: { datasets: ComparedDataset[] }) {
  const t = useTranslations('compare');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const facts: [
    key: string,
    show: (dataset: ComparedDataset) => ReactNode,
    same: (dataset: ComparedDataset) => unknown,
  ][] = [
    ['provider', (d) => d.provider?.name ?? '–', (d) => d.provider?.name],
    ['library', (d) => d.library?.name ?? '–', (d) => d.library?.name],
    ['layer', (d) => (d.layer ? ui(`layer.${d.layer}`) : '–'), (d) => d.layer],
    [
      'grade',
      (d) => (
        <>
          <GradeChip grade={d.grade} /> <PersonalMark kind={d.personalInfo} />
        </>
      ),
      (d) => d.grade,
    ],
    ['sharing', (d) => ui(`sharing.${d.sharingType ?? 'unknown'}`), (d) => d.sharingType],
    ['condition', (d) => d.sharingCondition || '–', (d) => d.sharingCondition],
    ['basis', (d) => d.sharingBasis || '–', (d) => d.sharingBasis],
    ['opening', (d) => ui(`opening.${d.openType ?? 'unknown'}`), (d) => d.openType],
    [
      'freshness',
      (d) => <Freshness freshness={d.freshness} frequency={d.updateFrequency} />,
      (d) => `${d.updateFrequency} ${d.freshness.state}`,
    ],
    ['rows', (d) => (d.rowCount === null ? '–' : format.number(d.rowCount)), (d) => d.rowCount],
    ['fields', (d) => format.number(d.fieldCount), (d) => d.fieldCount],
    ['users', (d) => t('usersOf', { count: d.consumerCount }), (d) => d.consumerCount],
    [
      'neighbours',
      (d) => (
        <Link href={paths.lineage(d.id)}>
          {format.number(d.upstreamDatasetCount)} · {format.number(d.downstreamDatasetCount)}
        </Link>
      ),
      (d) => `${d.upstreamDatasetCount} ${d.downstreamDatasetCount}`,
    ],
    ['contact', (d) => d.contact ?? '–', (d) => d.contact],
  ];
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('hint')}</span>
      </header>
      <div className={page.stack}>
        <section className={page.panel} aria-label={t('facts')}>
          <div className={page.scroll}>
            <table className={`${page.table} ${styles.compare}`}>
              <thead>
                <tr>
                  <td />
                  {datasets.map((dataset) => (
                    <th key={dataset.id} scope="col">
                      <Link href={paths.dataset(dataset.id)}>{dataset.title}</Link>
                      <code>{dataset.name}</code>
                      {datasets.length > 2 && (
                        <Link
                          href={paths.compare(
                            datasets.filter(({ id }) => id !== dataset.id).map(({ id }) => id),
                          )}
                        >
                          {t('remove')}
                        </Link>
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {facts.map(([key, show, same]) => {
                  const differs = new Set(datasets.map((dataset) => same(dataset) ?? '')).size > 1;
                  return (
                    <tr key={key} data-differs={differs}>
                      <th scope="row">
                        {t(`fact.${key as 'provider'}`)}
                        {differs && <span className={styles.sign}>≠</span>}
                        {differs && <span className="visually-hidden">{t('differs')}</span>}
                      </th>
                      {datasets.map((dataset) => (
                        <td key={dataset.id}>{show(dataset)}</td>
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </section>
        <ComparedFields datasets={datasets} />
      </div>
    </div>
  );
}
