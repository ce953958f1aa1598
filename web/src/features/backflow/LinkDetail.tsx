import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BackflowLinkPageQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import { FieldReturn } from './FieldReturn';
import { LinkState } from './LinkState';
import styles from './link.module.css';

export type LinkNode = NonNullable<BackflowLinkPageQuery['backflowLink']>;

/** One link: what was agreed, which datasets it ties, which fields come back, how every delivery went. */
export function LinkDetail({ link, children }: { link: LinkNode; children: ReactNode }) {
  const t = useTranslations('backflow.detail');
  const mode = useTranslations('backflow.mode');
  const ui = useTranslations('ui.frequency');
  const format = useFormatter();
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  const facts: [string, ReactNode][] = [
    [t('mode'), mode(link.mode)],
    [t('cadence'), ui(link.cadence)],
    [t('filter'), <code key="filter">{link.regionFilter}</code>],
    [t('expires'), link.expiresOn ? format.dateTime(new Date(link.expiresOn), 'day') : t('noExpiry')],
    [t('basis'), link.legalBasis],
  ];
  return (
    <div className={page.page}>
      <nav aria-label={t('trail')} className={styles.trail}>
        <Link href={paths.backflow({ unit: link.serves.code })}>{t('all')}</Link>
      </nav>
      <header className={styles.head}>
        <h1>{link.name}</h1>
        <LinkState state={link.state} />
        <span className={page.sub}>{t('serves', { name: link.serves.name })}</span>
        <code className={page.small}>{link.code}</code>
        <span className={styles.actions}>
          <Link href={paths.lineage(link.to.id)}>{t('lineage')}</Link>
        </span>
      </header>
      <p className={styles.sentence} data-testid="link-sentence">
        {link.landingRate === null
          ? t('never')
          : t.rich('sentence', {
              b: (text) => <b>{text}</b>,
              landed: format.number(link.rowsLanded),
              share: percent(link.landingRate),
              onTime: link.onTimeRate === null ? '' : t('onTime', { rate: percent(link.onTimeRate) }),
              days: t('daysOf', {
                days: format.number(link.daysToReturn ?? 0, { maximumFractionDigits: 1 }),
              }),
            })}
      </p>
      <div className={page.stack}>
        <section className={page.panel} aria-label={t('facts')}>
          <ol className={styles.way}>
            {link.collected && <Stop name={t('collected')} dataset={link.collected} />}
            <Stop name={t('from')} dataset={link.from} />
            <Stop name={t('to')} dataset={link.to} returning />
          </ol>
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        {children}
        <FieldReturn link={link} />
      </div>
    </div>
  );
}

function Stop({
  name,
  dataset,
  returning = false,
}: {
  name: string;
  dataset: LinkNode['from'];
  returning?: boolean;
}) {
  const t = useTranslations('backflow.detail');
  return (
    <li className={styles.stop} data-returning={returning}>
      <small>{name}</small>
      <span className={page.cell}>
        <Link href={paths.dataset(dataset.id)} className={page.strong}>
          {dataset.title}
        </Link>
        <GradeChip grade={dataset.grade} />
      </span>
      <span className={page.small}>
        {[
          dataset.provider?.shortName,
          t('facts3', { fields: dataset.fieldCount }),
          dataset.rowCount === null ? null : t('rows', { rows: dataset.rowCount }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
