import { useFormatter, useTranslations } from 'next-intl';
import type { InterfaceCallsQuery } from '@/lib/api/gql/graphql';
import { Link } from '@/lib/i18n/navigation';
import { paths } from '@/lib/paths';
import { Empty } from '@/ui/Empty';
import page from '@/ui/page.module.css';
import { CallsPicture } from './CallsPicture';
import { CallTables } from './CallTables';
import styles from './detail.module.css';
import { summarize } from './heat';

type Calls = NonNullable<InterfaceCallsQuery['interface']>;
export type Day = Calls['callsByDay'][number];
export type Hour = Calls['callsByHour'][number];

interface Props {
  id: string;
  days: Day[];
  hours: Hour[];
  window: { from: number; to: number };
  quota: number | null;
  period: { from: string; to: string };
}

/** When it was called in 30 days: by day, by hour against the declared window, and the same in numbers. */
export function CallsSection({ id, days, hours, window, quota, period }: Props) {
  const t = useTranslations('interfaces.calls');
  const format = useFormatter();
  const calls = days.reduce((sum, day) => sum + day.calls, 0);
  const denied = days.reduce((sum, day) => sum + day.denied, 0);
  const peak = days.reduce((best, day) => (day.calls > best.calls ? day : best), { day: '', calls: 0 });
  const heat = summarize(hours);
  const audit = paths.audit({ id, ...period });
  return (
    <section className={page.panel} aria-labelledby="calls">
      <div className={page.panelHead}>
        <h2 id="calls">{t('title', { days: days.length })}</h2>
        <span className={page.small}>
          {format.dateTime(new Date(period.from), 'day')} – {format.dateTime(new Date(period.to), 'day')}
        </span>
      </div>
      {calls === 0 ? (
        <Empty title={t('none')}>{t('noneHelp')}</Empty>
      ) : (
        <div className={styles.calls}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className={styles.pictures} aria-label={t('pictures')} tabIndex={0}>
            <CallsPicture days={days} hours={hours} window={window} quota={quota} />
          </section>
          <dl className={styles.callFacts}>
            <div>
              <dt>{t('total')}</dt>
              <dd>
                <Link href={audit} data-testid="calls-total">
                  {format.number(calls)}
                </Link>
              </dd>
            </div>
            <div>
              <dt>{t('denied')}</dt>
              <dd data-bad={denied > 0}>
                {format.number(denied)}
                {denied > 0 && (
                  <small>
                    {format.number(denied / calls, { style: 'percent', maximumFractionDigits: 1 })}
                  </small>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('outside')}</dt>
              <dd data-bad={heat.outside > 0}>
                {format.number(heat.outside)}
                {heat.outside > 0 && <small>{t('onDays', { count: heat.outsideDays.length })}</small>}
              </dd>
            </div>
            <div>
              <dt>{t('peak')}</dt>
              <dd>
                {format.number(peak.calls)}
                <small>
                  {format.dateTime(new Date(peak.day), 'day')}
                  {quota !== null &&
                    ` · ${t('ofQuota', { share: format.number(peak.calls / quota, { style: 'percent', maximumFractionDigits: 1 }) })}`}
                </small>
              </dd>
            </div>
            {heat.busiest && (
              <div>
                <dt>{t('busiest')}</dt>
                <dd>
                  {`${String(heat.busiest.hour).padStart(2, '0')}:00`}
                  <small>{t('callsIn', { count: heat.busiest.calls })}</small>
                </dd>
              </div>
            )}
          </dl>
        </div>
      )}
      {calls > 0 && <CallTables days={days} hours={hours} />}
    </section>
  );
}
