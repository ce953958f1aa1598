import { useFormatter, useTranslations } from 'next-intl';
import { addDays, chinaDay, daysBetween } from '@/lib/format/china-day';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import { DeliveryCalendar } from './DeliveryCalendar';
import { DeliveryMark } from './DeliveryMark';
import styles from './delivery.module.css';
import { LOOKS, lookOf, monthsOf, SIGN } from './delivery-look';
import type { LinkNode } from './LinkDetail';

type Delivery = LinkNode['deliveries'][number];
const SHOWN = 24;

interface Props {
  code: string;
  deliveries: Delivery[];
  today: string;
  /** Id of the delivery that is open. */
  open: string | undefined;
}

/** A year of deliveries by the day they were due, the chosen one in words, all of them as a table. */
export function Deliveries({ code, deliveries, today, open }: Props) {
  const t = useTranslations('backflow.deliveries');
  const look = useTranslations('backflow.look');
  const format = useFormatter();
  const last = [today, ...deliveries.map((delivery) => delivery.dueOn)].sort().at(-1) ?? today;
  const ofYear = deliveries.filter((delivery) => delivery.dueOn > addDays(last, -365));
  const earliest = ofYear.map((delivery) => delivery.dueOn).sort()[0] ?? last;
  const chosen = deliveries.find((delivery) => delivery.id === open);
  const older = deliveries.slice(SHOWN);
  const used = LOOKS.filter((name) => ofYear.some((delivery) => lookOf(delivery) === name));
  return (
    <section className={page.panel} aria-labelledby="deliveries">
      <div className={page.panelHead}>
        <h2 id="deliveries">{t('title')}</h2>
        <span className={page.small}>{t('summary', { count: ofYear.length })}</span>
        <span className={styles.legend}>
          {used.map((name) => (
            <span key={name} className={styles.mark} data-look={name}>
              <i className={styles.sample} data-look={name} aria-hidden="true">
                {SIGN[name]}
              </i>
              {look(name)}
            </span>
          ))}
        </span>
      </div>
      {deliveries.length === 0 ? (
        <Empty title={t('none')}>{t('noneHelp')}</Empty>
      ) : (
        <>
          <DeliveryCalendar
            code={code}
            months={monthsOf(earliest, last).map((row) => ({
              ...row,
              label: format.dateTime(new Date(`${row.month}-01`), { year: 'numeric', month: 'short' }),
            }))}
            today={today}
            open={chosen?.id}
            label={t('calendar')}
            entries={ofYear.map((delivery) => ({
              id: delivery.id,
              day: delivery.dueOn,
              look: lookOf(delivery),
              sign: SIGN[lookOf(delivery)],
              label: t('open', {
                day: format.dateTime(new Date(delivery.dueOn), 'day'),
                look: look(lookOf(delivery)),
                landed: format.number(delivery.rowsLanded),
                sent: format.number(delivery.rowsSent),
              }),
            }))}
          />
          {chosen && <Opened delivery={chosen} />}
          <DeliveryTable code={code} deliveries={deliveries.slice(0, SHOWN)} open={chosen?.id} />
          {older.length > 0 && (
            <details className={styles.older} open={older.some((delivery) => delivery.id === open)}>
              <summary>{t('older', { count: older.length })}</summary>
              <DeliveryTable code={code} deliveries={older} open={chosen?.id} />
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Opened({ delivery }: { delivery: Delivery }) {
  const t = useTranslations('backflow.deliveries');
  const format = useFormatter();
  const moment = (value: string | null) => (value ? format.dateTime(new Date(value), 'minute') : t('notYet'));
  const facts: [string, string][] = [
    [t('collected'), moment(delivery.collectedAt)],
    [t('sent'), moment(delivery.sentAt)],
    [t('due'), format.dateTime(new Date(delivery.dueOn), 'day')],
    [t('landed'), moment(delivery.landedAt)],
    [t('rowsSent'), format.number(delivery.rowsSent)],
    [t('rowsLanded'), format.number(delivery.rowsLanded)],
    [t('rejected'), format.number(delivery.rowsRejected)],
  ];
  return (
    <div className={styles.opened} role="status" data-testid="opened">
      <h3>
        {t('opened', { day: format.dateTime(new Date(delivery.dueOn), 'day') })}{' '}
        <DeliveryMark delivery={delivery} />
      </h3>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {delivery.note && <p>{delivery.note}</p>}
    </div>
  );
}

function DeliveryTable({
  code,
  deliveries,
  open,
}: {
  code: string;
  deliveries: Delivery[];
  open: string | undefined;
}) {
  const t = useTranslations('backflow.deliveries');
  const format = useFormatter();
  const moment = (value: string | null) => (value ? format.dateTime(new Date(value), 'minute') : t('notYet'));
  const gap = ({ landedAt, dueOn }: Delivery) => {
    if (!landedAt) return null;
    const days = daysBetween(chinaDay(landedAt), dueOn);
    if (days === 0) return t('onDay');
    return days > 0 ? t('early', { days }) : t('late', { days: -days });
  };
  return (
    <div className={page.scroll}>
      <table className={page.table} aria-label={t('table')}>
        <thead>
          <tr>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('sent')}</th>
            <th scope="col">{t('landed')}</th>
            <th scope="col" className={page.number}>
              {t('rowsSent')}
            </th>
            <th scope="col" className={page.number}>
              {t('rowsLanded')}
            </th>
            <th scope="col" className={page.number}>
              {t('rejected')}
            </th>
            <th scope="col">{t('note')}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr
              key={delivery.id}
              data-testid="delivery"
              aria-current={delivery.id === open ? 'true' : undefined}
              className={styles.row}
            >
              <td className={page.nowrap}>
                <Link
                  href={paths.backflowLink(code, delivery.id === open ? {} : { delivery: delivery.id })}
                  scroll={false}
                >
                  {format.dateTime(new Date(delivery.dueOn), 'day')}
                </Link>
              </td>
              <td>
                <DeliveryMark delivery={delivery} />
              </td>
              <td className={page.nowrap}>{moment(delivery.sentAt)}</td>
              <td className={page.nowrap}>
                {moment(delivery.landedAt)} <span className={page.small}>{gap(delivery)}</span>
              </td>
              <td className={page.number}>{format.number(delivery.rowsSent)}</td>
              <td className={page.number}>{format.number(delivery.rowsLanded)}</td>
              <td className={page.number}>{format.number(delivery.rowsRejected)}</td>
              <td>{delivery.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
