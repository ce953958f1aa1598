import { useFormatter, useTranslations } from 'next-intl';
import type { WhoAccessedQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { Completeness } from '@/ui/Completeness';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import { AccessDetail } from './AccessDetail';
import styles from './audit.module.css';
import { type AuditParams, toHref } from './audit-params';
import { groupByConsumer, inScope } from './group-accesses';

interface Props {
  name: string;
  answer: NonNullable<WhoAccessedQuery['whoAccessed']>;
  params: AuditParams;
}

/** Who read the thing or what came of it, by consumer; unauthorised first. */
export function WhoAnswer({ name, answer, params }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const groups = groupByConsumer(inScope(answer.accesses, params.scope));
  const shown = new Set(groups.map((group) => group.consumer.id));
  const beyond = groupByConsumer(answer.accesses).filter((group) => !shown.has(group.consumer.id)).length;
  const total = (of: 'calls' | 'rows') => groups.reduce((sum, group) => sum + group[of], 0);
  return (
    <div className={page.stack}>
      <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
        <p data-testid="sentence">
          {t.rich(`answer.${params.scope}`, {
            name,
            from: params.from,
            to: params.to,
            consumers: groups.length,
            calls: total('calls'),
            rows: total('rows'),
            b: (text) => <b>{text}</b>,
          })}
          {groups.some((group) => !group.authorized) && (
            <strong className={styles.warning}>
              {t('uncovered', { count: groups.filter((group) => !group.authorized).length })}
            </strong>
          )}
        </p>
        {beyond > 0 && (
          <p className={page.small}>
            {t(`beyond.${params.scope === 'self' ? 'self' : 'derived'}`, { count: beyond })}{' '}
            <Link href={toHref({ ...params, scope: params.scope === 'self' ? 'derived' : 'influenced' })}>
              {t('showThem')}
            </Link>
          </p>
        )}
        <Completeness completeness={answer.completeness} />
      </section>
      {groups.length === 0 && (
        <section className={page.panel}>
          <Empty title={t('nobody')}>{t('nobodyHelp')}</Empty>
        </section>
      )}
      {groups.map((group) => (
        <section
          key={group.consumer.id}
          className={page.panel}
          aria-label={group.consumer.name}
          data-testid="consumer"
        >
          <div className={page.panelHead}>
            <h2>{group.consumer.name}</h2>
            <span className={page.small}>{group.consumer.operatedBy?.shortName}</span>
            <RingChip ring={group.ring} />
            {!group.authorized && <span className={styles.warning}>{t('notCovered')}</span>}
            <span className={`${page.small} ${styles.right}`}>
              {t('callsAndRows', { calls: format.number(group.calls), rows: format.number(group.rows) })}
            </span>
          </div>
          {group.accesses.map((access) => (
            <AccessDetail
              key={`${access.interface.id} ${access.authorization?.id} ${access.ring}`}
              access={access}
              params={params}
            />
          ))}
        </section>
      ))}
    </div>
  );
}
