import { useFormatter, useTranslations } from 'next-intl';
import type { WhoAccessedQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Completeness } from '@/ui/Completeness';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import { RingChip } from '@/ui/ring-chip';
import { AccessDetail } from './AccessDetail';
import { AnswerTools } from './AnswerTools';
import styles from './audit.module.css';
import { type AuditParams, toHref } from './audit-params';
import { CoverageMark } from './CoverageMark';
import { isBreach, joinCoverage } from './coverage';
import { type ConsumerGroup, groupByConsumer, inScope } from './group-accesses';
import { OpenTable } from './OpenTable';

interface Props {
  name: string;
  answer: NonNullable<WhoAccessedQuery['whoAccessed']>;
  params: AuditParams;
}

/** Who read the thing or what came of it, by consumer; what no authorisation let comes first. */
export function WhoAnswer({ name, answer, params }: Props) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const groups = groupByConsumer(inScope(answer.accesses, params.scope));
  const breaches = groups.filter(({ coverage }) => isBreach(coverage));
  const breach = joinCoverage(breaches.map(({ coverage }) => coverage));
  const seen = new Set(groups.map((group) => group.consumer.id));
  const beyond = groupByConsumer(answer.accesses).filter((group) => !seen.has(group.consumer.id)).length;
  const total = (of: 'calls' | 'denied' | 'rows') => groups.reduce((sum, group) => sum + group[of], 0);
  const interfaces = new Set(groups.flatMap(({ accesses }) => accesses.map((access) => access.interface.id)));
  const shown = params.only ? breaches : groups;
  return (
    <div className={page.stack}>
      <section className={`${page.panel} ${styles.sentence}`} aria-label={t('inShort')}>
        <p data-testid="sentence">
          {t.rich(groups.length > 0 ? `answer.${params.scope}` : 'answerNobody', {
            name,
            from: params.from,
            to: params.to,
            consumers: groups.length,
            interfaces: interfaces.size,
            calls: total('calls'),
            denied: total('denied'),
            rows: total('rows'),
            b: (text) => <b>{text}</b>,
          })}
        </p>
        {breaches.length > 0 && (
          <p className={styles.breach} data-testid="breach">
            <span aria-hidden="true">✕</span>{' '}
            {t('breach', {
              consumers: breaches.length,
              calls: format.number(breach.calls),
              rows: format.number(breach.rows),
            })}{' '}
            <Link href={toHref({ ...params, only: !params.only })} scroll={false}>
              {t(params.only ? 'showAll' : 'showOnly')}
            </Link>
          </p>
        )}
        {groups.length > 0 && breaches.length === 0 && (
          <p className={styles.clean}>
            <span aria-hidden="true">✓</span> {t('noBreach')}
          </p>
        )}
        {beyond > 0 && (
          <p className={page.small}>
            {t(`beyond.${params.scope === 'self' ? 'self' : 'derived'}`, { count: beyond })}{' '}
            <Link href={toHref({ ...params, scope: params.scope === 'self' ? 'derived' : 'influenced' })}>
              {t('showThem')}
            </Link>
          </p>
        )}
        <div className={styles.foot}>
          <Completeness completeness={answer.completeness} />
          <AnswerTools params={params} />
        </div>
      </section>
      {groups.length === 0 && (
        <section className={page.panel}>
          <Empty title={t('nobody')}>{t('nobodyHelp')}</Empty>
        </section>
      )}
      {shown.length > 0 && (
        <OpenTable
          label={
            params.only ? t('tableOnly', { count: shown.length }) : t('tableWho', { count: shown.length })
          }
          firstHead={t('consumer')}
          head={<Head />}
          columns={7}
          testId="consumer"
          rows={shown.map((group) => ({
            key: group.consumer.code,
            name: group.consumer.name,
            alarming: isBreach(group.coverage),
            title: (
              <>
                <Link
                  href={paths.audit({
                    mode: 'by',
                    consumer: group.consumer.id,
                    from: params.from,
                    to: params.to,
                  })}
                  title={t('whatElse')}
                >
                  {group.consumer.name}
                </Link>
                <small className={styles.unit}>{group.consumer.operatedBy?.shortName}</small>
              </>
            ),
            cells: <Cells group={group} />,
            detail: group.accesses.map((access) => (
              <AccessDetail
                key={`${access.interface.id} ${access.authorization?.id} ${access.ring}`}
                access={access}
                params={params}
              />
            )),
          }))}
        />
      )}
    </div>
  );
}

function Head() {
  const t = useTranslations('audit');
  return (
    <>
      <th scope="col">{t('reached')}</th>
      <th scope="col">{t('through')}</th>
      <th scope="col">{t('authorization')}</th>
      <th scope="col" className={page.number}>
        {t('calls')}
      </th>
      <th scope="col" className={page.number}>
        {t('rows')}
      </th>
      <th scope="col">{t('last')}</th>
    </>
  );
}

function Cells({ group }: { group: ConsumerGroup }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const names = [...new Set(group.accesses.map((access) => access.interface.name))];
  return (
    <>
      <td>
        <RingChip ring={group.ring} />
      </td>
      <td>
        {names.length > 2
          ? t('interfacesMore', { name: names[0] ?? '', count: names.length })
          : names.join(' · ')}
      </td>
      <td>
        <CoverageMark coverage={group.coverage} />
      </td>
      <td className={page.number}>
        {format.number(group.calls)}
        {group.denied > 0 && <small className={styles.under}>{t('denied', { count: group.denied })}</small>}
      </td>
      <td className={page.number}>{format.number(group.rows)}</td>
      <td className={page.nowrap}>{format.dateTime(new Date(group.lastAt), 'minute')}</td>
    </>
  );
}
