import { useFormatter, useTranslations } from 'next-intl';
import { ageText } from '@/lib/format/age';
import page from '@/ui/page.module.css';
import styles from './admin.module.css';
import { IndexCheck } from './IndexCheck';
import { type Health, judgeHealth, PARTS, type Part } from './judge-health';

/** A card for each part: in order or not, its numbers, and what to do when something is wrong. */
export function HealthCards({ health, now }: { health: Health; now: number }) {
  const t = useTranslations('admin.health');
  const troubles = judgeHealth(health, now);
  const wrong = PARTS.filter((part) => troubles[part] !== null).length;
  const facts = useFacts(health, now);
  return (
    <section aria-labelledby="health">
      <div className={styles.sectionHead}>
        <h2 id="health">{t('title')}</h2>
        <span className={styles.verdict} data-wrong={wrong > 0} role="status" data-testid="verdict">
          <span aria-hidden="true">{wrong > 0 ? '!' : '✓'}</span> {t('verdict', { wrong })}
        </span>
      </div>
      <ul className={styles.cards}>
        {PARTS.map((part) => {
          const trouble = troubles[part];
          return (
            <li
              key={part}
              className={`${page.panel} ${styles.card}`}
              data-wrong={trouble !== null}
              data-part={part}
            >
              <h3>
                <span aria-hidden="true" className={styles.sign}>
                  {trouble ? '!' : '✓'}
                </span>
                {t(`part.${part}`)}
                <span className="visually-hidden">{t(trouble ? 'wrong' : 'right')}</span>
              </h3>
              <dl>
                {facts[part].map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              {trouble && <p className={styles.advice}>{t(`advice.${trouble}`)}</p>}
              {part === 'index' && <IndexCheck last={health.index.lastCheck} now={now} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useFacts(health: Health, now: number): Record<Part, [string, string][]> {
  const t = useTranslations('admin.health');
  const age = useTranslations('format.age');
  const format = useFormatter();
  const ago = (at: string | null) =>
    at === null
      ? t('never')
      : age('ago', { age: ageText(age, Math.max(0, (now - Date.parse(at)) / 3_600_000)) });
  const { database, index, accessLog, ingest, process } = health;
  const behind = index.latestVersion - index.snapshotVersion;
  return {
    database: [
      [t('version'), database.version],
      [t('latency'), t('ms', { ms: format.number(database.latencyMs, { maximumFractionDigits: 1 }) })],
      [t('migration'), database.migration ?? t('never')],
    ],
    index: [
      [t('snapshot'), t('versionOf', { version: index.snapshotVersion })],
      [t('behind'), behind > 0 ? t('behindBy', { count: behind }) : t('notBehind')],
      [t('built'), ago(index.builtAt)],
      [t('source'), index.source ? t(`sources.${index.source}`) : t('never')],
      [
        t('level'),
        index.ageSeconds === null ? t('never') : t('secondsAgo', { seconds: Math.round(index.ageSeconds) }),
      ],
      [t('fields'), format.number(index.fieldCount)],
      [t('edges'), format.number(index.edgeCount)],
    ],
    accessLog: accessLog
      ? [
          [t('events'), format.number(accessLog.events)],
          [t('last'), ago(accessLog.lastAt)],
          [t('first'), accessLog.firstAt ? format.dateTime(new Date(accessLog.firstAt), 'day') : t('never')],
          [t('pending'), format.number(accessLog.pending)],
        ]
      : [],
    ingest: [
      [t('accepted'), format.number(ingest.accepted)],
      [t('refused'), format.number(ingest.refused)],
      [t('lastAccepted'), ago(ingest.lastAt)],
    ],
    process: [
      [t('started'), ago(process.startedAt)],
      [t('memory'), t('mb', { mb: format.number(process.memoryMb) })],
      [t('node'), process.node],
    ],
  };
}
