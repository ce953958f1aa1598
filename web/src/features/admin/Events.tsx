import { useFormatter, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { AdminEventsQuery } from '@/lib/api/gql/graphql';
import { readTrail } from '@/lib/format/trail';
import { Link } from '@/lib/i18n/navigation';
import { Empty } from '@/ui/Empty';
import { LinkPending } from '@/ui/LinkPending';
import { Pager } from '@/ui/Pager';
import page from '@/ui/page.module.css';
import styles from './admin.module.css';
import { type AdminParams, PAGE_SIZE, toHref } from './admin-params';
import { Payload } from './Payload';
import { Reason } from './Reason';

type Connection = AdminEventsQuery['ingestedEvents'];
type Event = Connection['edges'][number]['node'];

interface Props {
  params: AdminParams;
  events: Connection;
  payload: string | null;
}

/** What arrived, newest first; a refused event says why, and every event opens to what was sent. */
export function Events({ params, events, payload }: Props) {
  const t = useTranslations('admin.events');
  const format = useFormatter();
  const before = readTrail(params.after).length * PAGE_SIZE;
  const range = {
    from: before + 1,
    to: before + events.edges.length,
    total: format.number(events.totalCount),
  };
  return (
    <section className={page.panel} aria-labelledby="events">
      <div className={page.panelHead}>
        <h2 id="events">{t('title')}</h2>
        <span className={page.small} role="status" data-testid="event-total">
          {t('total', { count: events.totalCount })}
        </span>
        <nav className={styles.filter} aria-label={t('filter')}>
          {([undefined, 'refused'] as const).map((only) => (
            <Link
              key={only ?? 'all'}
              href={toHref({ only, event: undefined, after: undefined })}
              scroll={false}
              aria-current={params.only === only ? 'true' : undefined}
            >
              {t(only ?? 'all')}
              <LinkPending />
            </Link>
          ))}
        </nav>
      </div>
      {events.edges.length === 0 ? (
        <Empty title={t(params.only ? 'noneRefused' : 'none')}>
          {t(params.only ? 'noneRefusedHelp' : 'noneHelp')}
        </Empty>
      ) : (
        <>
          <div className={`${page.scroll} ${styles.tableBody}`}>
            <table className={page.table}>
              <thead>
                <tr>
                  <th scope="col">{t('result')}</th>
                  <th scope="col">{t('kind')}</th>
                  <th scope="col">{t('job')}</th>
                  <th scope="col">{t('received')}</th>
                  <th scope="col">{t('happened')}</th>
                  <th scope="col">{t('why')}</th>
                </tr>
              </thead>
              <tbody>
                {events.edges.map(({ node }) => (
                  <Fragment key={node.digest}>
                    <EventRow event={node} params={params} />
                    {node.digest === params.event && (
                      <tr className={styles.opened}>
                        <td colSpan={6}>
                          <Payload payload={payload} reasons={node.reasons ?? []} digest={node.digest} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </div>
          <Pager
            after={params.after}
            next={events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null}
            label={t('range', range)}
            href={(after) => toHref({ ...params, event: undefined, after })}
          />
        </>
      )}
    </section>
  );
}

function EventRow({ event, params }: { event: Event; params: AdminParams }) {
  const t = useTranslations('admin.events');
  const format = useFormatter();
  const open = event.digest === params.event;
  const refused = event.reasons !== null;
  const [job, namespace] = event.job?.split(' ').reverse() ?? [];
  const moment = (value: string | null) => (value ? format.dateTime(new Date(value), 'minute') : '–');
  return (
    <tr data-testid="event" data-refused={refused} data-open={open} className={styles.event}>
      <td className={page.nowrap}>
        <Link
          href={toHref({ ...params, event: open ? undefined : event.digest })}
          scroll={false}
          aria-expanded={open}
          className={styles.result}
          data-refused={refused}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>{' '}
          <span aria-hidden="true">{refused ? '✕' : '✓'}</span> {t(refused ? 'refusedOne' : 'acceptedOne')}
          <LinkPending />
        </Link>
        {event.count > 1 && <p className={page.small}>{t('times', { count: event.count })}</p>}
      </td>
      <td className={page.nowrap}>
        {t.has(`kindName.${event.kind}` as never) ? t(`kindName.${event.kind}` as never) : event.kind}
      </td>
      <td className={styles.job}>
        {job ? <code>{job}</code> : '–'}
        {namespace && <p className={page.small}>{namespace}</p>}
      </td>
      <td className={page.nowrap}>{moment(event.receivedAt)}</td>
      <td className={page.nowrap}>{moment(event.eventTime)}</td>
      <td className={styles.why}>
        {(event.reasons ?? event.notices).map((reason) => (
          <p key={reason} data-refused={refused}>
            <Reason reason={reason} />
          </p>
        ))}
      </td>
    </tr>
  );
}
