import { useFormatter, useTranslations } from 'next-intl';
import type { OverviewQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import styles from './overview.module.css';
import { PartBar } from './PartBar';

/** Every state before use and after it. */
const OTHERS = `/interfaces?${new URLSearchParams(
  ['REGISTERED', 'IN_REVIEW', 'PUBLISHED', 'RECLAIMED', 'UNPUBLISHED', 'DEREGISTERED'].map((state) => [
    'state',
    state,
  ]),
)}`;

/** Interfaces by use as one bar, and what their authorisations need. */
export function InterfacesBlock({ totals }: { totals: OverviewQuery['overview']['interfaces'] }) {
  const t = useTranslations('overview.interfaces');
  const format = useFormatter();
  const idle = String(totals.idleAfterDays);
  const expiring = String(totals.expiringWithinDays);
  const facts = [
    ['valid', totals.authorizationsValid, null],
    ['expiring', totals.interfacesExpiring, paths.interfaces({ expiring })],
    ['exceeded', totals.interfacesExceeded, paths.interfaces({ exceeded: '1' })],
  ] as const;
  return (
    <div className={page.panelBody}>
      <PartBar
        label={t('label', { total: totals.total })}
        parts={[
          {
            key: 'active',
            tone: 'good',
            count: totals.active,
            listed: totals.active + totals.idle,
            name: t('active'),
            href: paths.interfaces({ state: 'IN_USE' }),
          },
          {
            key: 'idle',
            tone: 'warn',
            count: totals.idle,
            name: t('idle', { days: idle }),
            href: paths.interfaces({ idle }),
          },
          {
            key: 'suspended',
            tone: 'bad',
            count: totals.suspended,
            name: t('suspended'),
            href: paths.interfaces({ state: 'SUSPENDED' }),
          },
          { key: 'other', tone: 'none', count: totals.other, name: t('other'), href: OTHERS },
        ]}
      />
      <dl className={styles.facts}>
        {facts.map(([key, count, href]) => (
          <div key={key}>
            <dt>{t(`fact.${key}`, { days: expiring })}</dt>
            <dd>
              {href && count > 0 ? (
                <Link href={href} data-fact={key}>
                  {format.number(count)}
                </Link>
              ) : (
                format.number(count)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
