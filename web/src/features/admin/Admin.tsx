import { useTranslations } from 'next-intl';
import type { AdminEventsQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import page from '@/ui/page.module.css';
import type { AdminParams } from './admin-params';
import { Events } from './Events';
import { HealthCards } from './HealthCards';
import type { Health } from './judge-health';
import { Refresh } from './Refresh';

interface Props {
  params: AdminParams;
  health: Health;
  events: AdminEventsQuery['ingestedEvents'];
  /** The text of the event that is open, when it was kept. */
  payload: string | null;
  now: number;
}

/** How the parts of the installation do, what arrived, what was refused and why. */
export function Admin({ params, health, events, payload, now }: Props) {
  const t = useTranslations('admin');
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{t('title')}</h1>
        <span className={page.sub}>{t('sub')}</span>
        <Link href={paths.registration()}>{t('import')}</Link>
        <Link href={paths.sql()}>{t('sql')}</Link>
        <Refresh at={now} />
      </header>
      <div className={page.stack}>
        <HealthCards health={health} now={now} />
        <Events params={params} events={events} payload={payload} />
      </div>
    </div>
  );
}
