import { useFormatter, useTranslations } from 'next-intl';
import type { InterfaceCallsQuery } from '@/lib/api/gql/graphql';
import { daysBetween } from '@/lib/format/china-day';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import { GradeChip } from '@/ui/grade-chip';
import page from '@/ui/page.module.css';
import styles from './detail.module.css';
import { GrantBar, TimeAxis } from './GrantBar';
import { lookOf, timeLineOf } from './grant-line';
import type { InterfaceNode } from './InterfaceDetail';

type Access = NonNullable<InterfaceCallsQuery['whoAccessed']>['accesses'][number];

interface Props {
  node: InterfaceNode;
  accesses: Access[];
  today: string;
  period: { from: string; to: string };
}

/** Every authorisation as a row with its bar on one time line: to whom, what for, until when, and is it used. */
export function Grants({ node, accesses, today, period }: Props) {
  const t = useTranslations('interfaces.grants');
  const format = useFormatter();
  const grants = [...node.authorizations].sort(
    (a, b) => Number(b.valid) - Number(a.valid) || (a.validTo < b.validTo ? -1 : 1),
  );
  const line = timeLineOf(grants, today);
  const used = new Map(accesses.flatMap((row) => (row.authorization ? [[row.authorization.code, row]] : [])));
  const without = accesses.filter((row) => row.authorization === null);
  return (
    <section className={page.panel} aria-labelledby="authorizations">
      <div className={page.panelHead}>
        <h2 id="authorizations">{t('title')}</h2>
        <span className={page.small}>
          {t('summary', {
            count: grants.length,
            valid: grants.filter((grant) => grant.valid).length,
            expiring: node.expiringAuthorizationCount,
            exceeded: node.exceededAuthorizationCount,
          })}
        </span>
      </div>
      {grants.length === 0 ? (
        <Empty title={t('none')}>{t('noneHelp')}</Empty>
      ) : (
        <div className={`${page.scroll} ${styles.tableBody}`}>
          <table className={`${page.table} ${styles.grants}`}>
            <thead>
              <tr>
                <th scope="col">{t('consumer')}</th>
                <th scope="col">{t('purpose')}</th>
                <th scope="col">{t('approved')}</th>
                <th scope="col">{t('fields')}</th>
                <th scope="col" className={page.number}>
                  {t('used')}
                </th>
                <th scope="col" className={styles.line}>
                  <TimeAxis line={line} label={t('validity')} />
                </th>
              </tr>
            </thead>
            <tbody>
              {grants.map((grant) => (
                <GrantRow
                  key={grant.id}
                  grant={grant}
                  exposed={node.exposures.length}
                  access={used.get(grant.code)}
                  audit={paths.audit({ id: node.id, ...period })}
                  look={lookOf(grant, today)}
                  bar={<GrantBar line={line} grant={grant} look={lookOf(grant, today)} />}
                  left={daysBetween(today, grant.validTo)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {without.length > 0 && (
        <p className={styles.warning}>
          <span aria-hidden="true">▲</span>{' '}
          {t('without', {
            names: format.list(without.map((row) => row.consumer.name)),
            calls: without.reduce((sum, row) => sum + row.calls, 0),
            denied: without.reduce((sum, row) => sum + row.denied, 0),
          })}{' '}
          <Link href={paths.audit({ id: node.id, ...period, only: 'outside' })}>{t('audit')}</Link>
        </p>
      )}
    </section>
  );
}

interface RowProps {
  grant: InterfaceNode['authorizations'][number];
  exposed: number;
  access: Access | undefined;
  audit: string;
  look: ReturnType<typeof lookOf>;
  bar: React.ReactNode;
  left: number;
}

function GrantRow({ grant, exposed, access, audit, look, bar, left }: RowProps) {
  const t = useTranslations('interfaces.grants');
  const ui = useTranslations('ui.authorizationState');
  const format = useFormatter();
  const all = grant.fields.length >= exposed;
  return (
    <tr data-testid="grant" data-look={look}>
      <td>
        <Link href={paths.audit({ mode: 'by', consumer: grant.consumer.id })} className={page.strong}>
          {grant.consumer.name}
        </Link>
        <p className={page.small}>
          {grant.consumer.operatedBy?.shortName} · <code>{grant.code}</code>
        </p>
      </td>
      <td className={styles.purpose}>
        {grant.purpose}
        <p className={page.small}>{grant.legalBasis}</p>
      </td>
      <td>
        <GradeChip grade={grant.approvedGrade} />
        {grant.exceeded && (
          <p className={styles.exceeded}>
            <span aria-hidden="true">▲</span> {t('exceeded')}
          </p>
        )}
      </td>
      <td>
        <details className={styles.fieldList}>
          <summary>
            {all
              ? t('allFields', { count: grant.fields.length })
              : t('someFields', { count: grant.fields.length, of: exposed })}
          </summary>
          <ul>
            {grant.fields.map((field) => (
              <li key={field.id}>{field.title || field.path}</li>
            ))}
          </ul>
        </details>
      </td>
      <td className={page.number}>
        {access ? (
          <Link href={audit}>{format.number(access.calls)}</Link>
        ) : (
          <span className={page.small}>{t('unused')}</span>
        )}
        {access && access.denied > 0 && (
          <p className={styles.denied}>{t('denied', { count: access.denied })}</p>
        )}
        {access && !access.authorizedThroughout && <p className={styles.denied}>{t('notCovered')}</p>}
      </td>
      <td className={styles.line}>
        {bar}
        <p className={styles.dates}>
          <span className={styles.look} data-look={look}>
            {look === 'stopped' || look === 'expired' ? '✕' : look === 'expiring' ? '◷' : '✓'}{' '}
            {ui(grant.state)}
          </span>
          {format.dateTime(new Date(grant.validFrom), 'day')} –{' '}
          {format.dateTime(new Date(grant.validTo), 'day')}
          {look === 'expiring' && <b>{t('left', { days: left })}</b>}
        </p>
      </td>
    </tr>
  );
}
