import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { InterfacePageQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import styles from './detail.module.css';
import { ExposedFields } from './ExposedFields';
import { Marks } from './Marks';
import { StateTag } from './StateTag';

export type InterfaceNode = NonNullable<InterfacePageQuery['interface']>;

interface Props {
  node: InterfaceNode;
  /** The last 30 days, for links to the audit. */
  period: { from: string; to: string };
  /** Authorisations and calls; they may come later than the head. */
  children: ReactNode;
}

/** One interface: what it gives out, to whom until when, how it is called. */
export function InterfaceDetail({ node, period, children }: Props) {
  const t = useTranslations('interfaces.detail');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const valid = node.authorizations.filter((grant) => grant.valid).length;
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
  const facts: [string, ReactNode][] = [
    [t('address'), <code key="path">{`${node.method} ${node.path}`}</code>],
    [
      t('window'),
      node.windowFrom === 0 && node.windowTo === 24
        ? t('allDay')
        : `${hour(node.windowFrom)}–${hour(node.windowTo)}`,
    ],
    [t('quota'), node.dailyQuota === null ? t('noQuota') : t('quotaOf', { count: node.dailyQuota })],
    [
      t('published'),
      node.publishedAt ? format.dateTime(new Date(node.publishedAt), 'day') : t('notPublished'),
    ],
    [
      t('lastCall'),
      node.lastCallAt
        ? `${format.dateTime(new Date(node.lastCallAt), 'minute')} · ${node.idleDays === 0 ? t('today') : t('idle', { days: node.idleDays ?? 0 })}`
        : t('neverCalled'),
    ],
    [
      t('grants'),
      <a key="grants" href="#authorizations">
        {t('grantsOf', { valid, all: node.authorizations.length })}
      </a>,
    ],
  ];
  return (
    <div className={page.page}>
      <nav aria-label={t('trail')} className={styles.trail}>
        <Link href={paths.interfaces()}>{t('all')}</Link>
      </nav>
      <header className={styles.head}>
        <h1>{node.name}</h1>
        <GradeChip grade={node.grade} />
        <StateTag state={node.state} />
        <Marks of={{ ...node, authorizations: node.authorizations }} />
        {node.synthetic && <span className={styles.tag}>{ui('synthetic')}</span>}
        <span className={styles.actions}>
          <Link href={paths.lineage(node.id)}>{t('lineage')}</Link>
          <Link href={paths.impact(node.id)}>{t('impact')}</Link>
          <Link href={paths.audit({ id: node.id, ...period })} data-testid="audit">
            {t('audit')}
          </Link>
        </span>
      </header>
      <p className={styles.where}>
        {[node.provider?.name, node.scene?.name].filter(Boolean).join(' · ')}
        {' · '}
        <code>{node.code}</code>
        {node.description && <span className={styles.description}>{node.description}</span>}
      </p>
      <div className={page.stack}>
        <dl className={`${page.panel} ${styles.facts}`}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <ExposedFields exposures={node.exposures} />
        {children}
      </div>
    </div>
  );
}
